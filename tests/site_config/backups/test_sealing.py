"""A sealed file opens whole and unchanged, or not at all."""

import io
import secrets
import tempfile

import pytest

from site_config.backups.sealing import (
    MAGIC,
    PIECE,
    SALT,
    TAG,
    OpenedReader,
    SealBrokenError,
    SealingWriter,
    open_pieces,
)

KEY = bytes(range(32))
HEAD = len(MAGIC) + SALT


def seal(content: bytes, *, name: str = "database", key: bytes = KEY) -> bytes:
    with tempfile.TemporaryFile() as file:
        writer = SealingWriter(file, key, name)
        for start in range(0, len(content), 10_000):
            writer.write(content[start : start + 10_000])
        writer.finish()
        file.seek(0)
        return file.read()


def unseal(sealed: bytes, *, name: str = "database", key: bytes = KEY) -> bytes:
    return b"".join(open_pieces(io.BytesIO(sealed), key, name))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_001])
def test_what_is_sealed_opens_as_it_was(size: int):
    content = secrets.token_bytes(size)
    sealed = seal(content)

    assert unseal(sealed) == content
    assert OpenedReader(io.BytesIO(sealed), KEY, "database").readall() == content
    assert size < 16 or content[:16] not in sealed


def test_the_same_content_is_never_sealed_alike():
    assert seal(b"the same") != seal(b"the same")


@pytest.mark.parametrize("at", [0, HEAD - 1, HEAD, HEAD + PIECE, HEAD + PIECE + TAG + 5, -1])
def test_one_changed_bit_is_noticed(at: int):
    sealed = bytearray(seal(secrets.token_bytes(2 * PIECE + 100)))
    sealed[at] ^= 1

    with pytest.raises(SealBrokenError):
        unseal(bytes(sealed))


@pytest.mark.parametrize("left", [0, 5, HEAD, HEAD + 3, HEAD + PIECE + TAG, HEAD + PIECE + TAG + 7])
def test_a_file_that_was_cut_off_is_noticed(left: int):
    sealed = seal(secrets.token_bytes(2 * PIECE + 100))

    with pytest.raises(SealBrokenError):
        unseal(sealed[:left])


def test_pieces_that_were_exchanged_doubled_or_added_are_noticed():
    sealed = seal(secrets.token_bytes(3 * PIECE))
    head, whole = sealed[:HEAD], PIECE + TAG
    first, second, third = (sealed[HEAD + whole * n : HEAD + whole * (n + 1)] for n in range(3))

    for pieces in (
        (second, first, third),
        (first, first, second, third),
        (first, third),
        (first, second, third, third),
        (first, second, third, b"x"),
    ):
        with pytest.raises(SealBrokenError):
            unseal(head + b"".join(pieces))


def test_a_file_opens_under_its_own_name_and_key_alone():
    sealed = seal(b"rows")

    with pytest.raises(SealBrokenError):
        unseal(sealed, name="media")
    with pytest.raises(SealBrokenError):
        unseal(sealed, key=bytes(32))
