"""From an address to a page of the tree, asked of the database as seldom as can be."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Locale, Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from site_config.kept_answers.answers import keep_answer
from site_config.kept_answers.rows import kept_rows
from site_config.sites import site_of


@keep_answer
def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page of an address as Wagtail does; only the way to it is shorter.

    Wagtail reads the locale, the home page's row and then all of the home page, whichever page
    was asked for. What is found here is left where ``Page.route_for_request`` looks for it.

    Args:
        request: a visitor's request.
        path: the address below the language's prefix.

    Raises:
        Http404: there is no such page.
    """
    request._wagtail_route_for_request = find_route(request, path)
    return serve(request, path)


def find_route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the page of an address with what its ``serve`` takes, or None where there is none."""
    site = site_of(request)
    if site is None:
        return None
    steps = [step for step in path.split("/") if step]
    front = home_page(site)
    try:
        # On the way to another page its title and address are enough.
        return (front.specific_deferred if steps else front.specific).route(request, steps)
    except Http404:
        return None


def home_page(site: Site) -> Page:
    """Return the home page in the reader's language; the site's own where it has none."""
    about = (site.pk, get_language())
    return kept_rows("home", about, [Locale, Page, Site], partial(_read_home_page, site))


def _read_home_page(site: Site) -> Page:
    root = site.root_page
    translations = Page.objects.filter(translation_key=root.translation_key)
    return translations.filter(locale__language_code=get_language()).first() or root
