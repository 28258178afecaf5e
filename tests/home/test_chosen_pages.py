"""Sections tell visitors of no page that they chose and that is not for everybody."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Page

from home.models import HomePage
from home.sections import read_sections
from tests.factories.campaigns import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)
from tests.factories.gallery import GalleryIndexPageFactory, VideoPageFactory
from tests.factories.home import HomePageFactory, stream

pytestmark = pytest.mark.django_db

TITLE = "Behind closed doors"
KINDS = {
    "projects": (ProjectIndexPageFactory, ProjectPageFactory),
    "campaign": (CampaignIndexPageFactory, CampaignPageFactory),
    "media": (GalleryIndexPageFactory, VideoPageFactory),
}


def section(kind: str, page: Page) -> tuple[str, dict[str, Any]]:
    """Return a section that shows a page."""
    chosen = {
        "projects": {"title": "Projects", "projects": [page.pk]},
        "campaign": {"campaign": page.pk, "panel_paint": "lime"},
        "media": {"title": "Films", "video": page.pk, "buttons": []},
    }
    return kind, chosen[kind]


def make(kind: str, front: HomePage, **given: Any) -> Page:
    index, factory = KINDS[kind]
    parent = index(parent=front, locale=front.locale, slug=f"all-{kind}")
    return factory(parent=parent, locale=front.locale, **{"title": TITLE} | given)


def announce(front: HomePage, *sections: tuple[str, dict[str, Any]]) -> HomePage:
    front.sections = stream(*sections)
    front.save()
    return front


def close(page: Page) -> None:
    page.view_restrictions.create(restriction_type="login")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def test_what_everybody_may_read_is_shown(client, front, kind):
    announce(front, section(kind, make(kind, front)))

    assert TITLE in client.get("/sq/").content.decode()


@pytest.mark.parametrize("above", [False, True], ids=["page", "the page above it"])
def test_what_was_made_private_is_not(client, front, kind, above):
    page = make(kind, front)
    announce(front, section(kind, page))
    close(page.get_parent() if above else page)

    assert TITLE not in client.get("/sq/").content.decode()


def test_what_is_private_in_the_language_of_the_page_is_not(client, front, locales, kind):
    english = HomePageFactory(
        parent=front.get_parent(),
        locale=locales["en"],
        slug="home-en",
        translation_key=front.translation_key,
    )
    page = make(kind, front, title="Open to all")
    own = make(kind, english, translation_key=page.translation_key)
    close(own)
    announce(english, section(kind, page))

    html = client.get("/en/").content.decode()

    assert TITLE not in html
    assert "Open to all" not in html


def test_what_was_deleted_leaves_the_page_standing(client, front, kind):
    page = make(kind, front)
    announce(front, section(kind, page))
    page.delete()

    response = client.get("/sq/")

    assert response.status_code == 200
    assert TITLE not in response.content.decode()


@pytest.mark.parametrize(
    ("live", "words"), [(True, "is not for everybody"), (False, "is not published")]
)
def test_staff_are_told_why_it_is_missing(front, kind, live, words):
    page = make(kind, front, live=live)
    close(page)

    with override("en"):
        [shown] = read_sections(announce(front, section(kind, page)))

    assert any(words in sentence for sentence in [shown.reason, *shown.warnings])


def test_many_choices_cost_one_more_question(client, front):
    pages = {kind: make(kind, front) for kind in KINDS}

    def queries(*sections: tuple[str, dict[str, Any]]) -> int:
        announce(front, *sections)
        client.get("/sq/")
        front.save()
        with CaptureQueriesContext(connection) as asked:
            client.get("/sq/")
        return sum("pageviewrestriction" in each["sql"].lower() for each in asked)

    one = queries(section("projects", pages["projects"]))
    assert queries(*(section(kind, page) for kind, page in pages.items())) == one
