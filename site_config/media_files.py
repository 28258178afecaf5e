"""Uploaded files in development: with byte ranges, so that films can be wound (RFC 9110 §14).

In production the web server in front does this; see docs/operations.md.
"""

import mimetypes
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

# Types of what staff and the project upload, whatever the machine's own tables say.
MEDIA_TYPES = {
    ".avif": "image/avif",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
# Files keep their address for as long as they keep their content: a new upload gets a new name.
MAX_AGE = 86_400
CHUNK_SIZE = 64 * 1024
# One range of bytes (RFC 9110 §14.1.2); several at once are answered with the whole file.
ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@require_safe
def serve_media(request: HttpRequest, path: str) -> HttpResponse:
    """Send an uploaded file, or the part of it that a player asks for.

    Args:
        request: a GET or HEAD, with ``Range`` and ``If-Range`` as players send them.
        path: below ``MEDIA_ROOT``.

    Raises:
        Http404: there is no such file.
    """
    full_path = _find(path)
    known = full_path.stat()
    etag = f'"{known.st_mtime_ns:x}-{known.st_size:x}"'
    wanted = _wanted_range(request, etag, known.st_size)
    if wanted is None:
        response: HttpResponse = FileResponse(full_path.open("rb"))
        response["Content-Length"] = str(known.st_size)
    elif not wanted:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{known.st_size}"
    else:
        response = StreamingHttpResponse(_part(full_path.open("rb"), wanted), status=206)
        response["Content-Length"] = str(len(wanted))
        response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{known.st_size}"
    response["Content-Type"] = media_type(full_path)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Last-Modified"] = http_date(known.st_mtime)
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    # Opened by itself, an uploaded file gets neither scripts nor the portal's cookies.
    response["Content-Security-Policy"] = (
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"
    )
    return response


def media_type(path: Path) -> str:
    """Return the type of a file by its extension (RFC 6838)."""
    known = MEDIA_TYPES.get(path.suffix.lower())
    return known or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def _find(path: str) -> Path:
    try:
        found = Path(safe_join(settings.MEDIA_ROOT, path))
        if found.is_file():
            return found
    except (SuspiciousFileOperation, OSError, ValueError):
        pass  # It leaves the folder, or no file can have such a name.
    raise Http404(_("There is no such file."))


def _wanted_range(request: HttpRequest, etag: str, size: int) -> range | None:
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


def _part(file: IO[bytes], wanted: range) -> Iterator[bytes]:
    with file:
        file.seek(wanted.start, os.SEEK_SET)
        left = len(wanted)
        while left and (chunk := file.read(min(CHUNK_SIZE, left))):
            left -= len(chunk)
            yield chunk
