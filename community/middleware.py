"""Who may go on with this request, and who is known to be signed in."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

Handler = Callable[[HttpRequest], HttpResponse]

STAFF_PREFIXES = ("/admin/", "/django-admin/")
# The door itself and the way out stay open to everybody.
OPEN_PATHS = frozenset({"/admin/login/", "/admin/logout/"})
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# Seconds for which a second factor opens pages (NIST SP 800-63B-4 §2.2.3), and sends forms.
FACTOR_OPENS = 12 * 3600
FACTOR_SENDS = 13 * 3600
# Says to scripts that somebody is signed in, and nothing else: no name, no secret.
HINT_COOKIE = "member"


def has_second_factor(request: HttpRequest) -> bool:
    """Say whether a second factor was shown in this session, half a day ago at most.

    Who fills in a form gets an hour more to send it, so that no typing is lost.
    """
    if not is_mfa_enabled(request.user, SECOND_FACTORS):
        return False
    # Without the person, allauth returns no records and the visitor would go in circles.
    records = get_authentication_records(request, request.user)
    allowed = FACTOR_OPENS if request.method in {"GET", "HEAD"} else FACTOR_SENDS
    shown = [record["at"] for record in records if record.get("method") == "mfa"]
    return bool(shown) and time.time() - max(shown) < allowed


def second_factor_url(request: HttpRequest) -> str:
    """Return where this person proves the second factor they have, and then goes on.

    A password alone would not do, so the way leads past the page that asks for one.
    """
    name = "mfa_reauthenticate"
    if not is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        name = "mfa_reauthenticate_webauthn"
    return f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}"


def require_two_factor_for_staff(get_response: Handler) -> Handler:
    """Let nobody into the admin without the right to enter it, nor with a password alone.

    Raises:
        PermissionDenied: the person has no business there; asking for another sign-in would
            lead in circles.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if (
            not request.path.startswith(STAFF_PREFIXES)
            or request.path in OPEN_PATHS
            or not request.user.is_authenticated
        ):
            return get_response(request)
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        told = _("Staff sign in with a second factor. Set yours up to go on.")
        return way_to_second_factor(request, told) or get_response(request)

    return middleware


def way_to_second_factor(request: HttpRequest, told: str) -> HttpResponse | None:
    """Return where somebody proves their second factor, or sets one up; nothing where it is done.

    Args:
        request: of somebody who is signed in.
        told: why, for those who have none yet.
    """
    if not settings.STAFF_TWO_FACTOR_REQUIRED or has_second_factor(request):
        return None
    if is_mfa_enabled(request.user, SECOND_FACTORS):
        return HttpResponseRedirect(second_factor_url(request))
    messages.warning(request, told)
    return HttpResponseRedirect(reverse("mfa_index"))


class SecondFactorMiddleware:
    """Lets nobody with a password alone into views that `second_factor_needed` marks."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what is to be decided depends on the view it leads to."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Lead to the second factor first; strangers are sent to the door by the view itself."""
        if not getattr(view, "second_factor_needed", False) or not request.user.is_authenticated:
            return None
        told = _("The partner desk opens with a second factor. Set yours up to go on.")
        return way_to_second_factor(request, told)


def hint_of_membership(get_response: Handler) -> Handler:
    """Keep the cookie by which pages that are the same for everybody know of a member.

    It is set and taken away only by answers that have looked at the session anyway.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        session = request.session
        if not (session.accessed or session.modified):
            return response
        hinted = HINT_COOKIE in request.COOKIES
        if request.user.is_authenticated:
            if not hinted or session.modified:
                closes = session.get_expire_at_browser_close()
                response.set_cookie(
                    HINT_COOKIE,
                    "1",
                    max_age=None if closes else session.get_expiry_age(),
                    path=settings.SESSION_COOKIE_PATH,
                    secure=settings.SESSION_COOKIE_SECURE,
                    samesite="Lax",
                )
        elif hinted:
            response.delete_cookie(HINT_COOKIE, path=settings.SESSION_COOKIE_PATH, samesite="Lax")
        return response

    return middleware
