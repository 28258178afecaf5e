"""Following: asked for by a form, confirmed by a link in the mailbox."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from community.errors import LinkUsedError, MailboxFullError
from community.guest_guards import count_guest_use
from community.mails import send_account_mail
from community.models import (
    MailboxCount,
    Pace,
    PendingSubscription,
    Subscriber,
    Subscription,
)
from community.puzzles import use_once
from community.subscriptions.channels import Channel, describe
from community.subscriptions.consent import CURRENT
from community.subscriptions.links import CONFIRM_SALT, confirm_token
from site_config.rate_limits import Limit

LINK_LIVES = timedelta(hours=72)
# A form that was opened longer ago than this is taken for another one.
TICKET_REMEMBERED = timedelta(days=1)
FOLLOW_LIMITS = (Limit(5, 3600), Limit(20, 86_400))


class Consent(NamedTuple):
    """What somebody has agreed to, and when.

    Attributes:
        version: of the text, see `community.subscriptions.consent`.
        language: in which it was read.
        asked_at: when it was given.
        request: the number of the request that a link has confirmed; 0 for none.
    """

    version: int
    language: str
    asked_at: datetime
    request: int = 0

    @classmethod
    def given_now(cls, language: str) -> Self:
        """Return the consent of somebody who has read the present text."""
        return cls(CURRENT, language, timezone.now())


@transaction.atomic
def ask_to_follow(
    *,
    email: str,
    channels: Iterable[Channel],
    pace: Pace,
    language: str,
    ticket: str,
    request: HttpRequest,
    answer: str = "",
) -> None:
    """Keep a request, and send a link to the mailbox; the same whoever follows already.

    Args:
        email: a valid address.
        channels: what is asked for; everybody may see each of them.
        pace: how soon they want to hear.
        language: in which they read, here and in mails.
        ticket: names the form; sent twice, it is one request and one mail.
        request: who sends it.
        answer: what the browser found out (`community.puzzles`).

    Raises:
        MailboxFullError: the mailbox has got enough mails of this kind today.
        RateLimitedError: this network has sent too much.
    """
    if not use_once(f"follow {ticket}", TICKET_REMEMBERED):
        return
    count_guest_use("follow", request, answer, *FOLLOW_LIMITS)
    address = email.strip().lower()
    if not MailboxCount.objects.reserve(address):
        raise MailboxFullError
    wanted = list(dict.fromkeys(channels))
    pending = PendingSubscription.objects.create(
        email=address,
        channels=[list(channel) for channel in wanted],
        pace=pace,
        language=language,
        consent_version=CURRENT,
    )
    path = reverse("community:confirm_subscription", args=[confirm_token(pending)])
    found = [describe(channel, language) for channel in wanted]
    send_account_mail(
        template="community/mails/confirm_subscription",
        to=address,
        language=language,
        context={"activate_url": path, "titles": [one.title for one in found if one]},
        request=request,
    )


def pending_subscription(token: str) -> PendingSubscription:
    """Return what a link stands for, and change nothing.

    Raises:
        LinkUsedError: it was used, is older than 72 hours, or is none of ours.
    """
    try:
        number = signing.loads(token, salt=CONFIRM_SALT, max_age=LINK_LIVES)
    except signing.BadSignature as error:
        raise LinkUsedError from error
    living = PendingSubscription.objects.filter(asked_at__gt=timezone.now() - LINK_LIVES)
    pending = living.filter(pk=number).first()
    if pending is None:
        raise LinkUsedError
    return pending


def was_confirmed(token: str) -> bool:
    """Say whether a link was used, and what it has brought is still followed."""
    try:
        number = signing.loads(token, salt=CONFIRM_SALT, max_age=LINK_LIVES)
    except signing.BadSignature:
        return False
    return Subscription.objects.filter(confirmed_by=number).exists()


@transaction.atomic
def confirm_following(*, token: str) -> Subscriber:
    """Let a mailbox follow what was asked for. The link is used up by it.

    Raises:
        LinkUsedError: there is nothing left to confirm.
    """
    pending = pending_subscription(token)
    # Who deletes the row has the request; a second click at the same moment finds none.
    taken, _models = PendingSubscription.objects.filter(pk=pending.pk).delete()
    if not taken:
        raise LinkUsedError
    subscriber, is_new = Subscriber.objects.select_for_update().get_or_create(
        email=pending.email, defaults={"language": pending.language}
    )
    if not is_new:
        # Who opens a mail of ours can be reached.
        subscriber.stopped_for, subscriber.bounces = "", 0
        subscriber.save(update_fields=["stopped_for", "bounces"])
    consent = Consent(pending.consent_version, pending.language, pending.asked_at, pending.pk)
    channels = [Channel(kind, key) for kind, key in pending.channels]
    store_subscriptions(subscriber, channels, Pace(pending.pace), consent)
    return subscriber


@transaction.atomic
def follow_as_owner(
    *, email: str, language: str, channels: Iterable[Channel], pace: Pace
) -> Subscriber:
    """Let a mailbox follow something whose owner is known: a member with a confirmed address.

    Args:
        email: shown to be theirs.
        language: in which they have read what they agree to.
        channels: what they follow from now on.
        pace: how soon they want to hear.
    """
    subscriber, _is_new = Subscriber.objects.get_or_create(
        email=email.lower(), defaults={"language": language}
    )
    store_subscriptions(subscriber, channels, pace, Consent.given_now(language))
    return subscriber


def store_subscriptions(
    subscriber: Subscriber, channels: Iterable[Channel], pace: Pace, consent: Consent
) -> None:
    """Let a follower follow some channels from now on; what they follow already stays as it is."""
    for channel in channels:
        Subscription.objects.get_or_create(
            subscriber=subscriber,
            kind=channel.kind,
            key=channel.key,
            defaults={
                "pace": pace,
                "consent_version": consent.version,
                "consent_language": consent.language,
                "asked_at": consent.asked_at,
                "confirmed_at": timezone.now(),
                "confirmed_by": consent.request,
            },
        )
