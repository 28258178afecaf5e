"""Taking part in a campaign, on pages of their own that work without a script.

They are in no cache. A script that sends a form with ``X-Requested-With: fetch`` gets JSON for
what was stored, and the same page with its words for all else.
"""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.errors import PledgeGoneError, PledgeLinkUsedError
from campaigns.models import CampaignPage, Pledge
from campaigns.pledge_forms import GuestOfferForm, MemberOfferForm
from campaigns.services.pledging import (
    ask_to_confirm,
    campaign_of,
    confirm_pledge,
    pending_pledge,
    pledge_as_member,
    why_not_pledge,
)
from campaigns.services.withdrawing import (
    STOP_SALT,
    own_pledge_token,
    pledge_behind,
    show_name,
    tell_by_mail,
    withdraw_pledge,
)
from community.errors import CheckFieldsError, CommunityError, ExpiredFormError
from community.expired_forms import form_has_expired
from site_config.rate_limits import RateLimitedError

SCRIPT = "fetch"


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of a campaign, and take it.

    Raises:
        Http404: there is no such campaign for everybody, or it is not signed on the portal.
    """
    pages = CampaignPage.objects.live().unrestricted().select_related("locale")
    campaign = pages.filter(pk=pk).first()
    if campaign is None or campaign.sign_block is None:
        raise Http404(_("There is nothing to sign here."))
    member = request.user if request.user.is_authenticated else None
    form_class = MemberOfferForm if member else GuestOfferForm
    form = form_class(request.POST or None, campaign=campaign, member=member)
    error = why_not_pledge(campaign)
    if request.method == "POST":
        try:
            return _take(request, campaign, form)
        except (CommunityError, RateLimitedError) as refusal:
            error = refusal
    known = _known(campaign, member)
    context = {
        "campaign": campaign,
        "call": campaign.sign_block.value,
        "form": form,
        "closed": why_not_pledge(campaign),
        "known": known,
        "known_token": own_pledge_token(known) if known else "",
        "title": campaign.sign_block.value["text"],
    }
    return _show_form(request, context, error)


@require_safe
def check_mailbox(request: HttpRequest) -> HttpResponse:
    """Tell that a link is on its way; the page is the same for everybody."""
    context = {"title": _("Look into your mailbox")}
    return render(request, "campaigns/pledge_mailbox.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is to be confirmed with a button, and count it when the button is pressed.

    Mail scanners follow links, so opening the page changes nothing. A link that is used up is
    answered with 410 (RFC 9110 §15.5.11).
    """
    context: dict[str, Any] = {"title": _("Confirm that you take part"), "error": ""}
    status = 200
    try:
        context["pending"] = pending_pledge(token)
        context["campaign"] = campaign_of(context["pending"])
        if request.method == "POST":
            confirmed = confirm_pledge(token=token)
            address = reverse("campaigns:own_pledge", args=[own_pledge_token(confirmed)])
            return _private(HttpResponseRedirect(f"{address}?thanks=1"))
    except PledgeLinkUsedError as error:
        context |= {"error": str(error), "pending": None}
        status = 410
    except CommunityError as error:
        context["error"] = str(error)
        status = 422
    return _private(render(request, "campaigns/confirm_pledge.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_pledge(request: HttpRequest, token: str) -> HttpResponse:
    """Show a pledge to its maker, thank them, and take it back or show the name with a button."""
    context: dict[str, Any] = {"title": _("Your part in it"), "error": ""}
    status = 200
    try:
        mine = pledge_behind(token)
        context |= {"pledge": mine, "campaign": campaign_of(mine)}
        if request.method == "POST" and "withdraw" in request.POST:
            withdraw_pledge(pledge=mine)
            return _private(redirect("campaigns:pledge_withdrawn"))
        if request.method == "POST" and "tell" in request.POST:
            tell_by_mail(pledge=mine, is_told=request.POST["tell"] == "1")
            return _private(redirect(request.path))
        if request.method == "POST" and "show" in request.POST:
            show_name(pledge=mine, is_public=request.POST["show"] == "1")
            return _private(redirect(request.path))
        if "thanks" in request.GET:
            context["title"] = _("Thank you: you are counted")
    except PledgeGoneError as error:
        context |= {"error": str(error), "pledge": None, "title": _("Nothing to see here any more")}
        status = 410
    return _private(render(request, "campaigns/own_pledge.html", context, status=status))


# The signed address is what allows it. Mail programs bring no cookie and no token (RFC 8058 §3.2).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stop_mails(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button with GET, which mail scanners follow too; stop the mails about a pledge."""
    context: dict[str, Any] = {"title": _("Stop these mails?"), "error": ""}
    status = 200
    try:
        theirs = pledge_behind(token, salt=STOP_SALT)
        context |= {"pledge": theirs, "campaign": campaign_of(theirs)}
        if request.method == "POST":
            tell_by_mail(pledge=theirs, is_told=False)
            context |= {
                "is_stopped": True,
                "own_token": own_pledge_token(theirs),
                "title": _("You get no more of these mails"),
            }
    except PledgeGoneError as error:
        context |= {"error": str(error), "title": _("Nothing to see here any more")}
        status = 410
    return _private(render(request, "campaigns/stop_pledge_mails.html", context, status=status))


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    """Tell that a pledge was taken back; the page is the same for everybody."""
    context = {"title": _("You have taken it back")}
    return render(request, "campaigns/pledge_withdrawn.html", context)


@require_safe
@never_cache
@login_required
def own_pledges(request: HttpRequest) -> HttpResponse:
    """List what the signed-in member takes part in, the latest first."""
    pledges = list(Pledge.objects.filter(member=request.user))
    pages = CampaignPage.objects.live().unrestricted()
    pages = pages.filter(translation_key__in={one.campaign for one in pledges})
    found: dict[Any, CampaignPage] = {}
    for page in pages.select_related("locale"):
        is_here = page.locale.language_code == request.LANGUAGE_CODE
        if is_here or page.translation_key not in found:
            found[page.translation_key] = page
    entries = [(one, found.get(one.campaign), own_pledge_token(one)) for one in pledges]
    return render(request, "campaigns/own_pledges.html", {"entries": entries})


def _take(request: HttpRequest, campaign: CampaignPage, form: Any) -> HttpResponse:
    """Count a member, or keep what a guest has sent, and lead to the page that follows.

    Raises:
        CommunityError, RateLimitedError: it can't be taken.
    """
    if form_has_expired(request):
        raise ExpiredFormError
    if refusal := why_not_pledge(campaign):
        raise refusal
    if isinstance(form, GuestOfferForm):
        form.check_guards()
        ask_to_confirm(
            campaign=campaign,
            email=form.cleaned_data["email"],
            offer=form.offer(),
            submission=form.ticket,
            request=request,
            answer=form.answer,
        )
        url = reverse("campaigns:pledge_mailbox")
    else:
        if not form.is_valid():
            raise CheckFieldsError
        mine = pledge_as_member(
            campaign=campaign,
            member=request.user,
            offer=form.offer(),
            submission=form.cleaned_data["submission"],
        )
        url = reverse("campaigns:own_pledge", args=[own_pledge_token(mine)]) + "?thanks=1"
    if request.headers.get("X-Requested-With") == SCRIPT:
        return JsonResponse({"url": url})
    return HttpResponseRedirect(url)


def _known(campaign: CampaignPage, member: Any) -> Pledge | None:
    """Return what a member has put their name to here already."""
    if member is None:
        return None
    return Pledge.objects.of_campaign(campaign).filter(member=member).first()


def _show_form(
    request: HttpRequest,
    context: dict[str, Any],
    error: CommunityError | RateLimitedError | None,
) -> HttpResponse:
    """Show the form with what was typed, and say what is wrong (RFC 9110 §15.5.21, RFC 6585 §4)."""
    wait, words = 0, str(error) if error else ""
    if isinstance(error, RateLimitedError):
        wait, words = error.retry_after, error.words
    # A closed campaign is a page to read; only what was sent to it is refused.
    refused = error is not None and request.method == "POST"
    status = 429 if wait else 422 if refused else 200
    response = render(request, "campaigns/pledge.html", context | {"error": words}, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _private(response: HttpResponse) -> HttpResponse:
    # The address is a secret: no other site learns it. With “no-referrer” browsers would send the
    # form with “Origin: null” (Fetch, “append a request Origin header”), which is refused.
    response["Referrer-Policy"] = "same-origin"
    return response
