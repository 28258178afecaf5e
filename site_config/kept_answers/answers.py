"""Keeping what a view says to everybody."""

import time
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from site_config.compression import LEAST, accepts_gzip, compress
from site_config.freshness import limit_freshness
from site_config.front_cache import shown
from site_config.kept_answers.changes import (
    EVERY_TABLE,
    LAGGING,
    UNWATCHED,
    latest_changes,
    tables_read,
)
from site_config.kept_answers.parameters import KnownParameters, watch_parameters
from site_config.kept_answers.store import KeptAnswer, Store
from site_config.replica import REPLICA, read_the_primary, reads_the_replica

View = Callable[..., HttpResponse]

# Seconds. What changes by an edit is known at once; this bounds what hangs on nothing but time.
KEEP_SECONDS = 600
# Seconds, less than until caches in front are told a second time what has changed
# (`front_cache.queue`): what takes longer must not be stored there after it.
SLOW = 1.0

store = Store()
parameters = KnownParameters()
# Read by way of caches, so that the statements of an answer don't show them.
_always: set[str] = {EVERY_TABLE}


def depend_on(models: Iterable[type[Model]]) -> None:
    """Forget every answer when one of these changes: what pages show of them comes from a cache."""
    _always.update(model._meta.db_table for model in models)


def keep_answer(view: View) -> View:
    """Wrap a view, so that what it says to everybody is made once and said again.

    Kept is what is the same for all visitors: a page found by GET that looked at no session, set
    no cookie and made no token. Everything around the view goes on as before, with its headers.
    Inside a transaction nothing is kept: it sees what others don't.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if (
            request.method not in {"GET", "HEAD"}
            or not settings.KEEP_ANSWERS
            or connection.in_atomic_block
            or getattr(request, "is_preview", False)
        ):
            return view(request, *args, **kwargs)
        address = _address(request)
        changes = latest_changes()
        kept = store.get((address, _said(request, parameters.get(address))))
        if kept is not None and kept.holds(changes):
            return _say(kept, request)
        if reads_the_replica() and latest_changes(REPLICA) != changes:
            # It lags: what would be kept, here and in the caches in front, is what was before.
            read_the_primary()
        asked = watch_parameters(request)
        began = time.monotonic()
        with tables_read(changes) as names, shown.noted() as words:
            response = view(request, *args, **kwargs)
            if callable(getattr(response, "render", None)):
                response = response.render()
        names = (names | _always) - LAGGING
        if time.monotonic() - began > SLOW and _has_changed(names, changes):
            # The portal would say something else by now, and has told the caches so before.
            response["Cache-Control"] = "private, no-store"
        if not _is_for_everybody(request, response) or not names.isdisjoint(UNWATCHED):
            return response
        seconds = _seconds(response)
        if seconds <= 0:
            return response
        body = response.content
        kept = KeptAnswer(
            body=body,
            compressed=compress(body) if len(body) >= LEAST else b"",
            headers=list(response.items()),
            changes={name: changes.get(name) for name in names},
            until=time.monotonic() + seconds,
            fresh_until=getattr(response, "fresh_until", None),
            shows=frozenset(words),
        )
        store.put((address, _said(request, parameters.note(address, asked))), kept)
        return _say(kept, request)

    return answer


def _has_changed(names: Iterable[str], before: Mapping[str, int]) -> bool:
    after = latest_changes()
    return any(after.get(name) != before.get(name) for name in names)


def _address(request: HttpRequest) -> tuple[Any, ...]:
    return (request.scheme, request.get_host(), request.path, get_language())


def _said(request: HttpRequest, names: frozenset[str] | None) -> object:
    """Return what a request says by the parameters that its page looks at, or by all of them."""
    text = request.META.get("QUERY_STRING", "")
    if names is None:
        return text
    values = QueryDict(text, encoding=request.encoding)
    return tuple((name, *values.getlist(name)) for name in sorted(names) if name in values)


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    session = getattr(request, "session", None)
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not (session is not None and (session.accessed or session.modified))
        # A token for a form: it will be set as a cookie on the way out.
        and "CSRF_COOKIE" not in request.META
        and not response.has_header("Vary")
        and not response.has_header("Content-Encoding")
        and "public" in response.get("Cache-Control", "public")
    )


def _seconds(response: HttpResponse) -> float:
    """Return for how long an answer may be kept if nothing changes."""
    until = getattr(response, "fresh_until", None)
    if until is None:
        return KEEP_SECONDS
    return min(KEEP_SECONDS, (until - timezone.now()).total_seconds())


def _say(kept: KeptAnswer, request: HttpRequest) -> HttpResponse:
    """Write an answer once more, compressed where the visitor's program takes it so."""
    response = HttpResponse(headers=dict(kept.headers))
    limit_freshness(response, kept.fresh_until)
    for word in kept.shows:
        shown.note(word)
    if not kept.compressed:
        response.content = kept.body
        return response
    if accepts_gzip(request.headers.get("accept-encoding", "")):
        response.content = kept.compressed
        response["Content-Encoding"] = "gzip"
    else:
        response.content = kept.body
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
