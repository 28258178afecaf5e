"""Addresses for machines that watch over the portal; they ask for no host name and no TLS."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import resolve
from django.views.decorators.http import require_safe

from site_config.operating.measures import CONTENT_TYPE, measure, write_metrics
from site_config.operating.operators import is_operator
from site_config.operating.readiness import NEEDED_BY_VISITORS, look_at_all

Handler = Callable[[HttpRequest], HttpResponse]

PATHS = frozenset({"/healthz", "/readyz", "/metrics"})


def answer_probes(get_response: Handler) -> Handler:
    """Answer the machines' questions before anything else looks at the request.

    They come by an address of their own network, without the portal's name and without TLS, and
    must not hang on sessions, languages or the database.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info not in PATHS:
            return get_response(request)
        match = resolve(request.path_info)
        try:
            response = match.func(request)
        except Http404:
            response = HttpResponse("Not found.\n", status=404, content_type="text/plain")
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    return middleware


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that this process answers. Asks nothing of anybody else."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether all is well: 200, or 503. Operators hear what was found.

    With ``?for=visitors`` it says whether they can be sent to this node rather than to another.
    """
    of_visitors = request.GET.get("for") == "visitors"
    checks = look_at_all(NEEDED_BY_VISITORS if of_visitors else ())
    ready = all(check.ok for check in checks)
    answer: dict[str, object] = {"status": "ready" if ready else "not ready"}
    if is_operator(request):
        answer["checks"] = {
            check.name: {"ok": check.ok, "detail": check.detail} for check in checks
        }
    response = JsonResponse(answer, status=200 if ready else 503)
    if not ready:
        response["Retry-After"] = "10"
    return response


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Give figures to Prometheus (text format 0.0.4), and to nobody else.

    Raises:
        Http404: somebody else asks.
    """
    if not is_operator(request):
        raise Http404
    return HttpResponse(write_metrics(measure()), content_type=CONTENT_TYPE)
