"""How a contact page answers: with its form, with what is wrong, or with a receipt."""

from typing import TYPE_CHECKING, Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.services import receive_message
from site_config.rate_limits import Limit, RateLimitedError, client_network, count_use

if TYPE_CHECKING:
    from home.models.contact import ContactPage

LIMITS = (Limit(6, 60), Limit(20, 86_400))
SENT_SALT = "home.contact.sent"


def serve_contact_page(page: "ContactPage", request: HttpRequest) -> HttpResponse:
    """Answer a request to a contact page; the answer is for one person and kept nowhere."""
    if request.method == "POST":
        response = _take(page, request)
    elif receipt := _sent_receipt(request):
        response = _answer(page, request, page.landing_page_template, receipt=receipt)
    else:
        response = _show(page, request, page.get_form(page=page))
    response["Cache-Control"] = "private, no-store"
    return response


def _take(page: "ContactPage", request: HttpRequest) -> HttpResponse:
    form = page.get_form(request.POST, page=page)
    try:
        count_use("contact", client_network(request), *LIMITS)
    except RateLimitedError as error:
        response = _show(page, request, form, status=429, waiting=_waiting(error.retry_after))
        response["Retry-After"] = str(error.retry_after)
        return response
    if not form.is_valid():
        return _show(page, request, form, status=422)
    message = receive_message(
        page=page, form_data=form.cleaned_data, sender=form.sender, ticket=form.ticket["id"]
    )
    sent = signing.dumps(message.receipt, salt=SENT_SALT)
    # Going back or reloading then shows the receipt and sends nothing.
    return HttpResponseRedirect(f"{page.get_url(request)}?sent={sent}")


def _sent_receipt(request: HttpRequest) -> str:
    """Return the receipt number of the address, or nothing if it isn't one of ours."""
    try:
        return str(signing.loads(request.GET.get("sent", ""), salt=SENT_SALT))
    except signing.BadSignature:
        return ""


def _waiting(seconds: int) -> str:
    if seconds < 120:
        return _("You have sent several messages. Please try again in a minute.")
    hours = -(-seconds // 3600)
    return ngettext(
        "You have sent many messages today. Please try again in an hour.",
        "You have sent many messages today. Please try again in %(hours)s hours.",
        hours,
    ) % {"hours": hours}


def _show(
    page: "ContactPage", request: HttpRequest, form: Any, *, status: int = 200, waiting: str = ""
) -> HttpResponse:
    return _answer(page, request, page.template, status=status, form=form, waiting=waiting)


def _answer(
    page: "ContactPage", request: HttpRequest, template: str, *, status: int = 200, **names: Any
) -> HttpResponse:
    return TemplateResponse(request, template, page.get_context(request) | names, status=status)
