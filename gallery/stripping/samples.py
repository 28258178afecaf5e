"""Where the samples of a track lie in an MP4 or QuickTime file (ISO/IEC 14496-12 §8.7)."""

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import IO

from gallery.stripping.blanks import UnreadableFilmError, read_at

# Samples of a track, and chunks of all tracks: three hours of 60 pictures in a second.
MOST_ENTRIES = 750_000


class Ranges:
    """Parts of a file, each from its first byte to the one after its last."""

    def __init__(self) -> None:
        self._parts: list[tuple[int, int]] = []
        self._is_merged = True

    def __len__(self) -> int:
        return len(self._parts)

    def add(self, parts: Iterable[tuple[int, int]]) -> None:
        """Add parts, in any order."""
        self._parts.extend(parts)
        self._is_merged = False

    def merged(self) -> list[tuple[int, int]]:
        """Return the parts in their order, without overlaps."""
        if self._is_merged:
            return self._parts
        self._parts.sort()
        merged: list[tuple[int, int]] = []
        for part in self._parts:
            if merged and part[0] <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(part[1], merged[-1][1]))
            else:
                merged.append(part)
        self._parts, self._is_merged = merged, True
        return merged

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield what lies between two places and in none of the parts."""
        place, merged = start, self.merged()
        # The one before may reach into it.
        at = max(0, bisect_right(merged, (start, 0)) - 1)
        while at < len(merged) and merged[at][0] < end:
            first, last = merged[at]
            if first > place:
                yield place, first
            place = max(place, last)
            at += 1
        if place < end:
            yield place, end

    def overlaps(self, other: "Ranges") -> bool:
        """Say whether a byte is in both."""
        mine, theirs = self.merged(), other.merged()
        at = 0
        for start, end in mine:
            while at < len(theirs) and theirs[at][1] <= start:
                at += 1
            if at < len(theirs) and theirs[at][0] < end:
                return True
        return False


def chunk_ranges(
    file: IO[bytes], tables: dict[bytes, tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where the chunks of a track lie.

    Args:
        file: the film.
        tables: the boxes of the sample table by their kind, as places of their content.

    Raises:
        UnreadableFilmError: the tables don't fit each other, or are larger than any film's.
    """
    wide = b"co64" in tables
    offsets = _numbers(file, tables.get(b"co64" if wide else b"stco"), "Q" if wide else "I", 1)
    runs = _numbers(file, tables.get(b"stsc"), "I", 3)
    sizes, every = _sizes(file, tables.get(b"stsz"))
    if offsets and not runs:
        raise UnreadableFilmError("Nothing says how many samples a chunk has.")
    sample = run = 0
    for number, start in enumerate(offsets, start=1):
        while run + 3 < len(runs) and runs[run + 3] <= number:
            run += 3
        count = runs[run + 1]
        length = count * every if every else sum(sizes[sample : sample + count])
        sample += count
        yield start, start + length


def _numbers(
    file: IO[bytes], place: tuple[int, int] | None, letter: str, columns: int
) -> "array[int]":
    """Return the numbers of a table: a version, a count, and as many rows."""
    if place is None:
        raise UnreadableFilmError("A sample table is missing.")
    start, end = place
    (count,) = struct.unpack(">I", read_at(file, start + 4, 4))
    return _column(file, start + 8, end, count, letter, columns)


def _sizes(file: IO[bytes], place: tuple[int, int] | None) -> tuple["array[int]", int]:
    """Return the size of each sample, or the one that all have."""
    if place is None:
        raise UnreadableFilmError("Nothing says how large the samples are.")
    start, end = place
    every, count = struct.unpack(">II", read_at(file, start + 4, 8))
    if every:
        return array("I"), every
    return _column(file, start + 12, end, count, "I", 1), 0


def _column(
    file: IO[bytes], start: int, end: int, count: int, letter: str, columns: int
) -> "array[int]":
    """Read so many rows of numbers, a few bytes each and no object."""
    numbers = array(letter)
    length = count * columns * numbers.itemsize
    if count > MOST_ENTRIES or start + length > end:
        raise UnreadableFilmError("A sample table is broken.")
    numbers.frombytes(read_at(file, start, length))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
