"""A full disk leaves no part of a file and no row, and takes nobody's words away."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from gallery.private_files import private_storage
from site_config.models import SiteDocument, SiteImage
from tests.factories.community import UserFactory
from tests.full_disk import ROOM, full_disk, large_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

WORDS = "The bridge, as it was before the flood of 1964"


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings) -> Path:
    """An empty folder of uploaded files."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    return tmp_path


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def signed_in(**rights: bool) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory(**rights))
    return client


@pytest.mark.parametrize("storage", [default_storage, private_storage])
def test_the_beginning_of_a_file_goes_again(media, storage):
    storage = storage() if callable(storage) else storage
    storage.save("one.bin", ContentFile(b"whole"))

    with full_disk(), pytest.raises(OSError, match="large"):
        storage.save("one.bin", ContentFile(bytes(2 * ROOM)))

    assert [path.read_bytes() for path in files_below(media)] == [b"whole"]


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("wagtailimages:add", {"file": large_picture}),
        ("wagtailimages_chooser:create", {"image-chooser-upload-file": large_picture}),
    ],
)
def test_a_picture_for_which_there_is_no_room_leaves_nothing(media, address, fields):
    editor = signed_in(is_superuser=True)
    prefix = "image-chooser-upload-" if "chooser" in address else ""
    data = {name: make() for name, make in fields.items()}
    data |= {f"{prefix}title": WORDS, f"{prefix}collection": "1", f"{prefix}focal_point_x": ""}

    with full_disk():
        answer = editor.post(reverse(address), data)

    # Both views have a transaction of their own, which is a part of the test's here.
    transaction.set_rollback(False)
    assert answer.status_code == 507
    assert WORDS in answer.text
    assert not SiteImage.objects.exists()
    assert files_below(media) == []


def test_a_document_for_which_there_is_no_room_leaves_nothing(media):
    editor = signed_in(is_superuser=True)
    file = SimpleUploadedFile("plan.txt", b"A plan of the city. " * ROOM, "text/plain")
    prefix = "document-chooser-upload"
    data = {f"{prefix}-title": WORDS, f"{prefix}-file": file, f"{prefix}-collection": "1"}

    with full_disk():
        answer = editor.post(reverse("wagtaildocs_chooser:create"), data)

    # Both views have a transaction of their own, which is a part of the test's here.
    transaction.set_rollback(False)
    assert answer.status_code == 507
    assert WORDS in answer.text
    assert not SiteDocument.objects.exists()
    assert files_below(media) == []
