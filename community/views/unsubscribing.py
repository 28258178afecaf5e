"""Stopping mails by a link in one of them, without signing in (RFC 8058)."""

from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.models import Subject
from community.services.hearing import bring_mails_back, stop_mails
from community.unsubscribing import DIGEST, GUEST, SALT, Subscription, read_token

UNDO_SALT = f"{SALT}.undo"


# The signed address is what allows it. Mail programs bring no cookie and no token, and the
# reader's page must open no session to stop a mail.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button with GET, which mail scanners follow too; stop the mails with POST.

    Raises:
        Http404: the link is none of ours.
    """
    subscription = read_token(token)
    if subscription is None:
        raise Http404(_("This link is not complete. Copy it from the mail once more."))
    context: dict[str, Any] = {"what": _what(subscription), "title": _("Stop these mails?")}
    context["is_guest"] = subscription.subject == GUEST
    if request.method == "POST" and "undo" in request.POST:
        before = _before(request.POST["undo"], subscription)
        bring_mails_back(subscription=subscription, before=before)
        context |= {"is_back": True, "title": _("The mails go on")}
    elif request.method == "POST":
        before = stop_mails(subscription=subscription)
        undo = signing.dumps([*subscription, before], salt=UNDO_SALT) if before else ""
        context |= {"is_stopped": True, "undo": undo, "title": _("You get no more of these mails")}
    return render(request, "community/unsubscribe.html", context)


def _what(subscription: Subscription) -> str:
    """Return what is stopped, in the reader's language."""
    if subscription.subject == DIGEST:
        return _("The mail of the day, with all that it tells")
    if subscription.subject == GUEST:
        return _("Mails about your comment. We forget your address with it.")
    return str(Subject(subscription.subject).label)


def _before(value: str, subscription: Subscription) -> dict[str, str]:
    """Return how the member had heard of what was stopped by this link.

    Raises:
        Http404: the button is none of ours.
    """
    try:
        *stopped, before = signing.loads(value, salt=UNDO_SALT)
    except signing.BadSignature as error:
        raise Http404(str(error)) from error
    if Subscription(*stopped) != subscription:
        raise Http404
    return before
