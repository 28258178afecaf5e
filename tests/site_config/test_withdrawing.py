"""Publishing costs the same, however many files the web server sends by itself."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from gallery.models import AlbumPage
from site_config.withdrawing import BATCH
from tests.factories.gallery import AlbumPageFactory, GalleryIndexPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("locales")]


@pytest.fixture
def album(site) -> AlbumPage:
    gallery = GalleryIndexPageFactory(parent=site.root_page.specific)
    return AlbumPageFactory(parent=gallery, locale=gallery.locale, photos=2)


@pytest.fixture
def public_root(settings, tmp_path) -> Path:
    """The folder from which a web server sends by itself; a worker has its own queue."""
    settings.PUBLIC_MEDIA_ROOT = str(tmp_path / "public")
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return Path(settings.PUBLIC_MEDIA_ROOT)


def link_strangers(public_root: Path, count: int) -> None:
    """Link files of which the database knows nothing."""
    folder = public_root / "images"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"stranger-{number}.jpg").symlink_to("nowhere")


def publish(album: AlbumPage) -> None:
    album.save_revision().publish()


ACTS = {
    "published": publish,
    "withdrawn": lambda album: album.unpublish(),
    "restricted": lambda album: PageViewRestriction.objects.create(
        page=album, restriction_type=PageViewRestriction.LOGIN
    ),
    "its picture changed": lambda album: album.photos.first().image.save(),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_change_asks_as_much_beside_many_files_as_beside_none(
    album, public_root, act, django_capture_on_commit_callbacks
):
    def queries() -> int:
        fresh = AlbumPage.objects.get(pk=album.pk)
        with (
            CaptureQueriesContext(connection) as asked,
            django_capture_on_commit_callbacks(execute=True),
        ):
            ACTS[act](fresh)
        return len(asked)

    def undo() -> None:
        PageViewRestriction.objects.all().delete()
        AlbumPage.objects.update(live=True)

    queries()  # What is known by itself is asked for once.
    undo()
    beside_none = queries()
    undo()
    link_strangers(public_root, 3 * BATCH)

    assert queries() <= beside_none
