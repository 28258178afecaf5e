"""Films that staff upload go through the same code as those of members."""

import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from gallery.models import GalleryMedia
from gallery.stripping.remux import has_ffmpeg
from tests.gallery.media_files import MESSAGE, film_with_messages

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed"),
]


@pytest.fixture(autouse=True, params=["in memory", "on the disk"])
def _kept(request, settings, tmp_path) -> None:
    """Keep what is uploaded in one of the two ways, and files in a folder of the test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    if request.param == "on the disk":
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0


def test_messages_between_the_pictures_are_gone_from_a_film_of_staff(staff):
    film = film_with_messages()
    assert MESSAGE.encode() in film
    given = {
        "title": "The Lana",
        "file": SimpleUploadedFile("lana.mp4", film),
        "collection": Collection.get_first_root_node().pk,
        "licence": "cc-by-4.0",
        **dict.fromkeys(("tags", "duration", "width", "height", "credit"), ""),
        **{f"transcript_{language}": "" for language in ("sq", "en")},
    }

    answer = staff.post(reverse("wagtailmedia:add", args=["video"]), given)

    assert answer.status_code == 302, answer.context["form"].errors
    media = GalleryMedia.objects.get()
    with media.file.open() as file:
        content = file.read()
    assert MESSAGE.encode() not in content
    assert media.file_size == len(content)
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames"]
    told = subprocess.run([*command, media.file.path], check=True, capture_output=True)
    assert b"nb_read_frames=5" in told.stdout
