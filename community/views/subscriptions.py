"""Following by mail: the form, the link's button, the follower's page, and stopping."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from allauth.account.models import EmailAddress
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.errors import CommunityError, LinkUsedError
from community.models import Pace, Subscriber, User
from community.subscription_forms import ChooseForm, FollowForm, MemberFollowForm
from community.subscriptions.channels import Channel, describe, offered_channels
from community.subscriptions.choosing import (
    Choice,
    Followed,
    Stopped,
    bring_back,
    choose,
    leave,
    stop,
)
from community.subscriptions.consent import CURRENT, consent_text
from community.subscriptions.following import (
    ask_to_follow,
    confirm_following,
    follow_as_owner,
    pending_subscription,
    was_confirmed,
)
from community.subscriptions.links import (
    DIGEST,
    STOP_SALT,
    choose_token,
    read_choose_token,
    read_stop_token,
)
from community.subscriptions.personal_data import held_of
from site_config.rate_limits import RateLimitedError

UNDO_SALT = f"{STOP_SALT}.undo"
# A page that was left open brings no mailbox back that was forgotten long ago.
UNDO_LIVES = timedelta(days=1)
View = Callable[..., HttpResponse]


def _behind_a_secret(view: View) -> View:
    """Keep the address of a page, which is a secret, from caches and other sites.

    No number of requests is too many: mail services press the links of all their readers from a
    few addresses, and nobody finds a signed one by trying.
    """

    @wraps(view)
    @never_cache
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        # With “no-referrer” browsers would send forms with “Origin: null” (Fetch, “append a
        # request Origin header”), which is refused.
        response["Referrer-Policy"] = "same-origin"
        return response

    return kept


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """Let anybody ask to follow by mail; a member with a confirmed address follows at once.

    Raises:
        Http404: what is asked for is not there, or not for everybody.
    """
    language = get_language()
    asked = [Channel.read(written) for written in request.GET.getlist("channel")[:20]]
    if not all(channel and describe(channel, language) for channel in asked):
        raise Http404
    address = _address_of(request.user) if request.user.is_authenticated else ""
    form = (MemberFollowForm if address else FollowForm)(
        request.POST or None, asked=asked, offered=offered_channels(language), language=language
    )
    error, wait = "", 0
    if request.method == "POST":
        try:
            if address and form.is_valid():
                follower = follow_as_owner(
                    email=address,
                    language=language,
                    channels=form.cleaned_data["channels"],
                    pace=Pace(form.cleaned_data["pace"]),
                )
                return redirect("community:subscriptions", choose_token(follower))
            if not address:
                _ask(request, form, language)
                return redirect("community:follow_sent")
        except RateLimitedError as limited:
            error, wait = limited.words, limited.retry_after
        except CommunityError as refusal:
            error = "" if form.errors else str(refusal)
    context = {
        "title": _("Follow by e-mail"),
        "form": form,
        "error": error,
        "address": address,
        "asked": [describe(channel, language) for channel in asked],
        "consent": consent_text(CURRENT, language),
    }
    status = 429 if wait else 422 if error or form.errors else 200
    response = render(request, "community/subscriptions/follow.html", context, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _ask(request: HttpRequest, form: FollowForm, language: str) -> None:
    form.check_guards()
    ask_to_follow(
        email=form.cleaned_data["email"],
        channels=form.cleaned_data["channels"],
        pace=Pace(form.cleaned_data["pace"]),
        language=language,
        ticket=form.ticket,
        request=request,
        answer=form.answer,
    )


def _address_of(member: User) -> str:
    """Return a member's address that is shown to be theirs; empty where there is none."""
    confirmed = EmailAddress.objects.filter(user=member, verified=True).order_by("-primary")
    return confirmed.values_list("email", flat=True).first() or ""


