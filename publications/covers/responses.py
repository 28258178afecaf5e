"""Covers as answers to requests."""

import base64
from pathlib import PurePath
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _

from publications.covers.drawing import CoverWords, draw_cover, paint_cover
from site_config.freshness import SHARED_SECONDS
from site_config.front_cache.files import collection_word
from site_config.front_cache.shown import note
from site_config.models import SiteDocument

# Opened by itself, the drawing may do nothing but show its own colours.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
MEDIA_TYPES = {".avif": "image/avif", ".jpg": "image/jpeg", ".webp": "image/webp"}
# In browsers, which nobody can purge: who has seen a picture may keep it for a day.
LASTING_SECONDS = 86_400


def cover_response(words: CoverWords) -> HttpResponse:
    """Return a drawn cover as a document that shared caches may keep."""
    response = HttpResponse(draw_cover(words), content_type="image/svg+xml; charset=utf-8")
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def cover_picture_response(words: CoverWords) -> HttpResponse:
    """Return a drawn cover in pixels."""
    response = HttpResponse(paint_cover(words), content_type="image/png")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def first_page_response(
    request: HttpRequest, document: SiteDocument, name: str, *, lasting: bool
) -> HttpResponse:
    """Return the first page of a PDF as a picture.

    Args:
        request: whose sender may read the document.
        document: the PDF.
        name: which of its pictures, such as “small.avif”.
        lasting: the address holds this picture and never another one.

    Raises:
        Http404: there is no such picture, or its file is gone.
    """
    stored = document.first_page_names().get(name, "")
    etag = f'"{PurePath(stored).name}"'
    response = get_conditional_response(request, etag=etag) if stored else None
    if response is None:
        picture = _open(document, stored)
        response = FileResponse(picture, content_type=MEDIA_TYPES[PurePath(name).suffix])
    # Its collection may be moved below one that is for some.
    note(collection_word(document.collection_id))
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    if lasting:
        kept = {"max_age": LASTING_SECONDS, "s_maxage": SHARED_SECONDS}
        patch_cache_control(response, public=True, **kept)
    return response


def _open(document: SiteDocument, stored: str) -> IO[bytes]:
    try:
        if stored:
            return document.first_page.storage.open(stored, "rb")
    except FileNotFoundError:
        pass
    raise Http404(_("There is no such file."))


def cover_data_url(words: CoverWords) -> str:
    """Return a drawn cover as an address that holds it, for previews of unpublished pages."""
    encoded = base64.b64encode(draw_cover(words).encode()).decode("ascii")
    return f"data:image/svg+xml;base64,{encoded}"
