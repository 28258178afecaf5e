"""What the city has asked for, what came of it, and the documents that it keeps here."""

from pathlib import PurePath

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from partners.desk.access import Desk, at_desk
from partners.desk.delivering import deliver
from partners.desk.errors import DeskError
from partners.desk.uploads import DeliverForm
from partners.models import DeskAsset, DeskDocument, DeskFile
from partners.models.private_files import PrivateFile
from site_config.media_files import media_type
from site_config.pagination import paginate
from site_config.rate_limits import RateLimitedError

PER_PAGE = 30
# Opened by itself, a file gets neither scripts nor the portal's cookies.
FILE_POLICY = "default-src 'none'; img-src 'self'; sandbox"


@require_safe
@at_desk()
def assets(request: HttpRequest, desk: Desk) -> HttpResponse:
    """List the assets, what is owed first, and the documents."""
    owed = DeskAsset.objects.of(desk.partner).in_order_of_work()
    context = {
        "desk": desk,
        "page_obj": paginate(request, owed, PER_PAGE),
        "documents": DeskDocument.objects.of(desk.partner),
    }
    return render(request, "partners/desk/assets.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk()
def asset(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Show one asset with what was delivered, and take a file for it.

    Raises:
        Http404: the partner has no such asset.
    """
    wanted = get_object_or_404(DeskAsset.objects.of(desk.partner), pk=pk)
    form, status, error, wait = DeliverForm(), 200, "", 0
    if request.method == "POST" and desk.can_change:
        form = DeliverForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                deliver(
                    partner=desk.partner,
                    asset_id=pk,
                    by=request.user,
                    upload=form.cleaned_data["file"],
                )
            except DeskError as refusal:
                error, status = str(refusal), 409
            except RateLimitedError as limited:
                error, status, wait = _told_to_wait(limited), 429, limited.retry_after
            else:
                messages.success(request, _("Delivered. The city looks at it."))
                return redirect("partner_desk:asset", desk.partner.pk, pk)
        else:
            status = 422
    files = DeskFile.objects.of(desk.partner).filter(asset=wanted).select_related("sent_by")
    context = {"desk": desk, "asset": wanted, "files": files, "form": form, "error": error}
    response = render(request, "partners/desk/asset.html", context, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


@require_safe
@at_desk()
def delivered_file(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Send a file that the partner has delivered.

    Raises:
        Http404: the partner has no such file.
    """
    return send_private_file(get_object_or_404(DeskFile.objects.of(desk.partner), pk=pk))


@require_safe
@at_desk()
def document(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Send a document that the city keeps at this desk.

    Raises:
        Http404: there is no such document here.
    """
    return send_private_file(get_object_or_404(DeskDocument.objects.of(desk.partner), pk=pk))


def send_private_file(kept: PrivateFile) -> HttpResponse:
    """Send a file to take along; whoever calls has asked who may have it.

    Raises:
        Http404: the file is lost.
    """
    if not (kept.file and kept.file.storage.exists(kept.file.name)):
        raise Http404(_("There is no such file."))
    response = FileResponse(
        kept.file.open("rb"),
        as_attachment=True,
        filename=kept.name,
        content_type=media_type(PurePath(kept.file.name)),
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FILE_POLICY
    return response


def _told_to_wait(limited: RateLimitedError) -> str:
    minutes = -(-limited.retry_after // 60)
    words = ngettext(
        "You have sent a lot. Please try again in %(minutes)s minute.",
        "You have sent a lot. Please try again in %(minutes)s minutes.",
        minutes,
    )
    return words % {"minutes": minutes}
