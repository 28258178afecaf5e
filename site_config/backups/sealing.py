"""Encrypting a stream of any length, so that nothing of it can be read, changed or cut off.

The stream is cut into pieces of 64 KiB, each sealed by AES-256-GCM (NIST SP 800-38D). The nonce
holds the piece's number and whether it is the last one: the STREAM construction (Hoang,
Reyhanitabar, Rogaway, Vizár 2015) that also age uses. Pieces that are changed, moved, left out or
cut off at the end don't open. The key of a file is made from the backup's key, a salt of its own
and its name (HKDF, RFC 5869), so that one file can't be put in the place of another.
"""

import hashlib
import io
import os
import secrets
from collections.abc import Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"sheshi-sealed-1\n"
SALT = 16
PIECE = 65_536
TAG = 16
KEY = 32


class SealBrokenError(Exception):
    """A sealed file was damaged, cut off or changed, or the key is not the one it was made with."""


def _file_key(key: bytes, salt: bytes, name: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY, salt=salt, info=name.encode()).derive(key)


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


class SealingWriter(io.RawIOBase):
    """A file to write into; what is written reaches the disk sealed.

    Args:
        target: where the sealed bytes go.
        key: the backup's, 32 bytes.
        name: what the file is, such as ``database``; it opens under this name alone.
    """

    def __init__(self, target: IO[bytes], key: bytes, name: str) -> None:
        salt = secrets.token_bytes(SALT)
        self._cipher = AESGCM(_file_key(key, salt, name))
        self._target = target
        self._waiting = bytearray()
        self._number = 0
        self._sealed = hashlib.sha256()
        self._size = 0
        self._emit(MAGIC + salt)

    @property
    def digest(self) -> str:
        """The SHA-256 of what has reached the disk."""
        return self._sealed.hexdigest()

    @property
    def size(self) -> int:
        """How many bytes have reached the disk."""
        return self._size

    def writable(self) -> bool:
        """Say that this file is for writing."""
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Take bytes, and seal every piece that is full."""
        self._waiting += data
        # The last piece is sealed otherwise, so one is held back.
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), is_last=False)
            del self._waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Seal the last piece and have everything on the disk."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()
        self._target.flush()
        os.fsync(self._target.fileno())

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        self._emit(self._cipher.encrypt(_nonce(self._number, is_last), piece, None))
        self._number += 1

    def _emit(self, raw: bytes) -> None:
        self._target.write(raw)
        self._sealed.update(raw)
        self._size += len(raw)


def open_pieces(source: IO[bytes], key: bytes, name: str) -> Iterator[bytes]:
    """Yield what is in a sealed file, piece by piece.

    No piece is given out that was not checked; that none is missing is known after the last.

    Args:
        source: the sealed file, at its beginning.
        key: the backup's, 32 bytes.
        name: what the file was sealed as.

    Raises:
        SealBrokenError: a piece was changed, moved, or left out, or the key is another.
    """
    head = source.read(len(MAGIC) + SALT)
    if len(head) < len(MAGIC) + SALT or not head.startswith(MAGIC):
        raise SealBrokenError(f"“{name}” is no sealed file of this portal")
    cipher = AESGCM(_file_key(key, head[len(MAGIC) :], name))
    number, piece = 0, source.read(PIECE + TAG)
    while True:
        following = source.read(PIECE + TAG)
        try:
            opened = cipher.decrypt(_nonce(number, not following), piece, None)
        except (InvalidTag, ValueError) as error:
            raise SealBrokenError(
                f"“{name}” is damaged or cut off at piece {number}, or sealed with another key"
            ) from error
        yield opened
        if not following:
            return
        number, piece = number + 1, following


class OpenedReader(io.RawIOBase):
    """A sealed file to read from, as if it were not sealed."""

    def __init__(self, source: IO[bytes], key: bytes, name: str) -> None:
        self._pieces = open_pieces(source, key, name)
        self._rest = b""

    def readable(self) -> bool:
        """Say that this file is for reading."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill a buffer as far as one piece goes."""
        if not self._rest:
            self._rest = next(self._pieces, b"")
        part = self._rest[: len(buffer)]
        buffer[: len(part)] = part
        self._rest = self._rest[len(part) :]
        return len(part)
