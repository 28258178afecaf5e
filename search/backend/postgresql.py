"""Search on PostgreSQL."""

from typing import Any

from django.contrib.postgres.search import SearchQuery as TextSearchQuery
from django.contrib.postgres.search import SearchRank
from modelsearch.backends.database.postgres.postgres import (
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.backends.database.postgres.query import Lexeme
from wagtail.search.query import PlainText, SearchQuery

from search.backend.queries import CleanQueryMixin
from search.backend.titles import TitledIndexMixin
from site_config.searched_words import PREFIX_FROM

# The text search configuration that a migration of this app makes: words without accents,
# of no particular language, since PostgreSQL knows no Albanian.
CONFIGURATION = "portal_words"


class WordOrBeginning(Lexeme):
    """A word, or one that begins with it."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        """Write both as a tsquery; the word holds letters and digits alone."""
        if len(self.value) < PREFIX_FROM:
            return super().as_sql(compiler, connection)
        either = f"('{self.value}' | '{self.value}':*)"
        return "%s", [f"!{either}" if self.invert else either]


class PortalPostgresQueryCompiler(PostgresSearchQueryCompiler):
    """Finds the beginnings of words too."""

    def build_tsquery_content(
        self, query: SearchQuery, config: str | None = None, invert: bool = False
    ) -> Any:
        """Combine the words of a text as its operator says."""
        if not isinstance(query, PlainText):
            return super().build_tsquery_content(query, config=config, invert=invert)
        words = query.query_string.split()
        first, *others = (WordOrBeginning(word, invert=invert) for word in words)
        combined = first
        for other in others:
            combined = combined & other if query.operator == "and" else combined | other
        return TextSearchQuery(combined, search_type="raw", config=config)

    def build_tsrank(
        self, vector: Any, query: SearchQuery, config: str | None = None, boost: float = 1.0
    ) -> Any:
        """Return the rank of an entry, in which a whole word counts twice.

        ``ts_rank`` takes a word and what begins with it for one and the same, so the whole words
        are ranked by themselves and added.
        """
        rank = super().build_tsrank(vector, query, config=config, boost=boost)
        if not isinstance(query, PlainText):
            return rank
        whole = super().build_tsquery_content(
            PlainText(query.query_string, operator="or"), config=config
        )
        return rank + SearchRank(vector, whole, weights=self.sql_weights) * boost


class PortalPostgresIndex(TitledIndexMixin, PostgresIndex):
    """The index on PostgreSQL."""


class PortalPostgresBackend(CleanQueryMixin, PostgresSearchBackend):
    """Search on PostgreSQL, without accents."""

    query_compiler_class = PortalPostgresQueryCompiler
    index_class = PortalPostgresIndex

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.config = self.autocomplete_config = CONFIGURATION
