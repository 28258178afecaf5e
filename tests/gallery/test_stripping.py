"""Films lose what a camera wrote beside picture and sound, and still play."""

import io
import json
import struct
import subprocess
import time
import tracemalloc
from contextlib import suppress
from tempfile import TemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.stripping import films
from gallery.stripping.blanks import UnreadableFilmError
from gallery.stripping.films import FilmError, strip_film, strip_upload
from gallery.stripping.iso_media import strip_iso_media
from gallery.stripping.remux import has_ffmpeg
from gallery.stripping.webm import strip_webm
from tests.gallery.media_files import (
    LOST,
    MESSAGE,
    SAMPLE,
    WHERE,
    box,
    element,
    film_of_tables,
    film_with_messages,
    film_with_place,
    real_film,
    webm,
    webm_with_place,
)

TOLD = (b"41.3275", b"Our house", b"SecretCamera", b"xmpmeta", WHERE, LOST, b"\x11" * 8)
needs_ffmpeg = pytest.mark.skipif(not has_ffmpeg(), reason="ffmpeg is not installed")


def stripped(strip, content: bytes) -> bytes:
    with TemporaryFile() as file:
        file.write(content)
        strip(file)
        file.seek(0)
        return file.read()


@pytest.mark.parametrize("brand", [b"isom", b"qt  "])
def test_whatever_tells_a_place_is_gone_from_an_mp4_and_the_picture_stays(brand):
    film = film_with_place(brand)
    assert all(told in film for told in TOLD)

    clean = stripped(strip_iso_media, film)

    assert [told for told in TOLD if told in clean] == []
    assert SAMPLE in clean
    assert len(clean) == len(film), "Nothing has moved."


def test_whatever_tells_a_place_is_gone_from_a_webm_and_the_picture_stays():
    film = webm_with_place()

    clean = stripped(strip_webm, film)

    assert b"41.3275" in film
    assert b"41.3275" not in clean
    assert b"SecretCamera" not in clean
    assert SAMPLE in clean
    assert len(clean) == len(film)


def test_a_clean_film_stays_as_it_is():
    clean = stripped(strip_iso_media, film_with_place())

    assert stripped(strip_iso_media, clean) == clean


def test_comments_in_what_a_decoder_needs_are_overwritten():
    comment = b"LOCATION=41.3275"
    private = b"\x02\x1e\x1e\x01vorbis" + bytes(23) + b"\x03vorbis" + struct.pack("<I", 2) + b"Xi"
    private += struct.pack("<II", 1, len(comment)) + comment + b"\1"
    sound = element("d7", b"\2") + element("73c5", b"\2") + element("83", b"\2")
    sound += element("86", b"A_VORBIS") + element("63a2", private)
    film = webm(element("1654ae6b", element("ae", sound)))

    clean = stripped(strip_webm, film)

    assert b"41.3275" not in clean
    assert b"\x03vorbis\x02\0\0\0Xi\x01\0\0\0\x10\0\0\0" in clean


@pytest.mark.parametrize(
    ("strip", "film"),
    [
        (strip_iso_media, b""),
        (strip_iso_media, film_with_place()[:-9]),
        (strip_iso_media, film_with_place() + b"<html>"),
        (strip_iso_media, film_with_place(handler=b"soun")),
        (strip_iso_media, film_with_place() + box(b"moof")),
        (strip_iso_media, box(b"ftyp", b"isom") + box(b"mdat", SAMPLE)),
        (strip_iso_media, film_with_place().replace(b"url \0\0\0\1", b"url \0\0\0\0")),
        (
            strip_iso_media,
            film_with_place().replace(b"stsz\0\0\0\0\0\0\0\0", b"stsz" + b"\xff" * 8),
        ),
        (strip_webm, b""),
        (strip_webm, webm()[:-3]),
        (strip_webm, webm() + b"<html>"),
        (strip_webm, webm(track_type=0x11)),
        (strip_webm, webm(track_type=2)),
        (strip_webm, webm().replace(bytes.fromhex("1654ae6b01"), bytes.fromhex("1654ae6bff"))),
    ],
)
def test_what_can_not_be_looked_through_is_refused(strip, film):
    with pytest.raises(UnreadableFilmError):
        stripped(strip, film)


@given(place=st.integers(0, 2**16), byte=st.integers(0, 255))
@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_a_broken_film_is_cleaned_or_refused_and_never_a_fault(name, place, byte):
    strip, film = {
        "film.mp4": (strip_iso_media, film_with_place()),
        "film.webm": (strip_webm, webm_with_place()),
    }[name]
    broken = bytearray(film)
    broken[place % len(film)] = byte
    with suppress(UnreadableFilmError):
        strip(io.BytesIO(bytes(broken)))


