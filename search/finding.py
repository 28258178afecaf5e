"""One search over everything that is public."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise, cached_property
from django.utils.safestring import SafeString
from modelsearch.conf import get_app_config
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet
from wagtail.search.backends.base import BaseSearchResults

from search.kinds import PAGES, Kind, content_types, counts, kinds_by_content_type
from search.rows import RowResult, RowSearch
from site_config.findable import FindableRows, findable_rows
from site_config.searched_words import excerpt, mark, terms

# Columns of the index that hold its texts, by what the database's own index calls them.
TEXT_COLUMNS = ("body_text", "body")
# Rows under one heading that are shown beside the first of all pages.
BEST_ROWS = 3


@dataclass(frozen=True)
class Result:
    """One page that was found.

    Attributes:
        page: the page, as its type's class; only what every page has is loaded.
        kind: what readers call it.
        title: its title as HTML, with the words that were searched for marked.
        text: the part of its text around them, likewise.
        above: the titles of the pages above it, from the home page's children down.
    """

    page: Page
    kind: Kind
    title: SafeString
    text: SafeString
    above: list[str] = field(default_factory=list)

    @property
    def date(self) -> datetime | None:
        """When the page was published first; lists and standard pages have no date."""
        return None if self.kind.key == PAGES else self.page.first_published_at

    @property
    def template(self) -> str:
        """The template for this result; a page type names its own as ``search_template``."""
        return getattr(type(self.page), "search_template", "search/result.html")


@dataclass
class Group:
    """The best rows under one heading, beside the pages.

    Attributes:
        key: names it within the page.
        heading: its title.
        paint: its colour.
        results: the rows.
        counts: the kinds that it shows, each with the number of its rows.
    """

    key: str
    heading: str | Promise
    paint: str
    results: list[RowResult] = field(default_factory=list)
    counts: list[tuple[FindableRows, int]] = field(default_factory=list)


@dataclass(frozen=True)
class CountedResults:
    """Results of which it is known already how many there are."""

    found: BaseSearchResults
    number: int

    def count(self) -> int:
        """Return how many there are."""
        return self.number

    def __getitem__(self, part: slice) -> list[Any]:
        return list(self.found[part])


@dataclass
class Search:
    """What a reader searches for.

    Attributes:
        words: what was typed.
        language: the language of the results, or none for all of them.
        kind: the kind of results to list, or none for all of them.
        newest_first: list by date instead of by relevance.
    """

    words: str
    language: str | None
    kind: Kind | FindableRows | None = None
    newest_first: bool = False

    @cached_property
    def terms(self) -> list[str]:
        """The words to look for."""
        return terms(self.words)

    @cached_property
    def counts(self) -> list[tuple[Kind, int]]:
        """How many pages of each kind are found."""
        if not self.terms:
            return []
        found = self._find(self._in_language(self.language), by_relevance=False)
        return counts(found.facet("content_type_id").items())

    @cached_property
    def row_counts(self) -> list[tuple[FindableRows, int]]:
        """How many rows beside pages are found, of each kind that has any."""
        return [(rows.kind, rows.count) for rows in self._rows if rows.count]

    @property
    def page_total(self) -> int:
        """How many pages are found, of all kinds."""
        return sum(number for _kind, number in self.counts)

    @property
    def total(self) -> int:
        """How many results there are, of all kinds."""
        return self.page_total + sum(number for _rows, number in self.row_counts)

    @property
    def listed_total(self) -> int:
        """How many results there are of the chosen kind."""
        if self.kind is None:
            return self.total
        return dict([*self.counts, *self.row_counts]).get(self.kind, 0)

    def listed(self) -> CountedResults:
        """Return what stands in the list: rows or pages of the chosen kind, in the chosen order."""
        if (rows := self._chosen_rows) is not None:
            return CountedResults(rows.found(newest_first=self.newest_first), rows.count)
        pages = self._in_language(self.language)
        number = self.page_total if self.kind is None else self.listed_total
        if self.kind is not None:
            pages = pages.filter(content_type__in=content_types(self.kind))
        if self.newest_first:
            pages = pages.order_by("-first_published_at", "-id")
        return CountedResults(self._find(pages, by_relevance=not self.newest_first), number)

    def best_rows(self) -> list["Group"]:
        """Return a few rows of all kinds, to stand beside the first pages, by their headings."""
        groups: dict[str, Group] = {}
        for rows in self._rows:
            if not rows.count:
                continue
            heading = str(rows.kind.heading)
            group = groups.setdefault(
                heading, Group(rows.kind.key, rows.kind.heading, rows.kind.paint)
            )
            group.counts.append((rows.kind, rows.count))
            if left := BEST_ROWS - len(group.results):
                found = rows.found(newest_first=self.newest_first)[:left]
                group.results.extend(rows.results(found))
        return list(groups.values())

    def count_elsewhere(self) -> int:
        """How many results there are in any language."""
        pages = self._find(self._in_language(None), by_relevance=False).count()
        return pages + sum(rows.count for rows in self._rows_in(None))

    def results(self, listed: Iterable[Any]) -> list["Result | RowResult"]:
        """Return what stands in the list as readers see it."""
        rows = self._chosen_rows
        return self._page_results(listed) if rows is None else rows.results(listed)

    def _page_results(self, pages: Iterable[Page]) -> list[Result]:
        """Return pages as readers see them in the list.

        The number of queries depends neither on the number of pages nor on their types.
        """
        found = list(pages)
        texts, titles = _indexed_texts(found), _titles_above(found)
        kinds = kinds_by_content_type()
        return [
            Result(
                page=page.specific_deferred,
                kind=kinds[page.content_type_id],
                title=mark(page.title, self.terms),
                text=mark(excerpt(texts.get(page.pk, ""), self.terms), self.terms),
                above=[titles[path] for path in _paths_above(page) if path in titles],
            )
            for page in found
        ]

    @cached_property
    def _rows(self) -> list[RowSearch]:
        return self._rows_in(self.language) if self.terms else []

    @property
    def _chosen_rows(self) -> RowSearch | None:
        return next((rows for rows in self._rows if rows.kind == self.kind), None)

    def _rows_in(self, language: str | None) -> list[RowSearch]:
        return [RowSearch(kind, language, self.terms) for kind in findable_rows()]

    def _find(self, pages: PageQuerySet, *, by_relevance: bool) -> BaseSearchResults:
        return pages.search(" ".join(self.terms), operator="and", order_by_relevance=by_relevance)

    def _in_language(self, language: str | None) -> PageQuerySet:
        pages = self._public
        if language is None:
            return pages
        return pages.filter(locale__in=Locale.objects.filter(language_code=language).order_by())

    @cached_property
    def _public(self) -> PageQuerySet:
        # Filters that a search backend understands: fields of its own, and plain lookups.
        return Page.objects.live().public().filter(depth__gt=1)


def _indexed_texts(pages: list[Page]) -> dict[int, str]:
    """Return the texts of pages as the index holds them, in one query for all types.

    An index beyond the database leaves them out; the results then go without an excerpt.
    """
    entries = get_app_config().get_model("IndexEntry")
    names = {column.name for column in entries._meta.get_fields()}
    column = next((name for name in TEXT_COLUMNS if name in names), None)
    if column is None or not pages:
        return {}
    wanted = Q()
    for page in pages:
        wanted |= Q(content_type_id=page.content_type_id, object_id=str(page.pk))
    found = entries.objects.filter(wanted).values_list("object_id", column)
    return {int(key): text or "" for key, text in found}


def _paths_above(page: Page) -> list[str]:
    """Return the paths of the pages above one, without the root and the home page."""
    return [page.path[:end] for end in range(3 * page.steplen, len(page.path), page.steplen)]


def _titles_above(pages: list[Page]) -> dict[str, str]:
    """Return the titles of all pages above some, by path, in one query."""
    paths = {path for page in pages for path in _paths_above(page)}
    if not paths:
        return {}
    return dict(Page.objects.filter(path__in=paths).live().values_list("path", "title"))
