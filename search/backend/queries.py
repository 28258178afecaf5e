"""Queries without anything that a search engine would read as a command."""

from typing import Any

from wagtail.search.query import And, Boost, Not, Or, Phrase, PlainText, SearchQuery

from site_config.searched_words import terms


def clean_query(query: str | SearchQuery) -> str | SearchQuery:
    """Return a query of words alone.

    Returns:
        The query with its texts reduced to their words; an empty string where none is left.
    """
    if isinstance(query, str):
        return " ".join(terms(query))
    if isinstance(query, PlainText | Phrase):
        words = " ".join(terms(query.query_string))
        if not words:
            return ""
        if isinstance(query, Phrase):
            return Phrase(words)
        return PlainText(words, operator=query.operator, boost=query.boost)
    if isinstance(query, And | Or):
        kept = [cleaned for part in query.subqueries if (cleaned := clean_query(part)) != ""]
        return type(query)(kept) if kept else ""
    if isinstance(query, Boost):
        cleaned = clean_query(query.subquery)
        return Boost(cleaned, query.boost) if cleaned != "" else ""
    if isinstance(query, Not):
        cleaned = clean_query(query.subquery)
        return Not(cleaned) if cleaned != "" else ""
    return query


class CleanQueryMixin:
    """A backend that takes words alone from what people type."""

    def _search(
        self, query_compiler_class: type, query: Any, model_or_queryset: Any, **kwargs: Any
    ) -> Any:
        return super()._search(
            query_compiler_class, clean_query(query), model_or_queryset, **kwargs
        )
