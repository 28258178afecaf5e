"""Forms that have waited too long: their token is renewed, and nothing typed is lost."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from community.errors import ExpiredFormError

View = Callable[..., HttpResponse]
# Fields that are of no use to who sends a form once more.
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "preview"})


class KeptField(NamedTuple):
    """One field of a form that came without its sender; without a label nobody types into it."""

    name: str
    value: str
    label: str | Promise = ""


def form_has_expired(request: HttpRequest) -> bool:
    """Say whether a POST lacks a good token, as Django's own check would.

    For views that are marked ``csrf_exempt`` in order to show the form again instead of the
    portal's page for expired forms. They must do nothing where this is true.
    """
    middleware = CsrfViewMiddleware(lambda _request: HttpResponse())
    middleware.process_request(request)
    return middleware.process_view(request, _protected, (), {}) is not None


def check_token(request: HttpRequest) -> None:
    """Refuse a form whose token is no longer good.

    Raises:
        ExpiredFormError: nothing may be done with what it brings.
    """
    if form_has_expired(request):
        raise ExpiredFormError


def members_keep_words(**labels: str | Promise) -> Callable[[View], View]:
    """Let members in, and lead others to sign in; a form of who was signed out comes back to them.

    The words are shown with a button that sends them again, and kept nowhere. What another site
    has sent is not shown as if somebody had typed it here.

    Args:
        labels: the fields in which people write, by their names, with what they are called.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.user.is_authenticated:
                return view(request, *args, **kwargs)
            if request.method != "POST" or not _comes_from_here(request):
                return redirect_to_login(request.get_full_path())
            fields = [
                KeptField(name, value, labels.get(name, ""))
                for name, values in request.POST.lists()
                for value in values
                if name not in NOT_KEPT
            ]
            context = {"title": _("You were signed out"), "fields": fields}
            return render(request, "community/signed_out.html", context, status=403)

        return guarded

    return decorate


def _comes_from_here(request: HttpRequest) -> bool:
    """Say whether a page of this portal has sent a form (Fetch Standard, ``Origin`` header)."""
    origin = request.headers.get("Origin", "")
    return origin in {"", f"{request.scheme}://{request.get_host()}"}


def _protected(request: HttpRequest) -> HttpResponse:
    """Stand for a view that is not exempt."""
    return HttpResponse()
