"""A disk that has no room: what was begun goes again, and whoever has sent it is told."""

import errno
from contextlib import suppress
from contextvars import ContextVar

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

# No room on the disk, in somebody's part of it, or for a file of this size.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_being_written: ContextVar[str] = ContextVar("name_being_written", default="")


def is_full(error: BaseException | None) -> bool:
    """Say whether something failed because a disk has no room."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


class WholeFileStorage(FileSystemStorage):
    """A folder in which a file lies whole or not at all.

    Django leaves the beginning of a file that a full disk has cut.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return a free name, and remember it: it may be another one than was asked for."""
        available = super().get_available_name(name, max_length)
        _being_written.set(available)
        return available

    def _save(self, name: str, content: File) -> str:
        _being_written.set(name)
        try:
            return super()._save(name, content)
        except FileExistsError:
            raise  # It belongs to somebody else.
        except OSError:
            with suppress(OSError):
                self.delete(_being_written.get())
            raise
