"""Messages to the city and its answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partners.desk.access import Desk, at_desk
from partners.desk.message_forms import MessageForm, ThreadForm
from partners.desk.writing import open_thread, write_message
from partners.models import DeskMessage, DeskThread
from site_config.pagination import paginate
from site_config.rate_limits import RateLimitedError

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk()
def threads(request: HttpRequest, desk: Desk) -> HttpResponse:
    """List the matters, and begin another."""
    form, status, wait = ThreadForm(), 200, 0
    if request.method == "POST" and desk.can_change:
        form = ThreadForm(request.POST)
        if form.is_valid():
            typed = form.cleaned_data
            try:
                thread = open_thread(
                    partner=desk.partner,
                    by=request.user,
                    subject=typed["subject"],
                    words=typed["words"],
                    ticket=typed["ticket"],
                )
            except RateLimitedError as limited:
                status, wait = 429, limited.retry_after
            else:
                messages.success(request, _("Your message is with the city. We answer by mail."))
                return redirect("partner_desk:thread", desk.partner.pk, thread.pk)
        else:
            status = 422
    context = {
        "desk": desk,
        "form": form,
        "page_obj": paginate(request, DeskThread.objects.of(desk.partner), PER_PAGE),
        "wait": _minutes(wait),
    }
    return _answer(render(request, "partners/desk/messages.html", context, status=status), wait)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk()
def thread(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Show one matter, and take another message.

    Raises:
        Http404: the partner has no such matter.
    """
    matter = get_object_or_404(DeskThread.objects.of(desk.partner), pk=pk)
    form, status, wait = MessageForm(), 200, 0
    if request.method == "POST" and desk.can_change:
        form = MessageForm(request.POST)
        if form.is_valid():
            typed = form.cleaned_data
            try:
                write_message(
                    partner=desk.partner,
                    thread_id=pk,
                    by=request.user,
                    words=typed["words"],
                    ticket=typed["ticket"],
                )
            except RateLimitedError as limited:
                status, wait = 429, limited.retry_after
            else:
                messages.success(request, _("Your message is with the city. We answer by mail."))
                return redirect("partner_desk:thread", desk.partner.pk, pk)
        else:
            status = 422
    written = DeskMessage.objects.of(desk.partner).filter(thread=matter).select_related("author")
    context = {
        "desk": desk,
        "thread": matter,
        "written": list(written),
        "form": form,
        "wait": _minutes(wait),
    }
    return _answer(render(request, "partners/desk/thread.html", context, status=status), wait)


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)


def _answer(response: HttpResponse, wait: int) -> HttpResponse:
    if wait:
        response["Retry-After"] = str(wait)
    return response
