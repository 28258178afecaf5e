"""Uploaded files come whole or in parts, as players ask for them."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from site_config.media_files import FOR_EVERYBODY, send_file

# Answers are closed as a server closes them, which looks after the database too.
pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 600  # more than two chunks


@pytest.fixture(autouse=True)
def film(settings, tmp_path):
    """A film and its captions among the uploaded files, and a file that is not."""
    root = tmp_path / "media"
    root.mkdir()
    (root / "film.webm").write_bytes(CONTENT)
    (root / "film.en.vtt").write_bytes(b"WEBVTT\n")
    (tmp_path / "secret.txt").write_text("not for visitors")
    settings.MEDIA_ROOT = str(root)
    return root / "film.webm"


def ask(path="film.webm", method="get", **headers):
    """Ask for a file as a browser does."""
    request = getattr(RequestFactory(), method)(f"/media/{path}", headers=headers)
    return send_file(request, path, cache_control=FOR_EVERYBODY)


def body(response):
    """Return all that was sent."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    response.close()
    return content


def test_a_file_comes_whole_and_says_that_parts_may_be_asked_for():
    response = ask()
    assert response.status_code == 200
    assert body(response) == CONTENT
    assert response["Content-Type"] == "video/webm"
    assert response["Content-Length"] == str(len(CONTENT))
    assert response["Accept-Ranges"] == "bytes"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, len(CONTENT)),
        ("bytes=-50", len(CONTENT) - 50, len(CONTENT)),
        ("bytes=70000-140000", 70_000, 140_001),
        ("bytes=0-999999999", 0, len(CONTENT)),
        ("bytes=-999999999", 0, len(CONTENT)),
    ],
)
def test_a_part_comes_with_its_place_in_the_whole(asked, start, stop):
    response = ask(range=asked)
    assert response.status_code == 206
    assert body(response) == CONTENT[start:stop]
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/{len(CONTENT)}"
    assert response["Content-Length"] == str(stop - start)


@pytest.mark.parametrize("asked", ["bytes=200000-", "bytes=-0", f"bytes={len(CONTENT)}-"])
def test_a_part_beyond_the_end_is_refused(asked):
    response = ask(range=asked)
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.parametrize(
    "asked", ["bytes=9-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-9", "bytes=٣-", "x"]
)
def test_what_is_no_range_brings_the_whole_file(asked):
    response = ask(range=asked.encode().decode("latin-1"))
    assert response.status_code == 200
    assert body(response) == CONTENT


def test_a_part_of_an_older_version_is_never_mixed_with_this_one():
    whole = ask()
    assert body(whole) == CONTENT
    assert body(ask(range="bytes=0-9", if_range=whole["ETag"])) == CONTENT[:10]
    assert body(ask(range="bytes=0-9", if_range='"older"')) == CONTENT


def test_a_head_request_brings_no_part():
    response = ask(method="head", range="bytes=0-9")
    assert response.status_code == 200
    assert response["Content-Length"] == str(len(CONTENT))
    response.close()


def test_captions_have_their_own_type():
    response = ask("film.en.vtt")
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert body(response) == b"WEBVTT\n"


@pytest.mark.parametrize("path", ["none.webm", "../secret.txt", "", "a\x00b", "x" * 5000])
def test_only_uploaded_files_are_served(path):
    with pytest.raises(Http404):
        ask(path)


def test_a_web_server_in_front_is_told_which_file_to_send(settings):
    settings.MEDIA_SENDFILE_URL = "/sent-by-the-server/"
    response = ask("film.en.vtt")
    assert response["X-Accel-Redirect"] == "/sent-by-the-server/film.en.vtt"
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert response["Cache-Control"] == FOR_EVERYBODY
    assert not response.content