@require_safe
def follow_sent(request: HttpRequest) -> HttpResponse:
    """Tell that a link is on its way; the page is the same for everybody."""
    context = {"title": _("Look into your mailbox")}
    return render(request, "community/subscriptions/sent.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_behind_a_secret
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button with GET, which mail scanners follow too; let the mailbox follow with POST.

    A link that is used up is answered with 410 (RFC 9110 §15.5.11); pressed twice, it tells that
    all is well.
    """
    language = get_language()
    context: dict[str, Any] = {"title": _("Follow by e-mail"), "channels": []}
    try:
        pending = pending_subscription(token)
        if request.method == "POST":
            follower = confirm_following(token=token)
            return redirect("community:subscriptions", choose_token(follower))
    except LinkUsedError as error:
        if was_confirmed(token):
            context |= {"title": _("You follow it"), "is_confirmed": True}
            return render(request, "community/subscriptions/confirm.html", context)
        context["error"] = str(error)
        return render(request, "community/subscriptions/confirm.html", context, status=410)
    found = [describe(Channel(*channel), language) for channel in pending.channels]
    context |= {
        "channels": [channel for channel in found if channel],
        "pending": pending,
        "consent": consent_text(pending.consent_version, pending.language),
    }
    return render(request, "community/subscriptions/confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_behind_a_secret
def choices(request: HttpRequest, token: str) -> HttpResponse:
    """Let a follower choose, pause and leave, by the signed link of each mail."""
    follower = read_choose_token(token)
    if follower is None:
        return _nothing_followed(request)
    if request.method == "POST" and "leave" in request.POST:
        leave(subscriber=follower)
        context = {"title": _("You have left")}
        return render(request, "community/subscriptions/left.html", context)
    language = get_language()
    form = ChooseForm(
        request.POST or None,
        subscriber=follower,
        offered=offered_channels(language),
        language=language,
    )
    is_saved = False
    if request.method == "POST" and form.is_valid():
        choice = Choice(
            paces=form.paces(),
            language=form.cleaned_data["language"],
            read_in=language,
            paused_until=form.paused_until(),
        )
        if not choose(subscriber=follower, choice=choice):
            context = {"title": _("You have left")}
            return render(request, "community/subscriptions/left.html", context)
        is_saved = True
        follower.refresh_from_db()
        form = ChooseForm(subscriber=follower, offered=form.channels, language=language)
    context = {
        "title": _("What you follow by e-mail"),
        "form": form,
        "follower": follower,
        "token": token,
        "is_saved": is_saved,
        "consent": consent_text(CURRENT, language),
    }
    status = 422 if form.errors else 200
    return render(request, "community/subscriptions/choices.html", context, status=status)


@require_safe
@_behind_a_secret
def held_data(request: HttpRequest, token: str) -> HttpResponse:
    """Give a follower all that is held of them (GDPR, article 15)."""
    follower = read_choose_token(token)
    if follower is None:
        return _nothing_followed(request)
    response = JsonResponse(
        held_of(follower), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="followed.json"'
    return response


# The signed address is what allows it. Mail programs bring no cookie and no token, and the
# reader's page must open no session to stop a mail.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@_behind_a_secret
def stop_mails(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button with GET, which mail scanners follow too; stop the mails with POST (RFC 8058).

    Raises:
        Http404: the link is none of ours.
    """
    wanted = read_stop_token(token)
    if wanted is None:
        raise Http404(_("This link is not complete. Copy it from the mail once more."))
    found = describe(wanted.channel, get_language())
    what = found.title if found else ""
    if wanted.channel == DIGEST:
        what = _("The mail of the day, with all that it tells")
    context: dict[str, Any] = {"what": what, "title": _("Stop these mails?")}
    if request.method == "POST" and "undo" in request.POST:
        bring_back(stopped=_stopped(request.POST["undo"]))
        context |= {"is_back": True, "title": _("The mails go on")}
    elif request.method == "POST":
        stopped = stop(wanted=wanted)
        undo = signing.dumps(stopped, salt=UNDO_SALT) if stopped else ""
        context |= {"is_stopped": True, "undo": undo, "title": _("You get no more of these mails")}
    follower = Subscriber.objects.filter(pk=wanted.subscriber_id, secret=wanted.secret).first()
    context["token"] = choose_token(follower) if follower else ""
    return render(request, "community/subscriptions/stop.html", context)


def _stopped(value: str) -> Stopped:
    """Return what a button brings back.

    Raises:
        Http404: the button is older than a day, or none of ours.
    """
    try:
        *who, rows = signing.loads(value, salt=UNDO_SALT, max_age=UNDO_LIVES)
    except signing.BadSignature as error:
        raise Http404(_("This can’t be taken back any more. You can follow anew.")) from error
    return Stopped(*who, [Followed(*row) for row in rows])


def _nothing_followed(request: HttpRequest) -> HttpResponse:
    """Tell whoever has left that nothing is kept of them (RFC 9110 §15.5.11)."""
    context = {"title": _("Nothing is followed here")}
    return render(request, "community/subscriptions/gone.html", context, status=410)
