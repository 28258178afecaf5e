"""For how long copies of an answer may be shown (RFC 9111, RFC 5861).

Publishing purges what changed. What changes by the clock alone, such as a campaign that opens
at midnight, nobody purges: its copies have to be gone by then.
"""

from collections.abc import Callable
from datetime import datetime
from math import floor
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

# Seconds. Shared caches are purged on publishing, so they may keep a page far longer than
# a browser, which nobody can purge.
BROWSER_SECONDS = 60
SHARED_SECONDS = 600
STALE_SECONDS = 60
STALE_IF_ERROR_SECONDS = 86_400

ServePage = Callable[[Any, HttpRequest, Any, Any], HttpResponse]


def limit_freshness(response: HttpResponse, until: datetime | None) -> None:
    """Let no copy of an answer be taken for fresh after a moment.

    Args:
        response: the answer; an earlier limit on it stands.
        until: an aware moment; ``None`` sets no limit.
    """
    known = getattr(response, "fresh_until", None)
    if until is not None:
        response.fresh_until = until if known is None else min(known, until)


def cache_directives(response: HttpResponse) -> dict[str, int | bool]:
    """Return the ``Cache-Control`` of an answer that is one document for everybody.

    Staleness after an error is not limited: an old page serves readers better than none.
    """
    until = getattr(response, "fresh_until", None)
    left = SHARED_SECONDS + STALE_SECONDS
    if until is not None:
        left = min(left, max(0, floor((until - timezone.now()).total_seconds())))
    shared = min(SHARED_SECONDS, left)
    return {
        "public": True,
        "max_age": min(BROWSER_SECONDS, left),
        "s_maxage": shared,
        "stale_while_revalidate": min(STALE_SECONDS, left - shared),
        "stale_if_error": STALE_IF_ERROR_SECONDS,
    }


def limit_page_freshness(serve_page: ServePage) -> ServePage:
    """Wrap the serving of pages, so that each limits its copies by ``fresh_until``.

    Only visitors' requests come through here; previews don't, and are never kept anyway.
    """

    def serve(page: Any, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        # Asked before the page is made: a change meanwhile must count as one to come.
        until = page.fresh_until(timezone.now()) if hasattr(page, "fresh_until") else None
        response = serve_page(page, request, args, kwargs)
        limit_freshness(response, until)
        return response

    return serve
