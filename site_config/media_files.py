"""Sending uploaded files: with byte ranges, so that films can be wound (RFC 9110 §14).

Where a web server stands in front, it is told which file to send; see docs/operations.md. Who may
have a file is asked before, in `site_config.media_access`.
"""

import mimetypes
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import IO, NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.http import http_date
from django.utils.translation import gettext as _

from site_config.byte_ranges import FilePart, wanted_range

# Types of what staff and the project upload, whatever the machine's own tables say.
MEDIA_TYPES = {
    ".avif": "image/avif",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
# Seconds. Files keep their address for as long as they keep their content: a new upload gets a new
# name.
MAX_AGE = 86_400
FOR_EVERYBODY = f"public, max-age={MAX_AGE}"
FOR_ONE_PERSON = "private, no-store"
# Opened by itself, an uploaded file gets neither scripts nor the portal's cookies.
FILE_POLICY = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"
)
# A drawing loads nothing at all; its colours are its own.
DRAWING_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


def send_file(request: HttpRequest, path: str, *, cache_control: str) -> HttpResponse:
    """Send an uploaded file, or the part of it that a player asks for.

    Args:
        request: a GET or HEAD, with ``Range`` and ``If-Range`` as players send them.
        path: below ``MEDIA_ROOT``.
        cache_control: who may keep the answer (RFC 9111 §5.2.2).

    Raises:
        Http404: there is no such file.
    """
    found = find_file(path)
    if settings.MEDIA_SENDFILE_URL:
        response = HttpResponse()
        response["X-Accel-Redirect"] = f"{settings.MEDIA_SENDFILE_URL}{quote(path)}"
    else:
        response = _from_here(request, found)
    place = PurePath(path)
    response["Content-Type"] = media_type(place)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = found.etag
    response["Last-Modified"] = http_date(found.changed_ns / 1e9)
    response["Cache-Control"] = cache_control
    is_drawing = place.suffix.lower() == ".svg"
    response["Content-Security-Policy"] = DRAWING_POLICY if is_drawing else FILE_POLICY
    return response


def media_type(path: PurePath) -> str:
    """Return the type of a file by its extension (RFC 6838)."""
    known = MEDIA_TYPES.get(path.suffix.lower())
    return known or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


class StoredFile(NamedTuple):
    """An uploaded file, on this machine's disk or in a bucket.

    Attributes:
        size: in bytes.
        changed_ns: when it was stored, in nanoseconds of the epoch.
        open: opens it for reading.
    """

    size: int
    changed_ns: int
    open: Callable[[], IO[bytes]]

    @property
    def etag(self) -> str:
        """A strong validator: files are never written twice under one name (RFC 9110 §8.8.3)."""
        return f'"{self.changed_ns:x}-{self.size:x}"'


def find_file(path: str) -> StoredFile:
    """Return an uploaded file.

    Raises:
        Http404: there is none of that name below ``MEDIA_ROOT``.
    """
    try:
        found = _in_bucket(path) if settings.MEDIA_S3_BUCKET else _on_disk(path)
    except (SuspiciousFileOperation, OSError, ValueError):
        found = None  # It leaves the folder, or no file can have such a name.
    if found is None:
        raise Http404(_("There is no such file."))
    return found


def _on_disk(path: str) -> StoredFile | None:
    full_path = Path(safe_join(settings.MEDIA_ROOT, path))
    if not full_path.is_file():
        return None
    known = full_path.stat()
    return StoredFile(known.st_size, known.st_mtime_ns, partial(full_path.open, "rb"))


def _in_bucket(path: str) -> StoredFile:
    changed = default_storage.get_modified_time(path)
    return StoredFile(
        default_storage.size(path),
        int(changed.timestamp()) * 10**9,
        partial(default_storage.open, path, "rb"),
    )


def _from_here(request: HttpRequest, found: StoredFile) -> HttpResponse:
    size = found.size
    wanted = wanted_range(request, found.etag, size)
    if wanted is None:
        response: HttpResponse = FileResponse(found.open())
        response["Content-Length"] = str(size)
    elif not wanted:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
    else:
        response = StreamingHttpResponse(FilePart(found.open(), wanted), status=206)
        response["Content-Length"] = str(len(wanted))
        response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    return response
