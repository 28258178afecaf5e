"""Captions are held against the rules of WebVTT before anybody relies on them."""

import pytest
from django.core.exceptions import ValidationError

from gallery.webvtt import MAX_SIZE, check_captions
from home.demo.library.videos import VIDEOS


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\nOne\n", 1),
        (b"\xef\xbb\xbfWEBVTT - The Lana\r\n\r\n1\r\n00:00.000 --> 00:01.000\r\nOne\r\n", 1),
        (b"WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:02.000 align:start\nA\n", 1),
        (b"WEBVTT\n\n01:00:01.000 --> 01:00:02.500\nA\n\n101:00:00.000\t-->\t101:00:01.000\nB", 2),
        (b"WEBVTT\n\n00:01.000 --> 00:09.000\nA\n\n00:01.000 --> 00:02.000\nB\n", 2),
    ],
)
def test_well_formed_captions_are_counted(data, count):
    assert check_captions(data) == count


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "must begin with WEBVTT"),
        (b"WEBVTTX\n\n00:00.000 --> 00:01.000\nA", "must begin with WEBVTT"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nA\n", "SubRip"),
        (b"WEBVTT\n", "holds no captions"),
        (b"WEBVTT\n\n00:00,000 --> 00:01,000\nA", "Line 3: the times must look like"),
        (b"WEBVTT\n\n00:61.000 --> 01:10.000\nA", "Line 3: the times must look like"),
        (b"WEBVTT\n\n0:00.000 --> 0:01.000\nA", "Line 3: the times must look like"),
        (b"WEBVTT\n\n00:00.000-->00:01.000\nA", "Line 3: the times must look like"),
        (b"WEBVTT\n\n00:02.000 --> 00:02.000\nA", "Line 3: the caption ends before it begins"),
        (
            b"WEBVTT\n\n00:05.000 --> 00:06.000\nA\n\n00:04.000 --> 00:09.000\nB",
            "Line 6: the caption begins before the one above it",
        ),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nTiranë".encode("latin-1"), "not in UTF-8"),
        (b"\xff\xfeW\x00E\x00B\x00V\x00T\x00T\x00", "not in UTF-8"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"A" * MAX_SIZE, "larger than 1 MB"),
    ],
)
def test_what_is_wrong_with_captions_is_said(data, message):
    with pytest.raises(ValidationError) as problem:
        check_captions(data)
    assert message in problem.value.messages[0]


@pytest.mark.parametrize("video", VIDEOS, ids=lambda video: video.key)
@pytest.mark.parametrize("language", ["en", "sq"])
def test_the_captions_of_the_demo_are_well_formed(video, language):
    assert check_captions(video.captions(language).read_bytes()) > 0
