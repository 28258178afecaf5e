"""Lengths of titles, reckoned with where there are titles."""

from typing import Any

from modelsearch.utils import get_content_type_pk
from wagtail.search.index import SearchField, get_indexed_models


def has_title(model: type) -> bool:
    """Say whether the index holds titles of a model's rows."""
    fields = model.get_search_fields()
    return any(isinstance(it, SearchField) and it.field_name == "title" for it in fields)


class TitledIndexMixin:
    """An index in the database that weighs titles by their length.

    It does so after each entry it gets, by a look at all others. Most of them may be comments,
    which have no titles: there is nothing to weigh in them, and no need to read them.
    """

    _weighs_titles = True

    def add_items(self, model: type, objs: list[Any]) -> None:
        """Put rows of one model into the index."""
        self._weighs_titles = has_title(model)
        super().add_items(model, objs)

    def _refresh_title_norms(self, full: bool = False) -> None:
        if not full and not self._weighs_titles:
            return
        everything = self.entries
        titled = [get_content_type_pk(it) for it in get_indexed_models() if has_title(it)]
        self.entries = everything.filter(content_type_id__in=titled)
        try:
            super()._refresh_title_norms(full=full)
        finally:
            self.entries = everything
