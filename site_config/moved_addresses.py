"""The way on from an address below a page that has been moved or renamed.

Wagtail leaves a redirect where a page stood, for its own address alone. A feed, the latest issue,
the catalogue of a library or a photo of an album stand below the page's address: who subscribed to
them, or linked to them, is led on by the same redirect.
"""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import iri_to_uri
from django.utils.http import escape_leading_slashes
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from site_config.page_routing import find_route

# Of an address; nothing of the portal stands deeper.
MOST_PARTS = 20


class MovedAddressesMiddleware(RedirectMiddleware):
    """Wagtail's redirects, and those of the pages above an address that leads nowhere."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Answer with the way on where there is one, else with what was to be answered."""
        response = super().process_response(request, response)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        address = address_now(request)
        return HttpResponsePermanentRedirect(address) if address else response


def address_now(request: HttpRequest) -> str:
    """Return where what stood below a page is since the page has moved; "" where nothing is known.

    The part of the address below the page, and the question, are carried over.

    Args:
        request: one that was answered with 404.
    """
    above = _addresses_above(request.path)
    site = Site.find_for_request(request) if above else None
    if site is None:
        return ""
    left = (
        Redirect.get_for_site(site)
        .filter(
            old_path__in=above,
            automatically_created=True,
            redirect_page__live=True,
            redirect_page_route_path="",
        )
        .select_related("redirect_page")
    )
    redirect = max(left, key=lambda found: len(found.old_path), default=None)
    if redirect is None or not redirect.link or _is_taken(request, site, redirect.old_path):
        return ""
    below = request.path.removeprefix(redirect.old_path)
    question = request.META.get("QUERY_STRING", "")
    address = escape_leading_slashes(iri_to_uri(redirect.link.rstrip("/") + below))
    return f"{address}?{iri_to_uri(question)}" if question else address


def _addresses_above(path: str) -> list[str]:
    """Return the addresses of all pages that may stand above one, as redirects keep them."""
    parts = path.strip("/").split("/")
    if len(parts) > MOST_PARTS or "\x00" in path:
        return []
    return ["/" + "/".join(parts[:count]) for count in range(1, len(parts))]


def _is_taken(request: HttpRequest, site: Site, old_path: str) -> bool:
    """Whether a page stands there now: what is missing below it is missing.

    Else two pages that have taken each other's address would send a visitor to and fro.
    """
    try:
        match = resolve(f"{old_path}/")
    except Resolver404:
        return False
    return match.url_name == "wagtail_serve" and find_route(request, *match.args) is not None
