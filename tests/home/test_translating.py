"""A front page in another language shows the pages of that language."""

from typing import Any
from uuid import uuid4

import pytest
from django.utils.translation import override
from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.blocks import HomeSectionsBlock
from home.blocks.section import Section
from home.models import HomePage
from home.sections import read_sections
from tests.factories.campaigns import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)
from tests.factories.home import StandardPageFactory, stream

pytestmark = pytest.mark.django_db

WORDS = {"Mirë se vini": "Welcome", "Lexoni më shumë": "Read more", "Projektet": "Projects"}


@pytest.fixture
def pinned(front: HomePage) -> dict[str, Page]:
    """Pages that sections of the Albanian front page show, by name."""
    projects = ProjectIndexPageFactory(parent=front, locale=front.locale, slug="projektet")
    campaigns = CampaignIndexPageFactory(parent=front, locale=front.locale, slug="fushatat")
    return {
        "about": StandardPageFactory(parent=front, title="Rreth nesh", slug="rreth-nesh"),
        "project": ProjectPageFactory(parent=projects, locale=front.locale, title="Parkimi"),
        "campaign": CampaignPageFactory(parent=campaigns, locale=front.locale, title="Pemët"),
    }


def items(*values: Any) -> list[dict[str, Any]]:
    """Return the items of a list as the editor's form stores them."""
    return [{"type": "item", "id": str(uuid4()), "value": value} for value in values]


def section(kind: str, **values: Any) -> tuple[str, dict[str, Any]]:
    """Return a section as the editor's form stores it: what nobody chose or wrote is empty."""
    words = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
    empty: dict[str, Any] = {}
    for name, part in HomeSectionsBlock.base_blocks[kind].child_blocks.items():
        if isinstance(part, words):
            empty[name] = ""
        elif isinstance(part, ImageBlock):
            empty[name] = {"image": None, "alt_text": "", "decorative": False}
    return kind, empty | values


@pytest.fixture
def written(front: HomePage, pinned: dict[str, Page]) -> HomePage:
    """The Albanian front page with a section for each of them."""
    button = {
        "text": "Lexoni më shumë",
        "page": pinned["about"].pk,
        "address": "",
        "place": "#rregullat",
    }
    front.sections = stream(
        section("welcome", title="Mirë se vini", text="<p>Mirë.</p>", buttons=items(button)),
        section("projects", title="Projektet", projects=items(pinned["project"].pk)),
        section("campaign", campaign=pinned["campaign"].pk, panel_paint="rose"),
    )
    front.save_revision().publish()
    return front


def translate_pages(front: HomePage, pages: dict[str, Page], locale: Locale) -> dict[str, Page]:
    """Give each page, and what stands above it, an English version."""
    front.copy_for_translation(locale).save_revision().publish()
    translated = {}
    for name, page in pages.items():
        above = page.get_parent().specific
        if above.get_translation_or_none(locale) is None:
            above.copy_for_translation(locale).save_revision().publish()
        copy = page.copy_for_translation(locale)
        copy.title = f"{page.title} (en)"
        copy.save_revision().publish()
        translated[name] = copy
    return translated


def translate_front(front: HomePage, locale: Locale) -> HomePage:
    """Translate every segment of the front page as a translator does, and publish it."""
    source, _made = TranslationSource.get_or_create_from_instance(front)
    source.update_from_db()
    translation = Translation.objects.create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source):
        text = segment.string.data
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            data=WORDS.get(text, text),
        )
    translation.save_target(publish=True)
    return HomePage.objects.get(translation_key=front.translation_key, locale=locale)


def sections(page: HomePage) -> dict[str, Section]:
    """Return the sections of a front page, with what they show, by their kind."""
    return {section.kind: section for section in read_sections(page)}


def test_sections_lead_to_the_pages_of_their_own_language(written, pinned, locales):
    translated = translate_pages(written, pinned, locales["en"])

    with override("en"):
        english = sections(translate_front(written, locales["en"]))
        [button] = english["welcome"].value["buttons"]

        assert english["welcome"].value["title"] == "Welcome"
        assert (button["text"], button.target.pk) == ("Read more", translated["about"].pk)
    [project] = english["projects"].contents["projects"]
    assert project.pk == translated["project"].pk
    assert english["campaign"].contents["campaign"].pk == translated["campaign"].pk


def test_what_has_no_page_in_the_language_is_shown_as_it_is(written, pinned, locales):
    written.copy_for_translation(locales["en"]).save_revision().publish()

    english = sections(translate_front(written, locales["en"]))

    [project] = english["projects"].contents["projects"]
    assert project.pk == pinned["project"].pk


def test_paints_and_places_are_taken_over_as_they_are(written, pinned, locales):
    translate_pages(written, pinned, locales["en"])

    english = sections(translate_front(written, locales["en"]))

    assert english["campaign"].value["panel_paint"] == "rose"
    assert english["welcome"].value["buttons"][0]["place"] == "#rregullat"


def test_the_translated_front_page_shows_visitors_no_other_language(
    client, written, pinned, locales
):
    translate_pages(written, pinned, locales["en"])
    translate_front(written, locales["en"])

    html = client.get("/en/").content.decode()

    assert "Parkimi (en)" in html
    assert "Pemët (en)" in html
    assert "Welcome</h2>" in html
    assert "/sq/rreth-nesh/" not in html
