"""Uploaded pictures tell what they show and nothing else."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.fields.files import FieldFile
from django.utils.translation import override
from PIL import Image
from wagtail.images.forms import get_image_form

from community.picture_uploads import read_picture
from site_config import picture_form
from site_config.models import SiteImage
from site_config.models.images import Licence
from site_config.pictures import AVIF_SPEED, STANDARD_SPECS, prepare_renditions, rewrite_picture
from tests.upload_files import picture

pytestmark = pytest.mark.django_db

GPS_TAG = 0x8825
ORIENTATION_TAG = 0x0112


def photo_with_notes(file_format: str = "JPEG") -> ContentFile:
    """A picture lying on its side, with a camera's name and a place written into it."""
    picture = Image.new("RGB", (80, 40), "#a0163e")
    notes = Image.Exif()
    notes[0x0110] = "SecretCamera 3000"
    notes[ORIENTATION_TAG] = 6
    notes.get_ifd(GPS_TAG).update({1: "N", 2: (41.0, 19.0, 39.0), 3: "E", 4: (19.0, 49.0, 8.0)})
    buffer = BytesIO()
    picture.save(buffer, format=file_format, exif=notes)
    suffix = {"JPEG": "jpg"}.get(file_format, file_format.lower())
    return ContentFile(buffer.getvalue(), name=f"photo.{suffix}")


def stored(file: ContentFile) -> SiteImage:
    return SiteImage.objects.create(title="Photo", file=file)


def content(file: FieldFile) -> bytes:
    with file.open() as opened:
        return opened.read()


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_place_and_the_camera_are_gone_from_the_original(file_format: str):
    image = stored(photo_with_notes(file_format))

    raw = content(image.file)
    with Image.open(BytesIO(raw)) as picture:
        assert picture.format == file_format
        assert not dict(picture.getexif())
    assert b"SecretCamera" not in raw
    assert b"Exif" not in raw[:64]


def test_a_picture_lying_on_its_side_is_stored_upright():
    image = stored(photo_with_notes())

    assert (image.width, image.height) == (40, 80)
    with Image.open(BytesIO(content(image.file))) as picture:
        assert picture.size == (40, 80)


def test_the_standard_sizes_carry_no_notes_either():
    image = stored(photo_with_notes())

    prepare_renditions(image)

    assert {r.filter_spec for r in image.renditions.all()} == set(STANDARD_SPECS)
    for rendition in image.renditions.all():
        assert b"SecretCamera" not in content(rendition.file)


def test_size_and_fingerprint_are_those_of_the_stored_file():
    image = stored(photo_with_notes())

    assert image.file_size == len(content(image.file))
    assert len(image.file_hash) == 40


def test_transparency_survives():
    buffer = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(buffer, format="PNG")

    image = stored(ContentFile(buffer.getvalue(), name="mark.png"))

    with Image.open(BytesIO(content(image.file))) as picture:
        assert picture.convert("RGBA").getpixel((5, 5))[3] == 0


def test_words_for_those_who_cannot_see_never_come_from_the_title():
    image = stored(photo_with_notes())

    assert image.default_alt_text == ""
    image.description = "A red wall"
    assert image.default_alt_text == "A red wall"


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        (Licence.ALL_RIGHTS, ""),
        (Licence.CC0, "https://creativecommons.org/publicdomain/zero/1.0/"),
        (Licence.CC_BY_SA, "https://creativecommons.org/licenses/by-sa/4.0/"),
        (Licence.CC_BY_NC_SA, "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        (Licence.CC_BY_NC_ND, "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ],
)
def test_a_licence_leads_to_its_text(licence: Licence, address: str):
    assert SiteImage(licence=licence).licence_url == address


def encoded(picture: Image.Image, **options: object) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, format="AVIF", **options)
    return buffer.getvalue()


def test_avif_files_are_written_at_the_speed_that_staff_can_wait_for():
    noise = Image.effect_noise((96, 64), 80).convert("RGB")

    assert encoded(noise, quality=55) == encoded(noise, quality=55, speed=AVIF_SPEED)
    assert encoded(noise, quality=55) != encoded(noise, quality=55, speed=6)


@pytest.mark.parametrize("file_format", ["WEBP", "AVIF"])
def test_formats_that_need_much_memory_may_have_fewer_pixels(file_format, monkeypatch):
    monkeypatch.setitem(picture_form.MOST_PIXELS_OF, file_format, 63 * 48)
    upload = SimpleUploadedFile(f"lana.{file_format.lower()}", picture(file_format))
    form = get_image_form(SiteImage)({"title": "The Lana"}, {"file": upload})

    with override("en"):
        assert "too many pixels" in str(form.errors["file"])
    with pytest.raises(ValidationError, match="JPEG"):
        read_picture(SimpleUploadedFile("lana", picture(file_format)))


def test_a_photo_with_further_views_is_stored_as_a_jpeg_as_good_as_any_other():
    first, second = (Image.effect_noise((60, 40), 50).convert("RGB") for _view in range(2))
    stored = []
    for file_format, more in (("JPEG", {}), ("MPO", {"save_all": True, "append_images": [second]})):
        buffer = BytesIO()
        first.save(buffer, file_format, quality=95, **more)
        clean = rewrite_picture(buffer, "photo.jpg")
        stored.append(Image.open(clean))

    assert [picture.format for picture in stored] == ["JPEG", "JPEG"]
    assert stored[0].quantization == stored[1].quantization
