"""Files that nobody reaches by address: what waits for a moderator, and what was taken down."""

import os
from typing import IO
from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage, storages

from site_config.full_disks import WholeFileStorage


class PrivateStorage(WholeFileStorage):
    """A folder that no address leads into: ``PRIVATE_ROOT``."""

    @property
    def base_location(self) -> str:
        """The folder as the settings name it."""
        return str(settings.PRIVATE_ROOT)

    @property
    def location(self) -> str:
        """The same as a whole path."""
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """Refuse to make an address.

        Raises:
            ValueError: always.
        """
        raise ValueError("This file is not accessible via a URL.")


def private_storage() -> Storage:
    """Return where such files are kept: outside the folder that the web server gives out."""
    return storages["private"]


def submission_path(instance: object, name: str) -> str:
    """Return where a submitted file is kept: under a name that tells nothing."""
    return f"submissions/{uuid4().hex}{_suffix(name)}"


def keep_privately(file: IO[bytes], name: str) -> str:
    """Copy a file out of reach, and return the name that it has there."""
    path = f"taken-down/{uuid4().hex}{_suffix(name)}"
    return private_storage().save(path, File(file))


def _suffix(name: str) -> str:
    _stem, dot, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if dot else ""
