"""Parts of files, as players and PDF viewers ask for them (RFC 9110 §14)."""

import os
import re
from collections.abc import Iterator
from typing import IO

from django.http import HttpRequest

CHUNK_SIZE = 64 * 1024
# One range of bytes (RFC 9110 §14.1.2); several at once are answered with the whole file.
ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def wanted_range(request: HttpRequest, etag: str, size: int) -> range | None:
    """Return the bytes that are asked for: None for the whole file, none where there are none."""
    found = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    if found is None or not any(found.groups()) or request.method != "GET":
        return None
    # A player that has an older version's beginning must not get this one's end (§13.1.5).
    if request.headers.get("If-Range", etag) != etag:
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, size - int(last)), size) if int(last) else range(0)
    stop = min(int(last) + 1, size) if last else size
    if last and int(last) < int(first):
        return None  # An invalid range is no range (§14.1.1).
    return range(int(first), stop) if int(first) < size else range(0)


class FilePart:
    """The wanted bytes of an open file, which is closed with the answer that sends them."""

    def __init__(self, file: IO[bytes], wanted: range) -> None:
        self._file, self._wanted = file, wanted

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes, some at a time."""
        self._file.seek(self._wanted.start, os.SEEK_SET)
        left = len(self._wanted)
        while left and (chunk := self._file.read(min(CHUNK_SIZE, left))):
            left -= len(chunk)
            yield chunk

    def close(self) -> None:
        """Close the file, also where nobody has read a byte."""
        self._file.close()
