"""WebM files without notes (RFC 8794, RFC 9559).

What is not needed to play picture and sound becomes a `Void` element of the same size, filled
with zeros: tags, attachments, chapters, names of tracks, the date, additions to blocks. The names
of the programs that wrote the file have to be there, and are emptied.
"""

from collections.abc import Iterator
from typing import IO, NamedTuple

from gallery.stripping.blanks import UnreadableFilmError, blank, length_of, read_at, write_at

EBML, SEGMENT, CLUSTER, TRACK_ENTRY, TRACK_TYPE = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0xAE, 0x83
CODEC_ID, CODEC_PRIVATE, VOID = 0x86, 0x63A2, 0xEC
EMPTIED = {0x4D80, 0x5741}  # MuxingApp, WritingApp
# Which elements stay, by what they stand in; those that are keys themselves are looked into.
KEPT: dict[int, frozenset[int]] = {
    # SeekHead, Info, Tracks, Cluster, Cues
    SEGMENT: frozenset({0x114D9B74, 0x1549A966, 0x1654AE6B, CLUSTER, 0x1C53BB6B}),
    # TimestampScale, Duration, MuxingApp, WritingApp
    0x1549A966: frozenset({0x2AD7B1, 0x4489, 0x4D80, 0x5741}),
    0x1654AE6B: frozenset({TRACK_ENTRY}),
    # TrackNumber, TrackUID, TrackType, flags, DefaultDuration, Language, codec, Video, Audio
    TRACK_ENTRY: frozenset(
        {0xD7, 0x73C5, TRACK_TYPE, 0xB9, 0x88, 0x55AA, 0x9C, 0x23E383, 0x22B59C, 0x55EE}
        | {CODEC_ID, CODEC_PRIVATE, 0x56AA, 0x56BB, 0xE0, 0xE1}
    ),
    # Timestamp, SimpleBlock, BlockGroup, Position, PrevSize
    CLUSTER: frozenset({0xE7, 0xA3, 0xA0, 0xA7, 0xAB}),
    # Block, BlockDuration, ReferenceBlock, DiscardPadding
    0xA0: frozenset({0xA1, 0x9B, 0xFB, 0x75A2}),
}
PICTURE, SOUND = 1, 2
UNKNOWN = -1
# Three hours have as many pictures and sounds; two bytes of a file can be an element.
MOST_ELEMENTS = 1_000_000
# Bytes and comments of what a decoder needs; real ones have some thousands, and some dozens.
LARGEST_PRIVATE, MOST_COMMENTS = 1024 * 1024, 10_000


class Element(NamedTuple):
    """One element: its kind, and where it begins, holds its content, and ends."""

    kind: int
    start: int
    content: int
    end: int


def strip_webm(file: IO[bytes]) -> None:
    """Overwrite all notes of a WebM file, which is open for reading and writing.

    Raises:
        UnreadableFilmError: it is broken, has a track that is neither seen nor heard, or is
            followed by something else.
    """
    end = length_of(file)
    budget = iter(range(MOST_ELEMENTS))
    segment, kinds = None, []
    for part in _elements(file, 0, end, budget):
        if part.kind == VOID:
            continue
        kinds.append(part.kind)
        if kinds != [EBML, SEGMENT][: len(kinds)]:
            raise UnreadableFilmError("This is no film in one piece.")
        segment = part
    if segment is None or segment.kind != SEGMENT:
        raise UnreadableFilmError("This is no film in one piece.")
    tracks: set[int] = set()
    _clean(file, segment, tracks, budget)
    if PICTURE not in tracks:
        raise UnreadableFilmError("There is no moving picture.")
    for part in _elements(file, 0, end, budget):
        if part.kind == VOID:
            blank(file, part.content, part.end)
    file.seek(0)


def _elements(file: IO[bytes], start: int, end: int, budget: Iterator[int]) -> Iterator[Element]:
    """Yield the elements between two places; they have to fill all of it.

    One that was yielded may be overwritten before the next is read. The budget is of the whole
    film: as many elements may still be read.
    """
    place = start
    while place < end:
        _count(budget)
        kind, content = _read_kind(file, place)
        size, content = _read_size(file, content)
        if size == UNKNOWN:
            # Files written while they are recorded: a cluster lasts until the next one.
            if kind == SEGMENT:
                stop = end
            elif kind == CLUSTER:
                stop = _end_of_cluster(file, content, end, budget)
            else:
                raise UnreadableFilmError("An element has no size.")
        else:
            stop = content + size
        if stop > end:
            raise UnreadableFilmError("An element does not fit into the file.")
        yield Element(kind, place, content, stop)
        place = stop


