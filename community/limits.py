"""What a visitor may have mailed, and how often; allauth limits the rest by itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from site_config.rate_limits import (
    Limit,
    RateLimitedError,
    client_network,
    count_use,
    too_many_requests,
)

# Accepted forms that send a mail, for each kind of form and each visitor's address.
MAILED_FORMS = Limit(5, 3600)
# Seconds in which allauth's own limits open again; its longest window is counted apart.
SOON = 60


def slow_down(request: HttpRequest) -> HttpResponse:
    """Answer 429 where one of allauth's own limits is passed."""
    return too_many_requests(request, SOON)


def refuse_or_count(request: HttpRequest, action: str) -> HttpResponse | None:
    """Count an accepted form; return the answer where it is one too many.

    Args:
        request: the form's POST.
        action: which form it is; each has a count of its own.
    """
    try:
        count_use(action, client_network(request), MAILED_FORMS)
    except RateLimitedError as error:
        return too_many_requests(request, error.retry_after)
    return None


def limit_mailed_links(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Limit the buttons of the address page that send a link to a mailbox."""

    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mails = request.method == "POST" and (
            "action_send" in request.POST or "action_add" in request.POST
        )
        refusal = refuse_or_count(request, "account_mail") if mails else None
        return refusal or view(request, *args, **kwargs)

    return limited
