"""The list of all public pages for search engines."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice
from typing import NamedTuple

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page, Site

# A sitemap holds at most this many addresses (sitemaps.org §“Sitemap index”).
MAX_URLS = 50_000
# Apps add what they publish beside pages: ``@hooks.register(SITEMAP_HOOK)`` on a function that
# takes the request and yields entries.
SITEMAP_HOOK = "register_portal_sitemap_entries"
# Apps register functions that return the names of further sitemaps, which robots.txt lists.
OTHER_SITEMAPS_HOOK = "register_portal_sitemaps"


class SitemapEntry(NamedTuple):
    """One page with its translations."""

    location: str
    lastmod: datetime | None
    alternates: list[tuple[str, str]]


def sitemap_entries(request: HttpRequest) -> list[SitemapEntry]:
    """Return all public pages of the request's site with their real translations, and what apps
    publish beside them.

    The number of queries does not depend on the number of pages. Aliases are left out: they
    repeat another page's words.
    """
    site = Site.find_for_request(request)
    if site is None:
        return []
    pages = (
        Page.objects.live()
        .public()
        .filter(alias_of__isnull=True, depth__gt=1)
        .select_related("locale")
        .order_by("path")[:MAX_URLS]
    )
    located = [(page, page.get_full_url(request)) for page in pages]
    languages = defaultdict(list)
    for page, url in located:
        if url:
            languages[page.translation_key].append((page.locale.language_code, url))
    entries: list[Iterator[SitemapEntry]] = [
        (
            SitemapEntry(url, page.last_published_at, languages[page.translation_key])
            for page, url in located
            if url
        )
    ]
    entries += [register(request) for register in hooks.get_hooks(SITEMAP_HOOK)]
    return list(islice(chain.from_iterable(entries), MAX_URLS))
