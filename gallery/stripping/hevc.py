"""What a decoder of H.265 is told before the pictures (ISO/IEC 14496-15 §8.3.2.1)."""

import struct

from gallery.stripping.blanks import UnreadableFilmError

# Supplemental enhancement information, before and after pictures: notes, such as the encoder's.
MESSAGES = (39, 40)
# Bytes before the lists of units, and the most that all of it has.
HEAD, MOST = 23, 64 * 1024


def without_messages(content: bytes) -> bytes:
    """Return the content of a box ``hvcC`` without messages; it is shorter, or the same.

    Raises:
        UnreadableFilmError: it is not put together as the format asks.
    """
    if not HEAD <= len(content) <= MOST:
        raise UnreadableFilmError("Nobody tells a decoder so much, or so little.")
    kept, place = [], HEAD
    for _number in range(content[HEAD - 1]):
        start = place
        kind, units = struct.unpack(">BH", _part(content, place, 3))
        place += 3
        for _unit in range(units):
            (size,) = struct.unpack(">H", _part(content, place, 2))
            place += 2 + size
        if place > len(content):
            raise UnreadableFilmError("What a decoder is told breaks off.")
        if kind & 0x3F not in MESSAGES:
            kept.append(content[start:place])
    return content[: HEAD - 1] + bytes([len(kept)]) + b"".join(kept)


def _part(content: bytes, place: int, count: int) -> bytes:
    found = content[place : place + count]
    if len(found) < count:
        raise UnreadableFilmError("What a decoder is told breaks off.")
    return found
