"""What is found beside pages, as the apps that hold it offer it (`site_config.findable`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.base import BaseSearchResults

from site_config.findable import FindableRows, Found
from site_config.searched_words import excerpt, mark


@dataclass(frozen=True)
class RowResult:
    """One row that was found.

    Attributes:
        kind: what readers call it.
        found: what its app tells about it.
        title: its title as HTML, with the words that were searched for marked.
        text: the part of its words around them, likewise.
    """

    kind: FindableRows
    found: Found
    title: SafeString
    text: SafeString

    @property
    def template(self) -> str:
        """The template for this result."""
        return self.kind.template


@dataclass(frozen=True)
class RowSearch:
    """A search among the public rows of one kind.

    Attributes:
        kind: the kind.
        language: the language of the rows, or none for all of them.
        terms: the words, one at least; a row has them all.
    """

    kind: FindableRows
    language: str | None
    terms: list[str]

    @cached_property
    def _public(self) -> QuerySet:
        return self.kind.find(self.language)

    @cached_property
    def count(self) -> int:
        """How many rows are found."""
        return self._search(self._public, by_relevance=False).count()

    def found(self, *, newest_first: bool) -> BaseSearchResults:
        """Return the rows, by date or by relevance."""
        public = self._public
        if newest_first:
            public = public.order_by(*self.kind.newest_first)
        return self._search(public, by_relevance=not newest_first)

    def results(self, rows: Iterable[Any]) -> list[RowResult]:
        """Return rows as readers see them in the list."""
        return [
            RowResult(
                kind=self.kind,
                found=found,
                title=mark(found.title, self.terms),
                text=mark(excerpt(found.text, self.terms), self.terms),
            )
            for found in self.kind.describe(rows)
        ]

    def _search(self, public: QuerySet, *, by_relevance: bool) -> BaseSearchResults:
        return get_search_backend().search(
            " ".join(self.terms), public, operator="and", order_by_relevance=by_relevance
        )
