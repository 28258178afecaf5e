"""An editor drops many photos into an album: each is stored, or says why it isn't."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, PngImagePlugin
from wagtail.models import Collection

from site_config.models import SiteImage
from site_config.pictures import camera_date
from tests.factories.community import UserFactory
from tests.upload_files import large_png

pytestmark = pytest.mark.django_db

EXIF_IFD, GPS_IFD, TAKEN = 0x8769, 0x8825, 36867


def photo(taken="2014:04:12 10:20:30", name="IMG_2041.jpg"):
    """A photo as a camera makes it: with the day and the place."""
    exif = Image.Exif()
    exif[EXIF_IFD] = {TAKEN: taken}
    exif[GPS_IFD] = {1: "N", 2: (41.0, 19.0, 39.0), 3: "E", 4: (19.0, 49.0, 4.0)}
    buffer = BytesIO()
    Image.new("RGB", (60, 40), "orange").save(buffer, "JPEG", exif=exif)
    return SimpleUploadedFile(name, buffer.getvalue(), "image/jpeg")


@pytest.fixture
def decoded(monkeypatch) -> list[tuple[int, int]]:
    """The sizes of the pictures in PNG that were decoded."""
    sizes: list[tuple[int, int]] = []
    monkeypatch.setattr(
        PngImagePlugin.PngImageFile, "load", lambda picture: sizes.append(picture.size)
    )
    return sizes


def upload(client, file, **given):
    """Send one file as the editor's script does."""
    return client.post(reverse("gallery_upload_photo"), {"file": file, **given})


def test_a_photo_is_stored_and_comes_back_as_the_editor_shows_it(staff):
    answer = upload(staff, photo(), credit="Mimoza D.", licence="cc-by-sa-4.0")
    assert answer.status_code == 201
    image = SiteImage.objects.get()
    assert answer.json()["chosen"]["id"] == str(image.pk)
    assert answer.json()["chosen"]["preview"]["url"]
    assert (image.credit, image.licence) == ("Mimoza D.", "cc-by-sa-4.0")
    assert image.uploaded_by_user is not None


def test_the_words_for_those_who_cannot_see_never_come_from_the_name(staff):
    answer = upload(staff, photo(name="parasols_at_noon.jpg"))
    image = SiteImage.objects.get()
    assert image.title == "parasols at noon"
    assert image.description == ""
    assert answer.json()["chosen"]["default_alt_text"] == ""


def test_the_day_is_told_and_the_place_is_gone(staff):
    answer = upload(staff, photo())
    assert answer.json()["taken_on"] == "2014-04-12"
    with SiteImage.objects.get().file.open() as file, Image.open(file) as stored:
        assert not dict(stored.getexif())


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "1970:01:01 00:00:00", "2999:01:01", "x"])
def test_a_day_that_can_not_be_true_is_not_told(taken):
    assert camera_date(photo(taken)) is None


def test_a_day_is_read_without_moving_the_file():
    file = photo()
    assert camera_date(file) == date(2014, 4, 12)
    assert file.read(2) == b"\xff\xd8"


@pytest.mark.parametrize(
    ("file", "given"),
    [
        (SimpleUploadedFile("broken.jpg", b"no picture"), {}),
        (SimpleUploadedFile("empty.jpg", b""), {}),
        (SimpleUploadedFile("x" * 300 + ".jpg", photo().read()), {}),
        (SimpleUploadedFile("page.html", b"<html>"), {}),
        (photo(), {"licence": "mine"}),
        (photo(), {"collection": "999999"}),
        (photo(), {"collection": "x"}),
        (photo(), {"credit": "x" * 300}),
    ],
)
def test_what_can_not_be_stored_says_why_and_leaves_nothing(staff, file, given):
    Collection.get_first_root_node().add_child(name="Streets")
    answer = upload(staff, file, **given)
    assert answer.status_code == 422
    assert answer.json()["errors"]
    assert not SiteImage.objects.exists()


def test_a_picture_with_too_many_pixels_is_not_decoded_for_its_day(staff, decoded):
    answer = upload(staff, SimpleUploadedFile("wide.png", large_png(9_000, 9_000)))
    assert answer.status_code == 422
    assert decoded == []


def test_a_png_is_not_decoded_for_its_day(decoded):
    assert camera_date(BytesIO(large_png(40, 30))) is None
    assert decoded == []


def test_no_file_at_all_is_told(staff):
    answer = staff.post(reverse("gallery_upload_photo"))
    assert answer.status_code == 422
    assert answer.json() == {"errors": ["Choose a picture."]}


def test_a_photo_goes_into_the_chosen_collection(staff):
    shelf = Collection.get_first_root_node().add_child(name="Streets")
    upload(staff, photo(), collection=shelf.pk)
    assert SiteImage.objects.get().collection == shelf


def test_members_upload_nothing_into_the_library(client):
    client.force_login(UserFactory())
    assert upload(client, photo()).status_code == 403
    assert not SiteImage.objects.exists()


def test_the_editor_of_an_album_offers_it(staff, city):
    address = reverse("wagtailadmin_pages:add", args=["gallery", "albumpage", city.gallery.pk])
    body = staff.get(address).content.decode()
    assert "data-photo-files" in body
    assert "gallery/js/album_photos.js" in body
