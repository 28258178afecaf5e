"""Documents at their addresses, for those who may read them.

In the place of Wagtail's own view, which knows neither drafts nor parts of files: a viewer that
opens a PDF at page 70 needs neither the first 69 nor the wait for them.
"""

import os
from collections.abc import Callable
from urllib.parse import quote

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from site_config.byte_ranges import FilePart, wanted_range
from site_config.document_access import may_read
from site_config.models import SiteDocument

# Nothing in any document runs as ours.
POLICY = "default-src 'none'; sandbox"
# WebKit's viewer, which every iPhone has, shows an empty window for a PDF in a sandbox. Without
# one a PDF with scripts is harmless still: it begins as a PDF, and is no archive at its end
# (`site_config.documents`); its type is told and not to be guessed (``nosniff``), so no browser
# makes a page of it; viewers run what scripts they know in a world of its own, out of reach of
# cookies and pages; and a page, were it one, would load, run and send nothing. Staff are told
# which files have scripts. Viewers lay themselves out by styles of their own.
PDF = "application/pdf"
PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
JPEG = "image/jpeg"


@require_safe
def serve_document(request: HttpRequest, document_id: str, document_filename: str) -> HttpResponse:
    """Send a document, the part of it that a viewer asks for, or "not modified".

    Shared caches ask anew each time (``no-cache``): an answer costs them a few bytes where
    nothing has changed, and a withdrawn or replaced file is gone at once.

    Raises:
        Http404: there is no such document, or not for the sender.
    """
    document = _find(document_id)
    if document.filename != document_filename:
        raise Http404(_("There is no such file."))
    return _for_readers(request, document, lambda: _send(request, document))


@require_safe
def serve_first_page(request: HttpRequest, document_id: int) -> HttpResponse:
    """Send the picture of a document's first page.

    Raises:
        Http404: there is none, or not for the sender.
    """
    document = _find(str(document_id))
    if not document.has_first_page:
        raise Http404(_("There is no such file."))

    def send() -> HttpResponse:
        etag = f'"{document.first_page_version or document.get_file_hash()}-1"'
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            return _marked(HttpResponseNotModified(), etag, JPEG)
        response = FileResponse(document.first_page.open("rb"), content_type=JPEG)
        return _marked(response, etag, JPEG)

    return _for_readers(request, document, send)


def _find(document_id: str) -> SiteDocument:
    if len(document_id) > 18:
        raise Http404(_("There is no such file."))  # No database counts as far.
    return get_object_or_404(SiteDocument.objects.select_related("collection"), pk=document_id)


def _for_readers(
    request: HttpRequest, document: SiteDocument, send: Callable[[], HttpResponse]
) -> HttpResponse:
    """Answer those who may read the document; say to caches what is for everybody."""
    try:
        for check in hooks.get_hooks("before_serve_document"):
            answer = check(document, request)
            if isinstance(answer, HttpResponse):
                patch_cache_control(answer, private=True, no_store=True)
                return answer
        if not may_read(request, document):
            raise Http404(_("There is no such file."))
        response = send()
    except FileNotFoundError as error:
        raise Http404(_("There is no such file.")) from error
    if _is_for_some(request, document):
        response["Cache-Control"] = "private, no-store"
    else:
        response["Cache-Control"] = "public, no-cache"
    return response


def _is_for_some(request: HttpRequest, document: SiteDocument) -> bool:
    session = getattr(request, "session", None)
    looked_at = session is not None and (session.accessed or session.modified)
    return looked_at or document.collection.get_view_restrictions().exists()


def _send(request: HttpRequest, document: SiteDocument) -> HttpResponse:
    etag = f'"{document.get_file_hash()}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return _marked(HttpResponseNotModified(), etag, document.content_type)
    file = document.file.storage.open(document.file.name, "rb")
    size = os.fstat(file.fileno()).st_size if document.is_stored_locally() else document.file.size
    wanted = wanted_range(request, etag, size)
    if wanted is None:
        response: HttpResponse = FileResponse(file)
        response["Content-Length"] = str(size)
    elif not wanted:
        file.close()
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
    else:
        response = StreamingHttpResponse(FilePart(file, wanted), status=206)
        response["Content-Length"] = str(len(wanted))
        response["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    if wanted is None or (wanted and wanted.start == 0):
        # The beginning, once for each reader; a viewer then fetches the other parts.
        document_served.send(sender=SiteDocument, instance=document, request=request)
    response["Content-Type"] = document.content_type
    response["Content-Disposition"] = _disposition(document)
    response["Accept-Ranges"] = "bytes"
    if document.known_language:
        response["Content-Language"] = document.known_language
    return _marked(response, etag, document.content_type)


def _disposition(document: SiteDocument) -> str:
    """Open PDFs in the browser, save all others, each under its name (RFC 6266 §4)."""
    kind = "inline" if document.content_disposition == "inline" else "attachment"
    return f"{kind}; filename*=UTF-8''{quote(document.filename)}"


def _marked(response: HttpResponse, etag: str, media_type: str) -> HttpResponse:
    response["ETag"] = etag
    response["Content-Security-Policy"] = PDF_POLICY if media_type == PDF else POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response
