"""Addresses of publications that Wagtail's own pattern for pages doesn't match."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve


@require_safe
def cover(request: HttpRequest, path: str, name: str) -> HttpResponse:
    """Serve the drawn cover of the page at ``path``, or the first page of its PDF, to its readers.

    Raises:
        Http404: there is no publication.
    """
    return serve(request, f"{path}{name}/")