@pytest.mark.parametrize(
    ("strip", "film"),
    [
        (strip_webm, webm(b"\xec\x80" * 200)),
        (strip_webm, webm(b"\x1f\x43\xb6\x75\xff" + b"\xa3\x80" * 200)),
        (strip_webm, webm(*[element("1f43b675", b"\xec\x80" * 20)] * 10)),
        (strip_webm, webm() + b"\xec\x80" * 200),
        (strip_iso_media, film_with_place() + box(b"free") * 200),
        (strip_iso_media, film_of_tables((101, 1))),
        (strip_iso_media, film_of_tables((60, 1), (60, 1))),
        (strip_iso_media, film_of_tables((1, 101))),
    ],
)
def test_more_parts_than_a_film_has_are_not_read(strip, film, monkeypatch):
    stripped(strip, film)
    monkeypatch.setattr("gallery.stripping.webm.MOST_ELEMENTS", 100)
    monkeypatch.setattr("gallery.stripping.iso_media.MOST_BOXES", 100)
    monkeypatch.setattr("gallery.stripping.samples.MOST_ENTRIES", 100)

    with pytest.raises(UnreadableFilmError):
        stripped(strip, film)


def test_a_small_file_of_many_elements_takes_little_memory():
    film = webm(b"\xec\x80" * 20_000)

    tracemalloc.start()
    with suppress(UnreadableFilmError):
        strip_webm(io.BytesIO(film))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 10 * len(film), "No element is kept."


def test_runs_that_all_begin_at_once_are_passed_over_once():
    film = film_of_tables((1, 500_000))
    start = time.process_time()

    stripped(strip_iso_media, film)

    assert time.process_time() - start < 10


def test_what_a_decoder_needs_has_a_size():
    private = b"\x03vorbis" + struct.pack("<III", 0, 20_000, 0)
    for content in (private, bytes(2 * 1024 * 1024)):
        sound = element("d7", b"\2") + element("83", b"\2") + element("86", b"A_VORBIS")
        film = webm(element("1654ae6b", element("ae", sound + element("63a2", content))))
        with pytest.raises(UnreadableFilmError):
            stripped(strip_webm, film)


def test_what_is_called_a_film_and_is_none_is_refused():
    with pytest.raises(FilmError, match="another kind"):
        strip_film(io.BytesIO(b"<html>" * 100), "film.mp4")


@needs_ffmpeg
@pytest.mark.parametrize("extension", ["mp4", "mov", "webm"])
@pytest.mark.parametrize("remuxes", [True, False], ids=["ffmpeg", "our own"])
def test_a_real_film_plays_on_without_its_place(extension, remuxes, monkeypatch, tmp_path):
    if extension == "mov" and not remuxes:
        return  # Refused: see the tests of the form.
    monkeypatch.setattr(films, "has_ffmpeg", lambda: remuxes)
    film = real_film(extension)
    assert b"41.3275" in film

    with strip_film(io.BytesIO(film), f"film.{extension}") as clean:
        content = clean.read()
        path = tmp_path / clean.name
        path.write_bytes(content)

    assert b"41.3275" not in content
    assert b"Our house" not in content
    command = ["ffprobe", "-v", "error", "-count_frames", "-of", "json", "-show_streams", path]
    told = subprocess.run(command, check=True, capture_output=True)
    [stream] = json.loads(told.stdout)["streams"]
    assert (stream["width"], stream["height"], stream["nb_read_frames"]) == (64, 48, "5")
    assert told.stderr == b""


def frames(content: bytes, tmp_path) -> str:
    """Return how many pictures of a film can be decoded."""
    path = tmp_path / "film.mp4"
    path.write_bytes(content)
    command = ["ffprobe", "-v", "error", "-count_frames", "-of", "json", "-show_streams", path]
    told = subprocess.run(command, check=True, capture_output=True)
    assert told.stderr == b""
    [stream] = json.loads(told.stdout)["streams"]
    return stream["nb_read_frames"]


@needs_ffmpeg
@pytest.mark.parametrize(
    ("codec", "message"), [("h264", MESSAGE.encode()), ("h264", b"x264 - core"), ("hevc", b"x265")]
)
@pytest.mark.parametrize("whose", ["a member's", "staff's"])
def test_messages_between_the_pictures_are_gone(codec, message, whose, tmp_path):
    film = film_with_messages(codec)
    assert message in film

    if whose == "staff's":
        with TemporaryFile() as file:
            file.write(film)
            strip_upload(file, "film.mp4")
            file.seek(0)
            content = file.read()
    else:
        with strip_film(io.BytesIO(film), "film.mp4") as clean:
            content = clean.read()

    assert message not in content
    assert frames(content, tmp_path) == "5"


@needs_ffmpeg
def test_a_film_of_staff_that_ffmpeg_can_not_read_is_looked_through_all_the_same():
    assert stripped(lambda file: strip_upload(file, "film.mp4"), film_with_place()) == stripped(
        strip_iso_media, film_with_place()
    )
