"""Photos and films as members' phones make them, with what they should not tell."""

import shutil
import struct
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

PLACE = "+41.3275+019.8187/"


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return one box of the ISO base media format."""
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def _table(kind: bytes, pattern: str, *rows: tuple[int, ...]) -> bytes:
    content = b"".join(struct.pack(pattern, *row) for row in rows)
    return box(kind, bytes(4), struct.pack(">I", len(rows)), content)


def _track(handler: bytes, offset: int, size: int) -> bytes:
    entry_head = 78 if handler == b"vide" else 28
    entry = struct.pack(">I4s", 8 + entry_head, b"avc1") + bytes(entry_head)
    head = b"vmhd" if handler == b"vide" else b"smhd"
    return box(
        b"trak",
        box(b"tkhd", bytes(4), b"\x11" * 8, bytes(72)),
        box(b"udta", box(b"name", b"Our house")),
        box(
            b"mdia",
            box(b"mdhd", bytes(4), b"\x22" * 8, bytes(12)),
            box(b"hdlr", bytes(8), handler, bytes(12), b"SecretCamera 3000\x00"),
            box(
                b"minf",
                box(head, bytes(12)),
                box(b"dinf", box(b"dref", bytes(4), b"\0\0\0\1", box(b"url ", b"\0\0\0\1"))),
                box(
                    b"stbl",
                    box(b"stsd", bytes(4), b"\0\0\0\1", entry),
                    _table(b"stts", ">II", (1, 1)),
                    _table(b"stsc", ">III", (1, 1, 1)),
                    box(b"stsz", bytes(4), struct.pack(">III", 0, 1, size)),
                    _table(b"stco", ">I", (offset,)),
                ),
            ),
        ),
    )


def film_of_tables(*tracks: tuple[int, int]) -> bytes:
    """Return a film that is nothing but tables: so many chunks and runs in each of its tracks.

    The chunks touch nowhere, and each run begins with the first of them.
    """
    start = box(b"ftyp", b"isom", bytes(4), b"isommp42")
    made = []
    for number, (chunks, runs) in enumerate(tracks):
        track = _track(b"vide", 0, 1)
        places = struct.pack(f">{chunks}I", *range(64 + number, 64 + 32 * chunks + number, 32))
        tables = {
            b"stsc": struct.pack(">I", runs) + struct.pack(">III", 1, 1, 1) * runs,
            b"stco": struct.pack(">I", chunks) + places,
        }
        for kind, content in tables.items():
            track = _with_table(track, kind, content)
        made.append(track)
    data = box(b"mdat", bytes(max(chunks for chunks, _runs in tracks) * 32 + 64))
    return start + data + box(b"moov", box(b"mvhd", bytes(100)), *made)


def _with_table(track: bytes, kind: bytes, content: bytes) -> bytes:
    """Put another table in the place of one, and let the boxes around it grow."""
    at = track.index(kind) - 4
    (size,) = struct.unpack(">I", track[at : at + 4])
    grown = 4 + len(content) - (size - 8)
    track = track[:at] + box(kind, bytes(4), content) + track[at + size :]
    for outer in (b"trak", b"mdia", b"minf", b"stbl"):
        place = track.index(outer) - 4
        (was,) = struct.unpack(">I", track[place : place + 4])
        track = track[:place] + struct.pack(">I", was + grown) + track[place + 4 :]
    return track


SAMPLE, WHERE, LOST = b"PICTURE-SAMPLE", b"41.3275,19.8187", b"GPS 41.3275"


def film_with_place(brand: bytes = b"isom", *, handler: bytes = b"vide") -> bytes:
    """Return a film put together box by box, whose place stands in each corner that can hold it.

    It has one sample of a picture, a track of places, and bytes that belong to no track.
    """
    start = box(b"ftyp", brand, bytes(4), b"isommp42")
    offset = len(start) + 8
    data = box(b"mdat", SAMPLE, WHERE, LOST)
    movie = box(
        b"moov",
        box(b"mvhd", bytes(4), b"\x33" * 8, bytes(88)),
        _track(handler, offset, len(SAMPLE)),
        _track(b"meta", offset + len(SAMPLE), len(WHERE)),
        box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7", PLACE.encode())),
        box(b"meta", bytes(4), b"com.apple.quicktime.location.ISO6709", PLACE.encode()),
    )
    note = box(b"uuid", b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8" + bytes(8), b"<x:xmpmeta>41.3275")
    return start + data + movie + note


def element(kind: str, content: bytes) -> bytes:
    """Return one element of EBML, with a size of eight bytes."""
    return bytes.fromhex(kind) + ((1 << 56) | len(content)).to_bytes(8, "big") + content


def webm(*parts: bytes, track_type: int = 1) -> bytes:
    """Return the smallest film in WebM, with these elements after its track."""
    start = element("1a45dfa3", bytes.fromhex("428284") + b"webm")
    entry = element("d7", b"\1") + element("73c5", b"\1") + element("83", bytes([track_type]))
    entry += element("536e", b"SecretCamera 3000") + element("86", b"V_VP9")
    info = element("4d80", b"Phone 41.3275") + element("4461", bytes(8))
    tracks = element("1654ae6b", element("ae", entry))
    return start + element("18538067", element("1549a966", info) + tracks + b"".join(parts))


def webm_with_place() -> bytes:
    """Return a film in WebM whose tags and attachments tell where it was made."""
    tags = element("1254c367", element("7373", element("67c8", b"LOCATION " + PLACE.encode())))
    attachment = element("1941a469", element("61a7", b"where.gpx 41.3275"))
    cluster = element("1f43b675", element("e7", b"\0") + element("a3", b"\x81\0\0\x80" + SAMPLE))
    return webm(tags, attachment, cluster)


# As a camera may write it between the pictures (H.264, user data that nobody has registered).
MESSAGE = "41.3275 N 19.8187 E"


@cache
def film_with_messages(codec: str = "h264") -> bytes:
    """Return an MP4 film with a place in a message between its pictures; needs ffmpeg."""
    encoder = {"h264": "libx264", "hevc": "libx265"}[codec]
    # The encoder for H.265 writes a message of its own; to that of H.264 one is added.
    message = f"{codec}_metadata=sei_user_data=086f3693b7b34f2c965321492feee5b8+{MESSAGE}"
    filters = ["-bsf:v", message] if codec == "h264" else []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        command = [shutil.which("ffmpeg"), "-v", "error", "-f", "lavfi"]
        command += ["-i", "testsrc=size=64x64:rate=5:duration=1", "-c:v", encoder, *filters]
        subprocess.run([*command, str(path)], check=True, capture_output=True)
        return path.read_bytes()


@cache
def real_film(extension: str) -> bytes:
    """Return a film of a second as ffmpeg makes it, with its place; needs ffmpeg."""
    codec = ["-c:v", "libvpx"] if extension == "webm" else ["-c:v", "mpeg4"]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"film.{extension}"
        command = [shutil.which("ffmpeg"), "-v", "error", "-f", "lavfi"]
        command += ["-i", "testsrc=size=64x48:rate=5:duration=1", *codec]
        if extension == "mp4":
            command += ["-movflags", "use_metadata_tags"]
        command += ["-metadata", f"location={PLACE}", "-metadata", "title=Our house", str(path)]
        subprocess.run(command, check=True)
        return path.read_bytes()
