"""What an uploaded film or recording really is: told by its first bytes, not by its name."""

from typing import IO, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Bytes read from the beginning of a file; the marks of all formats stand within.
HEAD_SIZE = 4096

EBML_MAGIC = b"\x1a\x45\xdf\xa3"
# Files of the ISO base media format that hold pictures, not films (ISO/IEC 23008-12, AVIF).
STILL_BRANDS = frozenset({b"avif", b"avis", b"heic", b"heix", b"hevc", b"mif1", b"msf1"})
QUICKTIME_BRAND = b"qt  "


class Container(NamedTuple):
    """One file format that the gallery takes.

    Attributes:
        label: how people call it.
        media_type: its name on the web (RFC 6838).
        demuxer: its name for ffprobe.
    """

    label: str | Promise
    media_type: str
    demuxer: str


# By extension; the extensions are those of the setting WAGTAILMEDIA.
CONTAINERS: dict[str, Container] = {
    "webm": Container("WebM", "video/webm", "matroska"),
    "mp4": Container("MP4", "video/mp4", "mov"),
    "mp3": Container("MP3", "audio/mpeg", "mp3"),
    "m4a": Container(_("MP4 audio"), "audio/mp4", "mov"),
    "ogg": Container("Ogg", "audio/ogg", "ogg"),
}


def read_head(file: IO[bytes]) -> bytes:
    """Return the beginning of a file, and leave it rewound."""
    file.seek(0)
    head = file.read(HEAD_SIZE)
    file.seek(0)
    return head


def is_container(extension: str, head: bytes) -> bool:
    """Say whether a file's first bytes are those of the format that its extension names.

    Args:
        extension: in lower case, without the dot.
        head: at least the first 64 bytes.
    """
    return bool(CHECKS[extension](head)) if extension in CHECKS else False


def _is_webm(head: bytes) -> bool:
    """EBML with the document type "webm" (RFC 8794 §11.2.4); Matroska has another one."""
    return head.startswith(EBML_MAGIC) and b"\x42\x82\x84webm" in head[:64]


def _is_iso_media(head: bytes) -> bool:
    """ISO base media format (ISO/IEC 14496-12 §4.3) whose brand is not one of still pictures."""
    brand = head[8:12]
    return head[4:8] == b"ftyp" and brand not in STILL_BRANDS and brand != QUICKTIME_BRAND


def _is_mp3(head: bytes) -> bool:
    """An ID3v2 tag, or the header of a frame of MPEG audio layer III."""
    if head.startswith(b"ID3"):
        return True
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bitrate, sampling = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bitrate not in {0, 15} and sampling != 3


def _is_ogg(head: bytes) -> bool:
    """The capture pattern of an Ogg page (RFC 3533 §6)."""
    return head.startswith(b"OggS\x00")


CHECKS = {
    "webm": _is_webm,
    "mp4": _is_iso_media,
    "m4a": _is_iso_media,
    "mp3": _is_mp3,
    "ogg": _is_ogg,
}
