"""MP4 and QuickTime files without notes (ISO/IEC 14496-12, QuickTime File Format).

What is not needed to play picture and sound becomes a `free` box of the same size, filled with
zeros, so no offset changes: user data (`udta` with ``©xyz``), `meta` with keys and XMP, `uuid`,
tracks that hold neither picture nor sound (with their samples), and whatever lies in `mdat`
outside every sample. Times of recording become zero; names of handlers and encoders are emptied.
"""

import struct
from collections.abc import Iterator
from typing import IO, NamedTuple

from gallery.stripping import hevc, samples
from gallery.stripping.blanks import UnreadableFilmError, blank, length_of, read_at, write_at
from gallery.stripping.samples import Ranges, chunk_ranges

# Each is looked at some times. Films have some dozens; eight bytes of a file can be one.
MOST_BOXES = 50_000
# Which boxes stay, by what they stand in; those that are keys themselves are looked into.
KEPT: dict[bytes, frozenset[bytes]] = {
    b"file": frozenset({b"ftyp", b"moov", b"mdat"}),
    b"moov": frozenset({b"mvhd", b"trak"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia"}),
    b"edts": frozenset({b"elst"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf"}),
    b"minf": frozenset({b"vmhd", b"smhd", b"dinf", b"stbl", b"hdlr"}),
    b"dinf": frozenset({b"dref"}),
    b"stbl": frozenset(
        {b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stco", b"co64", b"stss", b"sdtp"}
        | {b"sbgp", b"sgpd"}
    ),
}
KEPT_IN_PICTURES = frozenset(
    {b"avcC", b"hvcC", b"av1C", b"vpcC", b"esds", b"colr", b"pasp", b"clap", b"btrt", b"fiel"}
    | {b"mdcv", b"clli"}
)
KEPT_IN_SOUNDS = frozenset({b"esds", b"dOps", b"btrt", b"chan", b"wave", b"srat"})
PLAYED = {b"vide", b"soun"}
# Bytes before the boxes of a sample entry, and where an encoder has left its name (§12.1.3).
PICTURE_ENTRY, SOUND_ENTRY, ENCODER_NAME = 86, 36, (50, 82)
TIMED = {b"mvhd", b"tkhd", b"mdhd"}
HANDLER_HEAD = 24


class Box(NamedTuple):
    """One box: its kind, and where it begins, holds its content, and ends."""

    kind: bytes
    start: int
    content: int
    end: int


def strip_iso_media(file: IO[bytes], *, needs_picture: bool = True) -> None:
    """Overwrite all notes of an MP4 or QuickTime file, which is open for reading and writing.

    Args:
        file: the film.
        needs_picture: whether it has to be seen, and not only heard.

    Raises:
        UnreadableFilmError: it is broken, in fragments, without a picture, or refers to others.
    """
    film = Film(file)
    end = length_of(file)
    boxes = list(film.boxes(0, end))
    kinds = [box.kind for box in boxes]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"moov") != 1 or b"moof" in kinds:
        raise UnreadableFilmError("This is no film in one piece.")
    [movie] = [box for box in boxes if box.kind == b"moov"]
    played, has_picture = _strip_tracks(film, movie)
    if needs_picture and not has_picture:
        raise UnreadableFilmError("There is no moving picture.")
    _clean(film, Box(b"file", 0, 0, end))
    for box in boxes:
        if box.kind == b"mdat":
            for start, stop in played.gaps(box.content, box.end):
                blank(file, start, stop)
    file.seek(0)


class Film:
    """An open file, in which no more boxes are looked at than a film has."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self._left = MOST_BOXES

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """Yield the boxes between two places; they have to fill all of it (§4.2)."""
        file, place = self.file, start
        while place < end:
            # QuickTime ends some lists with four zeros.
            if end - place == 4 and read_at(file, place, 4) == bytes(4):
                return
            size, kind = struct.unpack(">I4s", read_at(file, place, 8))
            content = place + 8
            if size == 1:
                (size,) = struct.unpack(">Q", read_at(file, content, 8))
                content += 8
            elif size == 0:
                size = end - place
            self._left -= 1
            if place + size > end or content > place + size or self._left < 0:
                raise UnreadableFilmError("A box does not fit into the file.")
            yield Box(kind, place, content, place + size)
            place += size

    def child(self, box: Box, *path: bytes) -> Box:
        """Return the one box that stands in another, by the kinds on the way to it."""
        for kind in path:
            found = [inner for inner in self.boxes(box.content, box.end) if inner.kind == kind]
            if len(found) != 1:
                raise UnreadableFilmError(f"There is no {kind!r}.")
            box = found[0]
        return box


def _strip_tracks(film: Film, movie: Box) -> tuple[Ranges, bool]:
    """Take out the tracks that are neither seen nor heard.

    Returns:
        Where the samples of the others are, and whether one of them is a picture.
    """
    played, others = Ranges(), Ranges()
    has_picture = False
    for track in [box for box in film.boxes(movie.content, movie.end) if box.kind == b"trak"]:
        handler = film.child(track, b"mdia", b"hdlr")
        kind = read_at(film.file, handler.content + 8, 4)
        table = film.child(track, b"mdia", b"minf", b"stbl")
        tables = {box.kind: box for box in film.boxes(table.content, table.end)}
        places = {name: (box.content, box.end) for name, box in tables.items()}
        is_played = kind in PLAYED
        (played if is_played else others).add(chunk_ranges(film.file, places))
        if len(played) + len(others) > samples.MOST_ENTRIES:
            raise UnreadableFilmError("No film has as many chunks.")
        if not is_played:
            _free(film, track)
            continue
        has_picture = has_picture or kind == b"vide"
        _check_reference(film, film.child(track, b"mdia", b"minf", b"dinf", b"dref"))
        _clean_entries(film, tables.get(b"stsd"), is_picture=kind == b"vide")
    if played.overlaps(others):
        raise UnreadableFilmError("Tracks share their samples.")
    return played, has_picture


def _clean(film: Film, parent: Box) -> None:
    for box in film.boxes(parent.content, parent.end):
        if box.kind not in KEPT[parent.kind]:
            _free(film, box)
        elif box.kind in KEPT:
            _clean(film, box)
        elif box.kind in TIMED:
            # Creation and modification, of 32 bits each, or 64 in version 1 (§8.2.2).
            wide = read_at(film.file, box.content, 1) == b"\x01"
            blank(film.file, box.content + 4, min(box.content + (20 if wide else 12), box.end))
        elif box.kind == b"hdlr":
            blank(film.file, min(box.content + HANDLER_HEAD, box.end), box.end)


def _free(film: Film, box: Box) -> None:
    write_at(film.file, box.start + 4, b"free")
    blank(film.file, box.content, box.end)


def _check_reference(film: Film, box: Box) -> None:
    """Refuse samples that lie in another file, whose path would be a note too (§8.7.2)."""
    for entry in film.boxes(box.content + 8, box.end):
        if not read_at(film.file, entry.content, 4)[3] & 1:
            raise UnreadableFilmError("The film refers to another file.")


def _clean_entries(film: Film, box: Box | None, *, is_picture: bool) -> None:
    if box is None:
        raise UnreadableFilmError("Nothing says how the samples are written.")
    head, kept = (PICTURE_ENTRY, KEPT_IN_PICTURES) if is_picture else (SOUND_ENTRY, KEPT_IN_SOUNDS)
    for entry in film.boxes(box.content + 8, box.end):
        # QuickTime's later versions of sound entries are longer; nothing else is kept in them.
        if not is_picture and read_at(film.file, entry.start + 16, 2) != b"\x00\x00":
            continue
        if is_picture:
            blank(film.file, entry.start + ENCODER_NAME[0], entry.start + ENCODER_NAME[1])
        for inner in film.boxes(entry.start + head, entry.end):
            if inner.kind not in kept:
                _free(film, inner)
            elif inner.kind == b"hvcC":
                _clean_parameters(film, inner)


def _clean_parameters(film: Film, box: Box) -> None:
    """Take messages out of what a decoder of H.265 is told; an empty box takes their place."""
    told = read_at(film.file, box.content, min(box.end - box.content, hevc.MOST + 1))
    clean = hevc.without_messages(told)
    left = box.end - box.content - len(clean)
    if not left:
        return
    if left < 8 or box.content - box.start != 8:
        raise UnreadableFilmError("There is no place for an empty box.")
    gap = struct.pack(">I4s", left, b"free") + bytes(left - 8)
    write_at(film.file, box.start, struct.pack(">I4s", 8 + len(clean), box.kind) + clean + gap)
