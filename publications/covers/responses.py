"""Drawn covers as answers to requests."""

import base64

from django.http import FileResponse, Http404, HttpResponse
from django.utils.translation import gettext as _

from publications.covers.drawing import CoverWords, draw_cover, paint_cover
from site_config.models import SiteDocument

# Opened by itself, the drawing may do nothing but show its own colours.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


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


def first_page_response(document: SiteDocument) -> HttpResponse:
    """Return the first page of a PDF as a picture.

    Raises:
        Http404: the file is gone.
    """
    try:
        picture = document.first_page.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("There is no such file.")) from error
    response = FileResponse(picture, content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def cover_data_url(words: CoverWords) -> str:
    """Return a drawn cover as an address that holds it, for previews of unpublished pages."""
    encoded = base64.b64encode(draw_cover(words).encode()).decode("ascii")
    return f"data:image/svg+xml;base64,{encoded}"
