"""Who may go on with this request, and who is known to be signed in."""

from collections.abc import Callable
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
# Says to scripts that somebody is signed in, and nothing else: no name, no secret.
HINT_COOKIE = "member"


def has_second_factor(request: HttpRequest) -> bool:
    """Say whether this session was opened with a second factor, not with a password alone."""
    if not is_mfa_enabled(request.user, SECOND_FACTORS):
        return False
    # Without the person, allauth returns no records and the visitor would go in circles.
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


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
        if not settings.STAFF_TWO_FACTOR_REQUIRED or has_second_factor(request):
            return get_response(request)
        if is_mfa_enabled(request.user, SECOND_FACTORS):
            return HttpResponseRedirect(second_factor_url(request))
        messages.warning(request, _("Staff sign in with a second factor. Set yours up to go on."))
        return HttpResponseRedirect(reverse("mfa_index"))

    return middleware


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
