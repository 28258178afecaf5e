"""How often a visitor may send the forms of an account, and have something mailed by them."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from site_config.rate_limits import (
    Limit,
    RateLimitedError,
    client_network,
    count_use,
    too_many_requests,
)

# Accepted forms that send a mail, for each kind of form and each visitor's address.
MAILED_FORMS = Limit(5, 3600)
# All forms of an account together, for each visitor's address; the door has narrower ones.
ACCOUNT_FORMS = Limit(20, 60)


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


def limit_forms(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """Return addresses whose forms are limited all together.

    Args:
        patterns: addresses of views, as allauth lists them.
    """
    return [
        URLPattern(known.pattern, _limit_posts(known.callback), known.default_args, known.name)
        for known in patterns
    ]


def _limit_posts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST":
            try:
                count_use("account_form", client_network(request), ACCOUNT_FORMS)
            except RateLimitedError as error:
                return too_many_requests(request, error.retry_after)
        return view(request, *args, **kwargs)

    return limited
