"""Sending a draft to oneself."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from publications.models import NewsletterEditionPage
from publications.newsletter_mails import send_test
from site_config.rate_limits import RateLimitedError, too_many_requests


@require_http_methods(["GET", "HEAD", "POST"])
def test_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask with GET; send the latest draft to whoever is signed in with POST.

    Raises:
        PermissionDenied: they may not edit the edition.
        Http404: there is no such edition.
    """
    edition = get_object_or_404(NewsletterEditionPage, pk=pk)
    if not edition.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        try:
            send_test(edition=edition.get_latest_revision_as_object(), to=request.user)
        except RateLimitedError as limited:
            return too_many_requests(request, limited.retry_after)
        messages.success(request, _("The test mail is on its way to %s.") % request.user.email)
        return redirect("wagtailadmin_pages:edit", pk)
    context = {"edition": edition, "address": request.user.email}
    return render(request, "publications/admin/newsletter_test.html", context)
