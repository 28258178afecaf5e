"""The pages on which people register for an event, confirm it, and give a place back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.models import EventPage, EventRegistration, RegistrationState
from campaigns.registering import services
from campaigns.registering.errors import AlreadyCancelledError, RegistrationLinkError
from campaigns.registering.forms import RegistrationForm, TermForm
from campaigns.registering.mails import cancel_path
from community.errors import CheckFieldsError, CommunityError
from site_config.rate_limits import RateLimitedError

TEMPLATE = "campaigns/register.html"
# Stands in the address of a registration that was made or confirmed a moment ago.
NEW = "new"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of an event, and take what is sent.

    Raises:
        Http404: there is no such event, nobody registers for it here, or it is not public.
    """
    event = EventPage.objects.live().filter(pk=pk, registers_here=True).first()
    if event is None or event.get_view_restrictions():
        raise Http404(_("Nobody registers for this event here."))
    terms = services.open_terms(event)
    context: dict[str, Any] = {"page": event, "terms": terms, "title": _("Register")}
    if not terms:
        return render(request, TEMPLATE, context)
    is_guest = not request.user.is_authenticated
    form_class = RegistrationForm if is_guest else TermForm
    form = form_class(request.POST or None, event=event, terms=terms)
    context |= {"form": form, "is_guest": is_guest}
    if request.method != "POST":
        return render(request, TEMPLATE, context)
    try:
        return _take(request, event, form)
    except RateLimitedError as limited:
        context["error"] = limited.words
        response = render(request, TEMPLATE, context, status=429)
        response["Retry-After"] = str(limited.retry_after)
        return response
    except CommunityError as refusal:
        # Where fields are wrong, they say it themselves.
        context["error"] = "" if form.errors else str(refusal)
        return render(request, TEMPLATE, context, status=422)


def _take(request: HttpRequest, event: EventPage, form: TermForm) -> HttpResponse:
    """Register whoever sends the form, and lead to the page that follows.

    Raises:
        CommunityError, RateLimitedError: it can't be taken.
    """
    if not isinstance(form, RegistrationForm):
        if not form.is_valid():
            raise CheckFieldsError
        registration = services.register_member(
            event=event, day=form.cleaned_data["day"], member=request.user
        )
        return _secret(_show_outcome(registration))
    form.check_guards()
    services.ask_to_register(
        event=event,
        day=form.cleaned_data["day"],
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
        language=get_language(),
        ticket=form.ticket,
        request=request,
        answer=form.answer,
    )
    return redirect("campaigns:registration_sent")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Tell that a link is on its way; the page is the same for everybody."""
    context = {"title": _("Look into your mailbox")}
    return render(request, "campaigns/registration_mailbox.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button with GET, which mail scanners follow too; give out the place with POST.

    Pressed or opened again, the link leads to the registration as it stands.
    """
    context: dict[str, Any] = {"title": _("Confirm your registration")}
    status = 200
    try:
        registration = services.registration_behind(token)
        context |= {"registration": registration, "page": registration.event}
        if request.method == "POST":
            registration = services.confirm_registration(token=token)
        if registration.state != RegistrationState.UNCONFIRMED:
            return _secret(_show_outcome(registration))
    except RegistrationLinkError as error:
        context["error"], status = str(error), 410
    except CommunityError as error:
        context["error"], status = str(error), 422
    return _secret(render(request, "campaigns/registration.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Show a registration with a button; give the place back when it is pressed."""
    context: dict[str, Any] = {"title": _("Your registration"), "cancelling": True}
    status = 200
    try:
        registration = services.registration_of(token)
        context |= {"registration": registration, "page": registration.event}
        context["is_new"] = NEW in request.GET
        if request.method == "POST":
            services.cancel_registration(registration_id=registration.pk)
            context |= {"title": _("Your registration is cancelled"), "done": "cancelled"}
    except AlreadyCancelledError as error:
        context["error"], status = str(error), 410
    return _secret(render(request, "campaigns/registration.html", context, status=status))


def _show_outcome(registration: EventRegistration) -> HttpResponse:
    """Lead to the registration, which tells there what has come of it."""
    return redirect(f"{cancel_path(registration)}?{NEW}=1")


def _secret(response: HttpResponse) -> HttpResponse:
    """Let no other site learn the address, which is a secret; our own form may be sent."""
    response["Referrer-Policy"] = "same-origin"
    return response
