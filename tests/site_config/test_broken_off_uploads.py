"""An upload that breaks off on its way leaves no row and no file, at whichever door."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail.models import Collection, UploadedFile

from gallery.models import GalleryMedia, MediaSubmission
from gallery.private_files import private_storage
from site_config.models import SiteDocument, SiteImage
from tests.factories.community import UserFactory
from tests.gallery.media_files import webm
from tests.gallery.submission_steps import WORDS, files_in
from tests.upload_files import PDF, picture

pytestmark = pytest.mark.django_db

# Larger than what Django keeps in memory, so that there are files to leave behind.
LARGE = bytes(6 * 1024 * 1024)
DOORS = {
    "wagtailimages:add": ("file", "lana.jpg", picture() + LARGE),
    "wagtailimages:add_multiple": ("files[]", "lana.jpg", picture() + LARGE),
    "wagtaildocs:add": ("file", "plan.pdf", PDF + LARGE),
    "wagtaildocs:add_multiple": ("files[]", "plan.pdf", PDF + LARGE),
    "wagtailmedia:add": ("file", "lana.webm", webm() + LARGE),
    "contributions:new": ("files", "lana.jpg", picture() + LARGE),
}
MODELS = (SiteImage, SiteDocument, GalleryMedia, MediaSubmission, UploadedFile)


@pytest.fixture
def sender(english_front) -> Client:
    """An administrator, who may upload at every door."""
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory(administrator=True))
    return client


@pytest.fixture
def left_behind(settings, tmp_path) -> Callable[[], set[Path]]:
    """Ask which files have come since the test began, wherever an upload can leave one."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "temporary")
    (tmp_path / "temporary").mkdir()
    folders = [tmp_path, Path(private_storage().path(""))]

    def files() -> set[Path]:
        return {file for folder in folders for file in files_in(folder)}

    before = files()
    return lambda: files() - before


class BrokenLine(BytesIO):
    """A connection that is reset, instead of ending."""

    def read(self, size: int = -1) -> bytes:
        """Return what there is, and fail at its end as servers do."""
        found = super().read(size)
        if not found:
            raise OSError("connection reset")
        return found


@pytest.mark.parametrize("line", [BytesIO, BrokenLine], ids=["ends", "is reset"])
@pytest.mark.parametrize("percent", [1, 50, 99])
@pytest.mark.parametrize("door", DOORS)
def test_an_upload_that_breaks_off_leaves_nothing(sender, left_behind, door, percent, line):
    field, name, content = DOORS[door]
    args = ["video"] if door == "wagtailmedia:add" else []
    form = {"title": "The Lana", "collection": Collection.get_first_root_node().pk} | WORDS
    file = BytesIO(content)
    file.name = name
    body = encode_multipart(BOUNDARY, form | {field: file})
    arrived = body[: len(body) * percent // 100]

    response = sender.generic(
        "POST",
        reverse(door, args=args),
        b"-",  # What is read stands below.
        content_type=MULTIPART_CONTENT,
        headers={"X-Requested-With": "XMLHttpRequest"},
        CONTENT_LENGTH=str(len(body)),
        **{"wsgi.input": line(arrived)},
    )

    assert response.status_code in {400, 403}
    assert [row for model in MODELS for row in model.objects.all()] == []
    assert left_behind() == set()


def test_a_whole_upload_passes(sender, left_behind):
    file = BytesIO(PDF)
    file.name = "plan.pdf"
    form = {"title": "Plan", "file": file, "collection": Collection.get_first_root_node().pk}

    response = sender.post(reverse("wagtaildocs:add"), form)

    assert response.status_code == 302
    assert SiteDocument.objects.get().title == "Plan"
    assert left_behind()
