"""Public answers are compressed before a cache keeps them: once, not for each reader."""

import gzip
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]

# Bytes. Smaller answers fit into one packet anyway.
LEAST = 860
LEVEL = 6
TYPES = ("text/", "application/json", "application/xml", "image/svg+xml")
SUFFIXES = ("+xml", "+json")


def compress_public_answers(get_response: Handler) -> Handler:
    """Compress the text that is one document for everybody (RFC 9110 §8.4).

    What belongs to one person stays as it is: beside a secret of theirs it may repeat what others
    sent (BREACH). The same text gives the same bytes, so a strong ``ETag`` holds.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not _can_be_compressed(response):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if accepts_gzip(request.headers.get("Accept-Encoding", "")):
            response.content = compress(response.content)
            response["Content-Encoding"] = "gzip"
            response["Content-Length"] = str(len(response.content))
        return response

    return middleware


def compress(body: bytes) -> bytes:
    """Return a body in gzip (RFC 1952); the same body gives the same bytes."""
    return gzip.compress(body, LEVEL, mtime=0)


def accepts_gzip(accepted: str) -> bool:
    """Say whether a value of ``Accept-Encoding`` takes gzip (RFC 9110 §12.5.3)."""
    for part in accepted.lower().split(","):
        coding, _semicolon, weight = part.partition(";")
        if coding.strip() in {"gzip", "x-gzip"}:
            quality = weight.replace(" ", "")
            return not (quality.startswith("q=0") and not quality.strip("q=0."))
    return False


def _can_be_compressed(response: HttpResponse) -> bool:
    kind = response.get("Content-Type", "").split(";")[0]
    return (
        response.status_code == 200
        and not response.streaming
        and "public" in response.get("Cache-Control", "")
        and not response.has_header("Content-Encoding")
        and not response.has_header("ETag")
        and len(response.content) >= LEAST
        and (kind.startswith(TYPES) or kind.endswith(SUFFIXES))
    )
