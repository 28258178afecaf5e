"""Every request is named, timed, counted and told to the log."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from site_config.operating.measures import count_request
from site_config.operating.request_ids import HEADER, begin_request, end_request

Handler = Callable[[HttpRequest], HttpResponse]

logger = logging.getLogger("sheshi.requests")

# Of a request that no view took.
NO_VIEW = "none"


def log_requests(get_response: Handler) -> Handler:
    """Name each request, and tell what came of it: view, status and time, nothing of its sender.

    An address can hold a name, a word that was searched for or a key, so the view's name stands
    in its place.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request_id = begin_request(request.headers.get(HEADER, ""))
        started = time.perf_counter()
        try:
            response = get_response(request)
            seconds = time.perf_counter() - started
            response[HEADER] = request_id
            view = view_name(request)
            count_request(view, response.status_code, seconds)
            logger.info(
                "request",
                extra={
                    "fields": {
                        "method": _method(request),
                        "view": view,
                        "status": response.status_code,
                        "ms": round(seconds * 1000, 1),
                    }
                },
            )
            return response
        finally:
            end_request()

    return middleware


def view_name(request: HttpRequest) -> str:
    """Return the name of the view that a request led to, or that of its function."""
    match = getattr(request, "resolver_match", None)
    if match is None:
        return NO_VIEW
    return match.view_name or match._func_path


def _method(request: HttpRequest) -> str:
    """Return the method, if it is one: anything can stand in a request's first line."""
    known = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
    return request.method if request.method in known else "other"
