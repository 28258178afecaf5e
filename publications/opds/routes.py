"""The addresses of the catalogue, below the front page of the publications."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import uuid5

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import re_path
from wagtail.models import Page

from publications.archive import Counted
from publications.languages import PublicationLanguage, language_names
from publications.opds import atom, readium
from publications.opds.catalogue import (
    OfferedQuerySet,
    Order,
    load,
    offered_below,
    search,
    sections_of,
    totals_of,
)
from publications.opds.feeds import Facet, Feed, Paging, Way, item_of
from site_config.pagination import paginate
from site_config.rate_limits import (
    Limit,
    RateLimitedError,
    client_network,
    count_use,
    too_many_requests,
)
from site_config.shell import shell_for

PER_PAGE = 25
IN_GROUP = 10
LENGTH_AT_MOST = 200  # characters of a search
# What programs leave in an address whose optional part they don't fill in (OpenSearch 1.1, §5).
NO_PAGE = ("", "{startPage?}")
SEARCH_LIMIT = Limit(times=30, seconds=60)
# The moment of a list that holds nothing and has never been published anew.
FOUNDED = datetime(2014, 1, 1, tzinfo=UTC)
NUMBER = r"([1-9]\d{0,17})"


class Catalogue(NamedTuple):
    """What the feeds of one request have in common."""

    index: Any
    request: HttpRequest

    def feed(self, path: str, title: str, **more: Any) -> Feed:
        """Return a feed of this catalogue; its name stays when its address changes."""
        shell = shell_for(self.request)
        index = self.index
        code = index.locale.language_code
        updated = more.pop("updated", None) or index.last_published_at or FOUNDED
        query = more.get("query", {})
        # The parts of a list are one feed (RFC 5005 §3).
        asked = sorted((name, value) for name, value in query.items() if name != "page")
        named = "".join([f"{code}/opds/{path}", *(f"{name}={value}" for name, value in asked)])
        return Feed(
            base=index.get_full_url(self.request) or "/",
            path=path,
            identifier=uuid5(index.translation_key, named).urn,
            title=title,
            language=code,
            authority=shell.organisation or shell.full_name,
            updated=updated,
            **more,
        )

    def root(self) -> Feed:
        """Return the ways into the catalogue: what is new, the collections, the series."""
        everything = offered_below(self.index).totals()
        ways = [self._way("new/", _("New publications"), "", everything, f"{atom.REL}/sort/new")]
        sections = sections_of(self.index)
        totals_by_section = totals_of(sections, self.index)
        for page in sections:
            totals = totals_by_section[page.pk]
            if totals.number:
                text = strip_tags(page.intro) or page.summary
                ways.append(self._way(f"{page.pk}/", page.title, text, totals, "subsection"))
        title = f"{self.index.title} – {shell_for(self.request).full_name}"
        return self.feed("", title, updated=everything.updated, ways=tuple(ways))

    def listing(
        self,
        path: str,
        title: str,
        offered: OfferedQuerySet,
        per_page: int | None = None,
        query: dict[str, str] | None = None,
    ) -> Feed:
        """Return the part of a list that the address asks for, with its facets.

        Raises:
            Http404: there is no such part, order or language.
        """
        per_page = per_page or PER_PAGE
        languages = offered.number_by_language()
        language = self._choice("language", languages)
        order = self._choice("order", Order.ALL)
        asked = {**(query or {}), "language": language, "order": order}
        chosen = offered.in_language(language) if language else offered
        totals = chosen.totals()
        part = Counted(chosen.in_order(order), totals.number)
        page = paginate(self.request, part, per_page, unsaid=NO_PAGE)
        return self.feed(
            path,
            title,
            updated=totals.updated,
            query={name: value for name, value in asked.items() if value}
            | ({"page": page.number} if page.number > 1 else {}),
            items=tuple(item_of(each, self.request) for each in load(list(page.object_list))),
            facets=tuple(self._facets(language, languages, order)),
            paging=Paging(page.number, page.paginator.num_pages, per_page, totals.number),
        )

    def _way(self, path: str, title: str, text: str, totals: Any, rel: str) -> Way:
        feed = self.feed(path, title, updated=totals.updated)
        return Way(path, feed.identifier, title, text, feed.updated, rel, totals.number)

    def _facets(self, language: str, languages: dict[str, int], order: str) -> list[Facet]:
        facets = []
        if len(languages) > 1:
            group = _("Language")
            facets = [Facet(group, _("All languages"), {"language": ""}, not language)]
            names = zip(languages.items(), language_names(list(languages)), strict=True)
            facets += [
                Facet(group, str(name), {"language": code}, code == language, number)
                for (code, number), name in names
            ]
        newest = order != Order.TITLE
        facets.append(Facet(_("Order"), _("Newest first"), {"order": ""}, newest))
        facets.append(Facet(_("Order"), _("By title"), {"order": Order.TITLE}, not newest))
        return facets

    def _choice(self, name: str, choices: Any) -> str:
        value = self.request.GET.get(name, "")
        known = value in PublicationLanguage.values or value in Order.ALL
        if value and not (known and value in choices):
            raise Http404(_("The catalogue has no such list."))
        return "" if value == Order.NEWEST else value


def catalogue_links(url: str) -> list[dict[str, str]]:
    """Return the catalogues for reading apps.

    Args:
        url: the absolute address of the front page of the publications.
    """
    return [
        {"title": "OPDS 1.2", "url": f"{url}{atom.ROOT}", "type": atom.NAVIGATION},
        {"title": "OPDS 2.0", "url": f"{url}{readium.ROOT}", "type": readium.FEED},
    ]


class CatalogueMixin:
    """Gives the front page of the publications its catalogue; before ``RoutablePageMixin``."""

    def catalogue_paths(self) -> list[str]:
        """Name what shared caches keep of the catalogue: the beginning of each list."""
        lists = ["", "new/", *(f"{page.pk}/" for page in sections_of(self))]
        return [f"/{root}{path}" for root in (atom.ROOT, readium.ROOT) for path in lists]

    @re_path(r"^opds(2?)/$", name="opds")
    def opds(self, request: HttpRequest, version: str) -> HttpResponse:
        """Serve the beginning of the catalogue."""
        catalogue = Catalogue(self, request)
        root = catalogue.root()
        if not version:
            return _answer(atom.write_feed(root))
        newest = catalogue.listing("new/", _("New publications"), offered_below(self), IN_GROUP)
        return _json(readium.write_feed(root, newest), readium.FEED)

    @re_path(r"^opds(2?)/new/$", name="opds_new")
    def opds_new(self, request: HttpRequest, version: str) -> HttpResponse:
        """Serve all publications, the newest first."""
        return _serve(
            version,
            lambda: Catalogue(self, request).listing(
                "new/", _("New publications"), offered_below(self)
            ),
        )

    @re_path(rf"^opds(2?)/{NUMBER}/$", name="opds_section")
    def opds_section(self, request: HttpRequest, version: str, number: str) -> HttpResponse:
        """Serve what a collection or a series holds.

        Raises:
            Http404: the catalogue has no such part.
        """
        page = next((page for page in sections_of(self) if page.pk == int(number)), None)
        if page is None:
            raise Http404(_("The catalogue has no such list."))
        catalogue = Catalogue(self, request)
        return _serve(
            version, lambda: catalogue.listing(f"{page.pk}/", page.title, offered_below(page))
        )

    @re_path(r"^opds(2?)/search/$", name="opds_search")
    def opds_search(self, request: HttpRequest, version: str) -> HttpResponse:
        """Serve what a program asks for with ``?query=``.

        Raises:
            BadRequest: the query is too long.
        """
        words = " ".join(request.GET.get("query", "").split())
        if len(words) > LENGTH_AT_MOST:
            raise BadRequest("The query is longer than 200 characters.")
        try:
            if words:
                count_use("search", client_network(request), SEARCH_LIMIT)
        except RateLimitedError as error:
            return too_many_requests(request, error.retry_after)
        title = _("Search: %(words)s") % {"words": words}
        found = search(self, words) if words else offered_below(self).none()
        return _serve(
            version,
            lambda: Catalogue(self, request).listing(
                "search/", title, found, query={"query": words}
            ),
        )

    @re_path(r"^opds/search/description/$", name="opds_description")
    def opds_description(self, request: HttpRequest) -> HttpResponse:
        """Describe the search to programs (OpenSearch 1.1)."""
        return _answer(atom.write_description(Catalogue(self, request).feed("", self.title)))

    @re_path(rf"^opds(2?)/publication/{NUMBER}/$", name="opds_publication")
    def opds_publication(self, request: HttpRequest, version: str, number: str) -> HttpResponse:
        """Serve one publication with all that is known of it.

        Raises:
            Http404: the catalogue offers no such publication.
        """
        pages: list[Page] = list(offered_below(self).filter(pk=int(number)))
        if not pages:
            raise Http404(_("The catalogue offers no such publication."))
        item = item_of(load(pages)[0], request, whole=True)
        feed = Catalogue(self, request).feed(f"publication/{item.pk}/", item.reference.title)
        if not version:
            return _answer(atom.write_entry(feed, item))
        return _json(readium.publication(feed, item), readium.PUBLICATION)


def _serve(version: str, make: Callable[[], Feed]) -> HttpResponse:
    if version:
        return _json(readium.write_feed(make()), readium.FEED)
    return _answer(atom.write_feed(make()))


def _answer(written: tuple[str, str]) -> HttpResponse:
    text, media_type = written
    return HttpResponse(text, content_type=f"{media_type};charset=utf-8")


def _json(data: dict[str, Any], media_type: str) -> HttpResponse:
    return JsonResponse(data, content_type=media_type, json_dumps_params={"ensure_ascii": False})
