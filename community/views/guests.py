"""The two pages of a guest's comment: look into your mailbox, and the button of the link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.errors import CommunityError, LinkUsedError
from community.services.guests import confirm_guest_comment, pending_comment


@require_safe
def check_mailbox(request: HttpRequest) -> HttpResponse:
    """Tell a guest that a link is on its way; the page is the same for everybody."""
    return render(request, "community/check_mailbox.html", {"title": _("Look into your mailbox")})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a guest their comment with a button, and post it when the button is pressed.

    Mail scanners follow links, so opening the page changes nothing. A link that is used up is
    answered with 410 (RFC 9110 §15.5.11).
    """
    context = {"title": _("Confirm your comment"), "error": "", "pending": None}
    status = 200
    try:
        context["pending"] = pending_comment(token)
        if request.method == "POST":
            confirm_guest_comment(token=token)
            context |= {"title": _("Your comment is confirmed"), "pending": None}
    except LinkUsedError as error:
        context |= {"error": str(error), "pending": None}
        status = 410
    except CommunityError as error:
        context["error"] = str(error)
        status = 422
    response = render(request, "community/confirm_comment.html", context, status=status)
    # The address is a secret: no other site learns it. With “no-referrer” browsers would send the
    # form with “Origin: null” (Fetch, “append a request Origin header”), which is refused.
    response["Referrer-Policy"] = "same-origin"
    return response
