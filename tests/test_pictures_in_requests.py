"""No picture is made while somebody waits for a page: what is ready is shown, the rest ordered."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.translation import override
from django_tasks import default_task_backend
from wagtail.images.models import Filter
from wagtail.models import get_page_models

from articles.models import ArticlePage
from community.models import Discussion
from gallery.models import VideoPage
from publications.models import PublicationIndexPage
from site_config.models import BasePage, Identity, SiteImage, SiteRendition
from site_config.shell import MARK_SPEC
from tests.demo_pages import get

pytestmark = pytest.mark.usefixtures("demo", "db")

PAGE_TYPES = sorted(
    (model for model in get_page_models() if issubclass(model, BasePage)),
    key=lambda model: model._meta.label,
)
# Orders wait here, as they do for a worker who is away.
WAITING = {
    "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "ENQUEUE_ON_COMMIT": False}
}


@pytest.fixture
def no_size_is_made(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A portal that has lost every size of every picture, and whose pages make none."""

    def make(*args: object, **kwargs: object) -> None:
        raise AssertionError("A picture was made in a visitor's request.")

    SiteRendition.objects.all().delete()
    for alias in ("default", "renditions"):
        caches[alias].clear()
    monkeypatch.setattr(Filter, "run", make)
    with override_settings(TASKS=WAITING):
        yield


def ordered() -> set[int]:
    """Return the pictures whose sizes a worker was asked for."""
    return {result.args[0] for result in default_task_backend.results}


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_a_page_without_its_pictures_is_shown_and_makes_none(no_size_is_made, model):
    pages = model.objects.live().filter(locale__language_code="en").order_by("pk")[:12]

    assert [get(Client(), page.url).status for page in pages] == [200] * len(pages)


def test_pages_beside_the_tree_make_no_picture(no_size_is_made):
    with override("en"):
        discussion = Discussion.objects.visible().first()
        addresses = [
            discussion.get_absolute_url(),
            discussion.author.get_absolute_url(),
            f"{reverse('search')}?q=tirana",
            f"{PublicationIndexPage.objects.live().get(locale__language_code='en').url}opds/new/",
        ]

    assert [get(Client(), url).status for url in addresses] == [200] * len(addresses)


def test_a_worker_is_asked_for_what_is_missing(no_size_is_made):
    page = ArticlePage.objects.live().exclude(listing_image=None).first()

    get(Client(), page.url)

    assert page.listing_image_id in ordered()


def test_the_mark_of_the_portal_comes_when_it_is_ready(no_size_is_made):
    image = SiteImage.objects.first()
    identity = Identity.objects.get()
    identity.mark = image
    identity.save()

    assert "site_config/art/mark" in get(Client(), "/en/").body
    assert image.pk in ordered()

    SiteRendition.objects.create(
        image=image,
        filter_spec=MARK_SPEC,
        focal_point_key=Filter(spec=MARK_SPEC).get_cache_key(image),
        width=88,
        height=88,
        file="images/ready-mark.png",
    )
    caches["default"].clear()
    assert "images/ready-mark.png" in get(Client(), "/en/").body


def test_the_films_of_the_demo_have_their_still_picture_before_anybody_asks():
    films = list(VideoPage.objects.live())

    without = [
        film.title
        for film in films
        if not SiteRendition.objects.filter(image=film.cover, filter_spec=film.poster_spec).exists()
    ]
    assert without == []
    assert len(films) == 6
