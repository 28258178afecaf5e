"""Forms that have waited too long: their token is renewed, and nothing typed is lost."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


def form_has_expired(request: HttpRequest) -> bool:
    """Say whether a POST lacks a good token, as Django's own check would.

    For views that are marked ``csrf_exempt`` in order to show the form again instead of the
    portal's page for expired forms. They must do nothing where this is true.
    """
    middleware = CsrfViewMiddleware(lambda _request: HttpResponse())
    middleware.process_request(request)
    return middleware.process_view(request, _protected, (), {}) is not None


def _protected(request: HttpRequest) -> HttpResponse:
    """Stand for a view that is not exempt."""
    return HttpResponse()
