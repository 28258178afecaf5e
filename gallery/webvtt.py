"""Captions in the Web Video Text Tracks format (W3C WebVTT)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Bytes. An hour of dense speech takes about a tenth of it.
MAX_SIZE = 1024 * 1024

SIGNATURE = re.compile(r"\ufeff?WEBVTT(?:[ \t].*)?")
TIMESTAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMINGS = re.compile(rf"{TIMESTAMP}[ \t]+-->[ \t]+{TIMESTAMP}(?:[ \t]+(.*))?")
SUBRIP_TIMINGS = re.compile(r"^\d{1,2}:\d{2}:\d{2},\d{3} --> ", re.MULTILINE)
LINE_BREAK = re.compile(r"\r\n|\r|\n")


def check_captions(data: bytes) -> int:
    """Hold a caption file against the format's rules (WebVTT §4, file structure).

    Args:
        data: the whole file.

    Returns:
        How many captions it holds.

    Raises:
        ValidationError: it is too large, no WebVTT in UTF-8, holds no caption, or its times are
            malformed or out of order; the message names the line.
    """
    if len(data) > MAX_SIZE:
        raise ValidationError(_("The captions are larger than 1 MB. Choose the right file."))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("The captions are not in UTF-8. Save the file again with that encoding.")
        ) from error
    lines = LINE_BREAK.split(text)
    if not SIGNATURE.fullmatch(lines[0]):
        if SUBRIP_TIMINGS.search(text):
            raise ValidationError(
                _("These are SubRip captions (.srt). Save them as WebVTT (.vtt) first.")
            )
        raise ValidationError(
            _("The captions are no WebVTT file: its first line must begin with WEBVTT.")
        )
    return _check_cues(lines)


def _check_cues(lines: list[str]) -> int:
    count, latest = 0, 0
    for number, line in enumerate(lines[1:], start=2):
        if "-->" not in line:
            continue
        found = TIMINGS.fullmatch(line.strip(" \t"))
        if found is None:
            raise ValidationError(
                _("Line %(line)d: the times must look like 00:01.000 --> 00:04.000."),
                params={"line": number},
            )
        start, end = _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:8])
        if end <= start:
            raise ValidationError(
                _("Line %(line)d: the caption ends before it begins."), params={"line": number}
            )
        if start < latest:
            raise ValidationError(
                _("Line %(line)d: the caption begins before the one above it."),
                params={"line": number},
            )
        latest = start
        count += 1
    if not count:
        raise ValidationError(_("The file holds no captions."))
    return count


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
