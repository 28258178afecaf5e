"""What was taken down or removed is in no copy of the caches in front, its words no less."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gallery.models import AlbumPage, AlbumPhoto
from gallery.rights.hiding import hide_work, show_work
from gallery.rights.ledger import register_film, register_photo
from gallery.rights.purging import file_addresses
from gallery.rights.removal import remove_work
from tests.factories.gallery import AlbumPageFactory, VideoPageFactory
from tests.factories.site_config import SiteImageFactory
from tests.front_copies import Copies, stand_in_front

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]
TITLE = "Parasols at noon"


@pytest.fixture(autouse=True)
def _media(settings, tmp_path) -> None:
    """Keep files in a folder of the test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def photo(album: AlbumPage) -> AlbumPhoto:
    photo = AlbumPhoto.objects.get(page=album)
    photo.title = TITLE
    photo.save()
    return photo


@pytest.fixture
def copies(city, photo, settings, monkeypatch) -> Copies:
    """A cache that keeps whatever may show the photo."""
    copies = stand_in_front(settings, monkeypatch)
    copies.keep(
        *(city.home.url, city.gallery.url, photo.page.url, photo.url),
        *(f"{page.url}feed/" for page in (city.gallery, photo.page)),
        *("/sitemap-photos.xml", "/sitemap.xml"),
    )
    return copies


@pytest.fixture
def commit(django_capture_on_commit_callbacks) -> Callable[..., None]:
    """Do something, and what follows its commit."""

    def do(act: Callable[..., object], **given: object) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            act(**given)

    return do


def test_a_hidden_photo_is_forgotten_in_feeds_and_sitemaps_too(photo, copies, commit, moderator):
    commit(hide_work, work_id=register_photo(photo).pk, by=moderator)

    assert not copies.kept


def test_a_photo_that_is_shown_again_is_asked_for_anew(photo, copies, commit, moderator):
    work = register_photo(photo)
    commit(hide_work, work_id=work.pk, by=moderator)
    copies.keep(f"{photo.page.url}feed/", "/sitemap-photos.xml")

    commit(show_work, work_id=work.pk, by=moderator)

    assert not copies.kept


def test_a_photo_that_is_removed_is_forgotten_in_feeds_and_sitemaps_too(
    photo, copies, commit, moderator
):
    commit(remove_work, work=register_photo(photo), by=moderator)

    assert not copies.kept


def test_an_album_without_the_photo_is_kept(city, photo, copies, commit, moderator):
    other = AlbumPageFactory(parent=city.gallery, locale=city.gallery.locale, photos=1)
    copies.keep(other.url)

    commit(hide_work, work_id=register_photo(photo).pk, by=moderator)

    assert set(copies.kept) == {other.url}


@pytest.mark.parametrize("act", ["hidden", "removed"])
def test_a_film_is_forgotten_in_feeds_and_sitemaps_too(
    city, commit, moderator, settings, monkeypatch, act
):
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale)
    page.save_revision().publish()
    work = register_film(page)
    copies = stand_in_front(settings, monkeypatch)
    copies.keep(city.gallery.url, f"{city.gallery.url}feed/", page.url, "/sitemap-films.xml")

    if act == "hidden":
        commit(hide_work, work_id=work.pk, by=moderator)
    else:
        commit(remove_work, work=work, by=moderator)

    assert not copies.kept


def test_the_still_picture_of_a_film_is_among_its_files(city):
    still = SiteImageFactory()
    size = still.get_rendition("width-40")
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale, video__poster=still)

    names = {Path(address).name for address in file_addresses(register_film(page))}

    assert {Path(url).name for url in (page.video.url, still.file.url, size.url)} <= names