def _count(budget: Iterator[int]) -> None:
    if next(budget, None) is None:
        raise UnreadableFilmError("No film has as many elements.")


def _end_of_cluster(file: IO[bytes], start: int, end: int, budget: Iterator[int]) -> int:
    place = start
    while place < end:
        _count(budget)
        kind, content = _read_kind(file, place)
        if kind in KEPT[SEGMENT] or kind > 0xFFFFFF:
            return place
        size, content = _read_size(file, content)
        if size == UNKNOWN or content + size > end:
            raise UnreadableFilmError("An element does not fit into the file.")
        place = content + size
    return end


def _read_kind(file: IO[bytes], place: int) -> tuple[int, int]:
    """Return an element's kind, and where its size stands (RFC 8794 §5)."""
    first = read_at(file, place, 1)[0]
    length = 9 - first.bit_length()
    if length > 4:
        raise UnreadableFilmError("This is no element.")
    return int.from_bytes(read_at(file, place, length), "big"), place + length


def _read_size(file: IO[bytes], place: int) -> tuple[int, int]:
    """Return an element's size, and where its content stands (RFC 8794 §6)."""
    first = read_at(file, place, 1)[0]
    length = 9 - first.bit_length()
    if length > 8:
        raise UnreadableFilmError("This is no size.")
    value = int.from_bytes(read_at(file, place, length), "big") & ((1 << 7 * length) - 1)
    return (UNKNOWN if value == (1 << 7 * length) - 1 else value), place + length


def _clean(file: IO[bytes], parent: Element, tracks: set[int], budget: Iterator[int]) -> None:
    codec = b""
    for element in _elements(file, parent.content, parent.end, budget):
        if element.kind not in KEPT[parent.kind]:
            _void(file, element)
        elif element.kind in KEPT:
            _clean(file, element, tracks, budget)
        elif element.kind in EMPTIED:
            blank(file, element.content, element.end)
        elif element.kind == TRACK_TYPE:
            track = int.from_bytes(_content(file, element), "big")
            if track not in {PICTURE, SOUND}:
                raise UnreadableFilmError("A track is neither seen nor heard.")
            tracks.add(track)
        elif element.kind == CODEC_ID:
            codec = _content(file, element)
        elif element.kind == CODEC_PRIVATE and b"VORBIS" in (codec or b"VORBIS"):
            _empty_vorbis_comments(file, element)


def _content(file: IO[bytes], element: Element) -> bytes:
    return read_at(file, element.content, min(element.end - element.content, 4096))


def _void(file: IO[bytes], element: Element) -> None:
    """Put an element of kind Void, with the same number of bytes, in the place of another."""
    total = element.end - element.start
    if total < 2:
        raise UnreadableFilmError("This is no element.")
    # A size of one byte says up to 126; the one of eight fits everything else (RFC 8794 §6.2).
    if total - 2 <= 126:
        head = bytes([VOID, 0x80 | (total - 2)])
    else:
        head = bytes([VOID]) + ((1 << 56) | (total - 9)).to_bytes(8, "big")
    write_at(file, element.start, head)
    blank(file, element.start + len(head), element.end)


def _empty_vorbis_comments(file: IO[bytes], element: Element) -> None:
    """Overwrite the comments that Vorbis keeps in what its decoder needs (Vorbis I §5)."""
    if element.end - element.content > LARGEST_PRIVATE:
        raise UnreadableFilmError("No decoder needs as much.")
    private = read_at(file, element.content, element.end - element.content)
    at = private.find(b"\x03vorbis")
    if at < 0:
        return
    place = at + 7
    for _part in ("vendor", "count"):
        if place + 4 > len(private):
            raise UnreadableFilmError("Comments are broken.")
        number = int.from_bytes(private[place : place + 4], "little")
        place += 4 + (number if _part == "vendor" else 0)
    if number > MOST_COMMENTS:
        raise UnreadableFilmError("Comments are broken.")
    for _comment in range(number):
        length = int.from_bytes(private[place : place + 4], "little")
        place += 4
        if place + length > len(private):
            raise UnreadableFilmError("Comments are broken.")
        write_at(file, element.content + place, b"-" * length)
        place += length
