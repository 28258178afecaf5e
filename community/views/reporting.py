"""Reporting: a form that members and visitors send to the moderators."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.comment_forms import GuestReportForm, ReportForm
from community.errors import CommunityError
from community.expired_forms import check_token
from community.models import HiddenFor
from community.services.guests import report_as_guest
from community.services.reacting import report_comment
from community.thread_places import place_in_thread
from community.views.reactions import readable_or_404
from community.views.writing import wait_words
from site_config.rate_limits import RateLimitedError


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Let anybody ask moderators to look at a comment.

    Raises:
        Http404: the comment is not theirs to read.
    """
    comment, target = readable_or_404(request.user, pk)
    is_guest = not request.user.is_authenticated
    form = (GuestReportForm if is_guest else ReportForm)(request.POST or None)
    error, wait = "", 0
    if request.method == "POST":
        try:
            check_token(request)
            if _take(request, form, pk):
                back = place_in_thread(comment, target)
                context = {"title": _("Thank you"), "target": target, "back": back}
                return render(request, "community/reported.html", context)
        except RateLimitedError as limited:
            wait = limited.retry_after
            error = wait_words(wait)
        except CommunityError as refusal:
            error = "" if form.errors else str(refusal)
    context = {"comment": comment, "target": target, "form": form, "error": error}
    status = 429 if wait else 422 if error or form.errors else 200
    context |= {"title": _("Report a comment"), "is_guest": is_guest}
    response = render(request, "community/report_comment.html", context, status=status)
    if wait:
        response["Retry-After"] = str(wait)  # RFC 6585 §4
    return response


def _take(request: HttpRequest, form: ReportForm, pk: int) -> bool:
    """Take a report, and say whether there is one; where not, the form says why."""
    if isinstance(form, GuestReportForm):
        form.check_guards()
    if not form.is_valid():
        return False
    reason, words = HiddenFor(form.cleaned_data["reason"]), form.cleaned_data["words"]
    if isinstance(form, GuestReportForm):
        report_as_guest(
            comment_id=pk,
            reason=reason,
            words=words,
            ticket=form.ticket,
            request=request,
            answer=form.answer,
        )
    else:
        report_comment(comment_id=pk, reporter=request.user, reason=reason, words=words)
    return True
