"""Uploaded files in a bucket, with the portal's own addresses.

Nobody reaches the bucket: the portal asks who may have a file, and sends it. So addresses in pages
last, a page stays one document for everybody, and no third party learns of readers. The package
django-storages is an extra; only settings that name a bucket load this module.
"""

from datetime import datetime
from io import RawIOBase
from typing import IO, Any

from botocore.exceptions import ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import clean_name


class PartsOfBucket(RawIOBase):
    """A file in a bucket, of which no more is fetched than is read.

    A player that winds a film asks for its middle; fetching all before would keep it waiting.

    Args:
        stored: the object, as boto3 knows it.
    """

    def __init__(self, stored: Any) -> None:
        self._stored, self._at, self._body = stored, 0, None
        self.name = stored.key

    def readable(self) -> bool:
        """Say that this file is for reading."""
        return True

    def seekable(self) -> bool:
        """Say that reading can begin anywhere."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place; the next reading fetches from there."""
        base = {0: 0, 1: self._at, 2: self._stored.content_length}[whence]
        if base + offset != self._at:
            self._at = base + offset
            self._drop()
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer from the place on."""
        if self._body is None:
            if self._at >= self._stored.content_length:
                return 0
            self._body = self._stored.get(Range=f"bytes={self._at}-")["Body"]
        piece = self._body.read(len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        """Let go of what was not read."""
        self._drop()
        super().close()

    def _drop(self) -> None:
        if self._body is not None:
            self._body.close()
            self._body = None


class BucketStorage(S3Storage):
    """The bucket of uploaded files."""

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        """Return the portal's own address of a file."""
        return f"{settings.MEDIA_URL}{filepath_to_uri(name or '').lstrip('/')}"

    def _open(self, name: str, mode: str = "rb") -> IO[bytes]:
        """Open a file; for reading alone, part by part.

        Raises:
            FileNotFoundError: there is none of this name.
        """
        if mode != "rb":
            return super()._open(name, mode)
        return File(PartsOfBucket(self._stored(name)), name)  # type: ignore[return-value]

    def get_modified_time(self, name: str) -> datetime:
        """Return when a file was stored.

        Raises:
            FileNotFoundError: there is none of this name.
        """
        return self._stored(name).last_modified

    def _stored(self, name: str) -> Any:
        stored = self.bucket.Object(self._normalize_name(clean_name(name)))
        try:
            stored.load()
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                raise FileNotFoundError(name) from error
            raise
        return stored
