"""Search on SQLite (FTS5)."""

from typing import Any

from modelsearch.backends.database.sqlite.query import BM25, Lexeme, SearchQueryExpression
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from wagtail.search.query import PlainText, SearchQuery

from search.backend.queries import CleanQueryMixin
from search.backend.titles import TitledIndexMixin
from site_config.searched_words import PREFIX_FROM

# How much a word weighs in each column of the index: autocomplete, body, title.
WEIGHTS = (1.0, 1.0, 8.0)


class WordOrBeginning(Lexeme):
    """A word, or one that begins with it; the whole word counts twice."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        """Write both as an FTS5 expression; the word holds letters and digits alone."""
        if len(self.value) < PREFIX_FROM:
            return super().as_sql(compiler, connection)
        return '("%s" OR "%s" *)', [self.value, self.value]


class WeightedBM25(BM25):
    """The rank of FTS5, smaller for better entries, with titles before texts."""

    def as_sql(self, compiler: Any, connection: Any, **kwargs: Any) -> tuple[str, list[Any]]:
        """Write the function with its weights."""
        weights = ", ".join(str(weight) for weight in WEIGHTS)
        return f"bm25({SQLiteFTSIndexEntry._meta.db_table}, {weights})", []


class RankMixin:
    """Ranks by weighted columns."""

    def build_tsrank(
        self, vector: Any, query: SearchQuery, config: Any = None, boost: float = 1.0
    ) -> Any:
        """Return the rank of an entry; FTS5 knows one for the whole query."""
        return WeightedBM25() * boost


class PortalSQLiteQueryCompiler(RankMixin, SQLiteSearchQueryCompiler):
    """Finds the beginnings of words too."""

    def build_search_query_content(self, query: SearchQuery, config: Any = None) -> Any:
        """Combine the words of a text as its operator says."""
        if not isinstance(query, PlainText):
            return super().build_search_query_content(query, config=config)
        first, *others = (WordOrBeginning(word) for word in query.query_string.split())
        combined = first
        for other in others:
            combined = combined | other if query.operator.lower() == "or" else combined & other
        return SearchQueryExpression(combined, config=config)


class PortalSQLiteAutocompleteCompiler(RankMixin, SQLiteAutocompleteQueryCompiler):
    """Finds what begins with the last word."""


class PortalSQLiteIndex(TitledIndexMixin, SQLiteIndex):
    """The index on SQLite."""


class PortalSQLiteBackend(CleanQueryMixin, SQLiteSearchBackend):
    """Search on SQLite."""

    query_compiler_class = PortalSQLiteQueryCompiler
    index_class = PortalSQLiteIndex
    autocomplete_query_compiler_class = PortalSQLiteAutocompleteCompiler
