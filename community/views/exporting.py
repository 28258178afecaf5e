"""Taking one's data along: what is in it, a link that works once, and the archive."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.errors import ExportLinkError
from community.services.exporting import check_export_link, make_export_link, take_export
from site_config.rate_limits import RateLimitedError, too_many_requests


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@reauthentication_required
def export(request: HttpRequest) -> HttpResponse:
    """Tell a member what an export holds, and make the link to one."""
    if request.method == "POST":
        try:
            secret = make_export_link(member=request.user)
        except RateLimitedError as limited:
            return too_many_requests(request, limited.retry_after)
        return redirect("community:export_file", secret=secret)
    return render(request, "community/export.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def export_file(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the button of a link, and hand the archive over when it is pressed.

    Programs that look into links change nothing. A link that is used up is answered with 410
    (RFC 9110 §15.5.11).
    """
    response: HttpResponse
    try:
        if request.method == "POST":
            archive = take_export(secret=secret, member=request.user)
            name = f"sheshi-{timezone.localdate().isoformat()}.zip"
            response = FileResponse(archive, as_attachment=True, filename=name)
        else:
            check_export_link(secret=secret, member=request.user)
            response = render(request, "community/export_file.html", {"error": ""})
    except ExportLinkError as error:
        context = {"error": str(error)}
        response = render(request, "community/export_file.html", context, status=410)
    # The address is a secret: no other site learns it. With “no-referrer” browsers would send the
    # form with “Origin: null” (Fetch, “append a request Origin header”), which is refused.
    response["Referrer-Policy"] = "same-origin"
    return response
