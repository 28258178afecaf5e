"""What stood below a page is found where the page has moved to."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from gallery.models import AlbumPage
from tests.factories.gallery import AlbumPageFactory, GalleryIndexPageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.publications import (
    CollectionPageFactory,
    IssuePageFactory,
    PublicationIndexPageFactory,
    SeriesPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(site: Site, locales: dict[str, Locale]) -> Page:
    """The Albanian front page."""
    return site.root_page.specific


@pytest.fixture
def series(front: Page) -> Page:
    """A periodical with an issue."""
    index = PublicationIndexPageFactory(parent=front, slug="botime")
    collection = CollectionPageFactory(parent=index, slug="periodike")
    series = SeriesPageFactory(parent=collection, slug="qyteti")
    IssuePageFactory(parent=series)
    return series


@pytest.fixture
def album(front: Page) -> AlbumPage:
    """An album with two photos."""
    gallery = GalleryIndexPageFactory(parent=front, slug="galeria")
    return AlbumPageFactory(parent=gallery, slug="liqeni", photos=2)


@pytest.fixture
def rename(django_capture_on_commit_callbacks) -> Callable[[Page, str], None]:
    """Give a page another address, as an editor does."""

    def rename(page: Page, slug: str) -> None:
        page = Page.objects.get(pk=page.pk).specific
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return rename


def way_on(client: Client, address: str) -> str:
    """Return where an address leads, by one step that browsers may keep."""
    response = client.get(address)
    assert response.status_code == 301, address
    return response["Location"]


@pytest.mark.parametrize("rest", ["latest/", "feed/", "feed/atom/", "feed/?page=2&x=%C3%AB"])
def test_what_stands_below_a_series_moves_with_it(client, series, rest, rename):
    rename(series, "qyteti-yne")

    address = way_on(client, f"/sq/botime/periodike/qyteti/{rest}")

    assert address == f"/sq/botime/periodike/qyteti-yne/{rest}"
    assert client.get(address).status_code in {200, 302}


def test_so_it_does_when_a_page_above_is_renamed(client, series, rename):
    rename(series.get_parent().get_parent(), "biblioteka")

    address = way_on(client, "/sq/botime/periodike/qyteti/latest/")

    assert address == "/sq/biblioteka/periodike/qyteti/latest/"


def test_photos_keep_being_found_when_their_album_is_moved(client, front, album):
    photo = album.shown_photos[0]
    old = f"/sq/galeria/liqeni/photo/{photo.pk}/"
    assert client.get(old).status_code == 200

    album.move(GalleryIndexPageFactory(parent=front, slug="arkivi"), pos="last-child")

    address = way_on(client, old)
    assert address == f"/sq/arkivi/liqeni/photo/{photo.pk}/"
    assert client.get(address).status_code == 200


def test_two_renames_are_one_step(client, series, rename):
    rename(series, "second")
    rename(series, "third")

    assert way_on(client, "/sq/botime/periodike/qyteti/feed/").endswith("/third/feed/")
    assert way_on(client, "/sq/botime/periodike/second/feed/").endswith("/third/feed/")


def test_nobody_is_sent_to_and_fro(client, front, rename):
    one = StandardPageFactory(parent=front, slug="one")
    other = StandardPageFactory(parent=front, slug="other")
    rename(one, "between")
    rename(other, "one")
    rename(one, "other")

    assert client.get("/sq/one/nothing/").status_code == 404
    assert client.get("/sq/other/nothing/").status_code == 404


def test_drafts_and_redirects_by_hand_carry_nothing_along(client, front, series, rename):
    rename(series, "qyteti-yne")
    series.refresh_from_db()
    series.unpublish()
    Redirect.objects.create(old_path="/sq/fair", site=None, redirect_page=front)

    assert client.get("/sq/botime/periodike/qyteti/feed/").status_code == 404
    assert client.get("/sq/fair/feed/").status_code == 404


@pytest.mark.parametrize(
    "below", ["%2e%2e/", "%0d%0aX-A:%20b/", "/evil.example/", "a" * 3000, "%C3%AB/", "a/" * 30]
)
def test_no_address_leads_out_of_the_page(client, front, below, rename):
    page = StandardPageFactory(parent=front, slug="old")
    rename(page, "new")

    response = client.get(f"/sq/old/{below}")

    address = response.get("Location", "")
    assert (response.status_code, bool(address)) in {(301, True), (404, False)}
    assert not address or address.startswith(("/sq/new/", f"/sq/old/{below}/"))
    assert "\n" not in address


def test_a_form_that_comes_to_an_old_address_is_not_led_on(client, series, rename):
    rename(series, "qyteti-yne")

    assert client.post("/sq/botime/periodike/qyteti/feed/").status_code == 404


def test_an_address_that_leads_nowhere_asks_one_question_more(
    client, front, django_assert_max_num_queries
):
    client.get("/sq/nothing/")
    with django_assert_max_num_queries(20):
        assert client.get("/sq/nothing/below/it/").status_code == 404
