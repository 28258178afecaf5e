"""One search over everything that is public."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from search.finding import Search
from search.kinds import Kind, kind_by_key
from search.suggestions import did_you_mean
from site_config.findable import FindableRows
from site_config.kept_answers.answers import keep_answer
from site_config.models.topics import Topic
from site_config.pagination import paginate
from site_config.rate_limits import (
    Limit,
    RateLimitedError,
    client_network,
    count_use,
    too_many_requests,
)
from site_config.shell import shell_for

LENGTH_AT_MOST = 200  # characters of a query
PER_PAGE = 10
LAST_PAGE = 50
LIMIT = Limit(times=30, seconds=60)
# Seconds. A new page should be found soon, so caches keep results for a short time only.
FRESH_SECONDS = 60


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer what a visitor asks with ``?q=``, ``type``, ``language``, ``sort`` and ``page``.

    Raises:
        Http404: there is no such kind of results, or no such page of them.
    """
    typed = request.GET.get("q", "")
    if len(typed) > LENGTH_AT_MOST:
        return _show(
            request,
            {"words": typed[:LENGTH_AT_MOST], "too_long": True, "untranslated": True},
            status=400,
        )
    words = " ".join(typed.split())
    key = request.GET.get("type", "")
    kind = kind_by_key(key) if key else None
    if key and kind is None:
        raise Http404(_("There is no such kind of results."))
    if not words:
        return _show(request, {"words": "", "topics": _topics()})
    try:
        count_use("search", client_network(request), LIMIT)
    except RateLimitedError as error:
        return too_many_requests(request, error.retry_after)
    return _answer(request, words, kind)


@keep_answer
def _answer(request: HttpRequest, words: str, kind: Kind | FindableRows | None) -> HttpResponse:
    """Look for words among what may be found."""
    everywhere = request.GET.get("language") == "all"
    asked = Search(
        words=words,
        language=None if everywhere else get_language(),
        kind=kind,
        newest_first=request.GET.get("sort") == "date",
    )
    context = {"words": words, "asked": asked, "everywhere": everywhere}
    if not asked.total:
        return _show(request, context | _ways_on(asked, everywhere))
    page_obj = paginate(request, asked.listed(), PER_PAGE, max_page=LAST_PAGE)
    return _show(
        request,
        context
        | {
            "page_obj": page_obj,
            "results": asked.results(page_obj.object_list),
            "rows": asked.best_rows() if kind is None and page_obj.number == 1 else [],
        },
    )


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Describe the search to browsers (OpenSearch 1.1 §4)."""
    return render(
        request,
        "search/opensearch.xml",
        {"shell": shell_for(request), "language": get_language()},
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


def _show(request: HttpRequest, context: dict, status: int = 200) -> HttpResponse:
    context |= {"length_at_most": LENGTH_AT_MOST, "menu": shell_for(request).menu}
    response = render(request, "search/search.html", context, status=status)
    if status == 200:
        response["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    return response


def _ways_on(asked: Search, everywhere: bool) -> dict:
    """Return what a reader without a result may try."""
    return {
        "suggestion": did_you_mean(asked.words, asked.language or get_language()),
        "elsewhere": 0 if everywhere or not asked.terms else asked.count_elsewhere(),
        "topics": _topics(),
    }


def _topics() -> list[Topic]:
    return list(Topic.objects.in_language_of(Locale.get_active()))
