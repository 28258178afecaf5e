"""Pictures of discussions: what is taken, what is kept of it, and when it goes."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pillow_heif
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from PIL import Image

from community.errors import CommunityError
from community.models import Discussion, User
from community.picture_uploads import read_picture
from community.services.discussing import edit_discussion, start_discussion
from community.services.posting import delete_own_comment
from site_config.rate_limits import RateLimitedError
from tests.full_disk import full_disk, large_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front", "media")]

NEW = "/en/community/discussions/new/"
WORDS = {"title": "Where do we plant?", "text": "Name a street.", "language": "en"}
ROTATED, WHEN, PLACE = 0x0112, 0x0132, 0x8825


@pytest.fixture
def media(tmp_path: Path, settings: object) -> Path:
    """An empty folder of uploaded files."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def picture(
    file_format: str = "JPEG", size: tuple[int, int] = (60, 40), **options: object
) -> bytes:
    mode = "RGBA" if options.pop("transparent", False) else "RGB"
    buffer = BytesIO()
    image = Image.new(mode, size, (200, 30, 60, 120)[: len(mode)])
    if file_format == "HEIC":
        pillow_heif.from_pillow(image).save(buffer, quality=60)
    else:
        image.save(buffer, file_format, **options)
    return buffer.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a small file that says it is a large picture."""
    content = picture("PNG")
    head = b"IHDR" + struct.pack(">II", width, height) + content[24:29]
    return content[:12] + head + struct.pack(">I", zlib.crc32(head)) + content[33:]


def upload(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def start(author: User, **fields: object) -> Discussion:
    kwargs = {"topic": None, "submission": "form"} | WORDS | fields
    kwargs.setdefault("picture", read_picture(upload(picture())))
    kwargs.setdefault("picture_alt", "A lime tree")
    return start_discussion(author=author, **kwargs).discussion


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIC", "MPO"])
def test_pictures_of_these_kinds_are_kept_as_jpeg_whatever_they_are_called(file_format):
    kept = read_picture(upload(picture(file_format), "../../photo.exe"))

    with Image.open(kept) as written:
        assert (written.format, written.size) == ("JPEG", (60, 40))
    assert kept.name == "picture.jpg"


def test_a_transparent_picture_stays_transparent():
    kept = read_picture(upload(picture("PNG", transparent=True)))

    with Image.open(kept) as written:
        assert (written.format, written.mode) == ("WEBP", "RGBA")


def test_a_picture_is_turned_upright_and_loses_its_notes():
    notes = Image.Exif()
    notes[ROTATED], notes[WHEN] = 6, "2014:04:22 09:00:00"
    notes.get_ifd(PLACE)[1] = "N"
    content = picture(size=(60, 40), exif=notes, comment=b"Rruga e Kavajes 12")

    kept = read_picture(upload(content))

    with Image.open(kept) as written:
        assert written.size == (40, 60)
        assert not written.getexif()
    assert b"2014:04:22" not in kept.read()
    kept.seek(0)
    assert b"Kavajes" not in kept.read()


def test_a_large_picture_is_made_small():
    kept = read_picture(upload(picture(size=(2400, 600))))

    with Image.open(kept) as written:
        assert written.size == (1600, 400)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a" + b"\0" * 50, "This is no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "This is no picture"),
        (b"", "This is no picture"),
        (picture()[:300], "damaged"),
        (picture("PNG")[:60], "damaged"),
        (claiming(5001, 5000), "25 million pixels"),
        (claiming(60_000, 60_000), "25 million pixels"),
        (b"\xff\xd8\xff" + b"\0" * (12 * 1024 * 1024), "12 MB"),
    ],
    ids=["gif", "svg", "empty", "cut", "cut png", "too many", "bomb", "too large"],
)
def test_what_is_no_such_picture_is_refused_with_words(content, words):
    with override("en"), pytest.raises(ValidationError, match=words):
        read_picture(upload(content))


def test_a_picture_is_shown_with_its_words_and_its_size(client, member):
    client.force_login(member)
    form = WORDS | {"picture": upload(picture(), "IMG_at_home.jpg"), "picture_alt": 'A "lime" tree'}

    html = client.post(NEW, form, follow=True).content.decode()

    discussion = Discussion.objects.get(author=member)
    assert f'src="{discussion.picture.url}" width="60" height="40"' in html
    assert 'alt="A &quot;lime&quot; tree"' in html
    assert "at_home" not in discussion.picture.name
    assert discussion.picture.name.startswith("discussions/")
    assert discussion.picture.name.endswith(".jpg")


def test_a_picture_without_words_is_refused_and_no_text_is_lost(client, member):
    client.force_login(member)

    response = client.post(NEW, WORDS | {"picture": upload(picture())})

    html = response.content.decode()
    assert response.status_code == 422
    assert 'href="#id_picture_alt"' in html
    assert "Name a street.</textarea>" in html
    assert "please choose it once more" in html
    assert not files()


def test_a_file_that_is_no_picture_loses_no_text(client, member):
    client.force_login(member)

    response = client.post(NEW, WORDS | {"picture": upload(b"#!/bin/sh"), "picture_alt": "A tree"})

    html = response.content.decode()
    assert response.status_code == 422
    assert "Name a street.</textarea>" in html
    assert 'value="A tree"' in html


def test_nobody_uploads_more_than_ten_pictures_an_hour(client, member):
    client.force_login(member)

    answers = [
        client.post(NEW, WORDS | {"picture": upload(b"nothing")}).status_code for _ in range(11)
    ]

    assert answers == [422] * 10 + [429]


def test_a_strangers_picture_is_not_even_opened(monkeypatch):
    monkeypatch.setattr("community.discussion_forms.read_picture", pytest.fail)

    response = Client().post(NEW, WORDS | {"picture": upload(picture())})

    assert response.status_code == 422
    assert "Name a street.</textarea>" in response.content.decode()


@pytest.mark.parametrize("error", [RateLimitedError(60), CommunityError(), OSError()])
def test_a_discussion_that_is_not_stored_leaves_no_file(member, monkeypatch, error):
    def fail(*args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr("community.services.discussing.ConversationChoice.objects.create", fail)

    with pytest.raises(type(error)):
        start(member)

    assert not files()


def test_a_form_sent_again_leaves_one_file(member):
    start(member)
    start(member)

    assert len(files()) == 1


def test_a_picture_goes_with_the_discussion(member, django_capture_on_commit_callbacks):
    taken_back, removed = start(member), start(member, title="Another one", submission="other")
    assert len(files()) == 2

    with django_capture_on_commit_callbacks(execute=True):
        delete_own_comment(comment_id=taken_back.opening.pk, author=member)
        removed.delete()

    assert not files()


def test_a_picture_can_be_taken_away_and_its_words_changed(
    member, django_capture_on_commit_callbacks
):
    discussion = start(member)
    words = {"title": "Where do we plant?", "text": "Name a street.", "topic": None}

    changed = edit_discussion(
        discussion_id=discussion.pk, editor=member, picture_alt="A plane tree", **words
    )
    assert changed.picture_alt == "A plane tree"
    with django_capture_on_commit_callbacks(execute=True):
        changed = edit_discussion(
            discussion_id=discussion.pk, editor=member, keep_picture=False, **words
        )

    assert (changed.picture.name, changed.picture_alt) == ("", "")
    assert not files()


def test_a_picture_for_which_there_is_no_room_takes_no_words_away(client, member, media):
    client.force_login(member)
    form = WORDS | {"picture": large_picture(), "picture_alt": "A bridge"}

    with full_disk():
        response = client.post(NEW, form)

    assert response.status_code < 500
    assert "could not be stored" in response.text
    assert WORDS["text"] in response.text
    assert not Discussion.objects.filter(title=WORDS["title"]).exists()
    assert [path for path in media.rglob("*") if path.is_file()] == []
