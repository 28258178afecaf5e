"""Parts of a file that are overwritten where they stand, so that nothing else has to move."""

import os
from typing import IO

CHUNK = 64 * 1024


class UnreadableFilmError(Exception):
    """A file is not put together as its format asks, or in a way that can't be cleaned."""


def length_of(file: IO[bytes]) -> int:
    """Return how many bytes a file has."""
    return file.seek(0, os.SEEK_END)


def read_at(file: IO[bytes], place: int, count: int) -> bytes:
    """Return as many bytes from a place of a file.

    Raises:
        UnreadableFilmError: it ends before.
    """
    file.seek(place)
    found = file.read(count)
    if len(found) < count:
        raise UnreadableFilmError("The file breaks off.")
    return found


def write_at(file: IO[bytes], place: int, content: bytes) -> None:
    """Overwrite a part of a file."""
    file.seek(place)
    file.write(content)


def blank(file: IO[bytes], start: int, end: int) -> None:
    """Overwrite a part of a file with zeros."""
    file.seek(start)
    left = end - start
    while left > 0:
        step = min(left, CHUNK)
        file.write(bytes(step))
        left -= step
