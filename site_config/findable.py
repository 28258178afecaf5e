"""What the search finds beside pages: rows of an app, which registers them itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from wagtail import hooks

# Apps below the search offer their rows: ``@hooks.register(FINDABLE_HOOK)`` on a function that
# returns what of theirs can be found.
FINDABLE_HOOK = "register_portal_findable_rows"


@dataclass(frozen=True)
class Found:
    """One row as the list of results prints it, in plain text.

    Attributes:
        title: what its link says.
        text: the words in which the search marks what was found; they are cut around it.
        url: where the row is read.
        author: who wrote it, by their public name; empty where nobody is named.
        date: when it was written.
        language: the language of its words; empty where it isn't known.
        part: the part of the whole that was found, such as “page 7”.
        whole: what the part belongs to, where that is read somewhere else than the part.
        whole_url: where the whole is read.
        document: the file that the link opens, where such are counted.
    """

    title: str
    text: str
    url: str
    author: str
    date: datetime
    language: str
    part: str = ""
    whole: str = ""
    whole_url: str = ""
    document: Model | None = None


@dataclass(frozen=True)
class FindableRows:
    """One kind of rows.

    Attributes:
        key: its name in addresses.
        label: how readers know the kind.
        one: how they know a single row.
        heading: the title above the best of these rows, beside all the pages that were found.
        find: returns the rows that anybody may read *now*, by what the database says and not the
            index; in one language, or in all where it is given none. Its filters are such as
            search backends take.
        newest_first: the fields that list the youngest row first.
        describe: returns rows as results, in the same order, in a number of queries that does
            not depend on how many there are.
        template: the template that shows one of the results.
        paint: the colour of the kind.
    """

    key: str
    label: str | Promise
    one: str | Promise
    heading: str | Promise
    find: Callable[[str | None], QuerySet]
    newest_first: tuple[str, ...]
    describe: Callable[[Iterable[Any]], list[Found]]
    template: str = "search/row_result.html"
    paint: str = "rose"


def findable_rows() -> list[FindableRows]:
    """Return every kind of rows that an app offers."""
    return [rows for register in hooks.get_hooks(FINDABLE_HOOK) for rows in register()]
