"""Leaving the portal: what it means, the button, and the page that says it is done."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.errors import LastAdministratorError
from community.leaving_forms import LeaveForm
from community.models import Erasure
from community.services.leaving import erase_account


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@reauthentication_required
def leave(request: HttpRequest) -> HttpResponse:
    """Tell a member what goes and what stays, and erase the account when they confirm it."""
    form = LeaveForm(request.POST or None)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            erase_account(member=request.user, asked_by=Erasure.AskedBy.MEMBER)
        except LastAdministratorError as refusal:
            error = str(refusal)
        else:
            logout(request)
            return redirect("community:left")
    context = {"form": form, "error": error}
    status = 422 if error or form.errors else 200
    return render(request, "community/leave.html", context, status=status)


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """Tell that an account is erased; the page is the same for everybody."""
    return render(request, "community/left.html", {"title": _("Your account is erased")})
