"""Which pages an answer shows, told to the cache in front by the header ``X-Shows``.

Whoever shows a page links to it, and so asks for its address: there it is noted. The cache keeps
the header with its copy, so that a change of the page is forgotten wherever it is shown, whatever
listings, feeds and boxes there are or will be.

The words of the header: ``p12``, the page 12 is linked to; ``s12``, this is an answer of the page
12 itself, which are its own document, its feeds, and each page of its list; ``pages``, any page may
be listed here, as in the sitemap. ``r-discussion7`` is a row of an app that is linked to, ``rows``
says that any may be. An uploaded file says ``f12`` where the page 12 shows it, and, as rows, which
picture or film it belongs to, and in which collection that lies.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HEADER = "X-Shows"
ANY_PAGE = "pages"
# An answer with more pages than these is forgotten at each change of a page: the header must
# stay below what proxies take.
PAGES_AT_MOST = 400
ANY_ROW = "rows"
ROWS_AT_MOST = 200
_ROW = "r-"
_FILE = "f"

_shown: ContextVar[set[str] | None] = ContextVar("shown", default=None)

Handler = Callable[[HttpRequest], HttpResponse]


def shown(page_id: int | None) -> str:
    """Return the word for an answer that shows a page."""
    return f"p{page_id}"


def served(page_id: int | None) -> str:
    """Return the word for the answers that a page gives itself."""
    return f"s{page_id}"


def file_of(page_id: int | str | None) -> str:
    """Return the word for a file that a page shows."""
    return f"{_FILE}{page_id}"


def shown_row(kind: str, number: int | None) -> str:
    """Return the word for an answer that shows a row of an app, which is no page of the tree.

    Args:
        kind: what the app calls its rows, in one word.
        number: the row's.
    """
    return f"{_ROW}{kind}{number}"


def note(word: str) -> None:
    """Note what the answer to the running request shows; outside a request nothing is noted."""
    words = _shown.get()
    if words is not None:
        words.add(word)


@contextmanager
def noted() -> Iterator[set[str]]:
    """Collect what is noted meanwhile, so that it can be noted again; the request learns it too."""
    words: set[str] = set()
    token = _shown.set(words)
    try:
        yield words
    finally:
        _shown.reset(token)
        for word in words:
            note(word)


def name_served_page(serve_page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wrap the serving of pages, so that each answer says which page gave it."""

    def serve(page: Any, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        note(served(page.pk))
        return serve_page(page, request, args, kwargs)

    return serve


def tell_what_is_shown(get_response: Handler) -> Handler:
    """State for every answer that caches may keep what it shows, where a cache stands in front."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = _shown.set(set())
        try:
            response = get_response(request)
            words = _shown.get() or set()
        finally:
            _shown.reset(token)
        if settings.WAGTAILFRONTENDCACHE and "public" in response.get("Cache-Control", ""):
            pages = {word for word in words if word.startswith("s")}
            # A view that lists pages and belongs to none, such as a calendar.
            rows = {word for word in words if word.startswith(_ROW)}
            if len(rows) > ROWS_AT_MOST:
                rows = {ANY_ROW}
            files = {word for word in words if word.startswith(_FILE)}
            if len(files) > PAGES_AT_MOST:
                files = {ANY_PAGE}
            listed = {word for word in words - pages if not word.startswith((_ROW, _FILE))}
            if len(listed) > PAGES_AT_MOST or (listed and not pages):
                listed = {ANY_PAGE}
            if told := pages | listed | rows | files:
                response[HEADER] = " ".join(sorted(told))
        return response

    return middleware
