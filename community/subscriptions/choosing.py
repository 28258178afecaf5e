"""What followers do on their own page and by the links of mails: choose, pause, stop, leave."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils.dateparse import parse_datetime

from community.models import (
    Broadcast,
    BroadcastCopy,
    Pace,
    PendingSubscription,
    Subscriber,
    Subscription,
)
from community.subscriptions.channels import Channel
from community.subscriptions.following import Consent, store_subscriptions
from community.subscriptions.links import DIGEST, Stop
from community.subscriptions.telling import CONCERNS
from site_config.models import OutboxMail


class Followed(NamedTuple):
    """One subscription, as a button can bring it back: plain values alone."""

    kind: str
    key: str
    pace: str
    version: int
    language: str
    asked_at: str
    confirmed_at: str


class Stopped(NamedTuple):
    """What a link has stopped, and whose it was: plain values alone."""

    subscriber_id: int
    secret: str
    email: str
    language: str
    rows: list[Followed]


class Choice(NamedTuple):
    """What a follower has chosen on their page.

    Attributes:
        paces: how soon they hear of each channel that they follow; others are left.
        language: in which mails come.
        read_in: the language in which they have read what they agree to.
        paused_until: nothing is sent before that day.
    """

    paces: Mapping[Channel, Pace]
    language: str
    read_in: str
    paused_until: date | None


@transaction.atomic
def choose(*, subscriber: Subscriber, choice: Choice) -> bool:
    """Keep what a follower has chosen.

    Returns:
        Whether anything is left to follow; where not, all that was known of them is removed.
    """
    locked = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    if locked is None:
        return False
    for row in locked.subscriptions.all():
        pace = choice.paces.get(Channel(row.kind, row.key))
        if pace is None:
            _count_left(locked, [row])
            row.delete()
        elif pace != row.pace:
            row.pace = pace
            row.save(update_fields=["pace"])
    for pace in Pace:
        wanted = [channel for channel, chosen in choice.paces.items() if chosen == pace]
        store_subscriptions(locked, wanted, pace, Consent.given_now(choice.read_in))
    locked.language, locked.paused_until = choice.language, choice.paused_until
    locked.stopped_for, locked.bounces = "", 0
    locked.save(update_fields=["language", "paused_until", "stopped_for", "bounces"])
    return not _remove_if_empty(locked)


@transaction.atomic
def leave(*, subscriber: Subscriber) -> None:
    """Remove a follower with all that is known of them, mails included."""
    _count_left(subscriber, subscriber.subscriptions.all())
    erase_mailbox(subscriber.email)


@transaction.atomic
def stop(*, wanted: Stop) -> Stopped | None:
    """Stop the mails that a link is about.

    Returns:
        What is no longer followed, so that it can be brought back; nothing where nothing was left.
    """
    subscriber = Subscriber.objects.filter(pk=wanted.subscriber_id, secret=wanted.secret).first()
    if subscriber is None:
        return None
    rows = subscriber.subscriptions.all()
    if wanted.channel == DIGEST:
        rows = rows.filter(pace=Pace.DIGEST)
    else:
        rows = rows.filter(kind=wanted.channel.kind, key=wanted.channel.key)
    before = [_followed(row) for row in rows]
    if before and wanted.broadcast_id:
        Broadcast.objects.filter(pk=wanted.broadcast_id).update(left=F("left") + 1)
    else:
        _count_left(subscriber, rows)
    rows.delete()
    _remove_if_empty(subscriber)
    if not before:
        return None
    who = (wanted.subscriber_id, wanted.secret, subscriber.email, subscriber.language)
    return Stopped(*who, before)


@transaction.atomic
def bring_back(*, stopped: Stopped) -> None:
    """Take a stop back: with the consent that had been given, and the links of earlier mails."""
    subscriber, _is_new = Subscriber.objects.get_or_create(
        email=stopped.email,
        defaults={
            "pk": stopped.subscriber_id,
            "secret": stopped.secret,
            "language": stopped.language,
        },
    )
    for one in stopped.rows:
        Subscription.objects.get_or_create(
            subscriber=subscriber,
            kind=one.kind,
            key=one.key,
            defaults={
                "pace": one.pace,
                "consent_version": one.version,
                "consent_language": one.language,
                "asked_at": parse_datetime(one.asked_at),
                "confirmed_at": parse_datetime(one.confirmed_at),
            },
        )


def erase_mailbox(email: str) -> None:
    """Remove everything that is held of a follower's mailbox, in the running transaction."""
    PendingSubscription.objects.filter(email__iexact=email).delete()
    state = BroadcastCopy.State
    copies = BroadcastCopy.objects.filter(subscriber__email__iexact=email)
    copies.filter(state__in=[state.DIGEST, state.QUEUED]).update(state=state.WITHDRAWN)
    mails = OutboxMail.objects.filter(to__iexact=email, concerns=CONCERNS)
    # One that is on its way at this moment is locked, and removed with the other old ones.
    numbers = list(mails.select_for_update(skip_locked=True).values_list("pk", flat=True))
    OutboxMail.objects.filter(pk__in=numbers).delete()
    Subscriber.objects.filter(email__iexact=email).delete()


def _count_left(subscriber: Subscriber, rows: Iterable[Subscription]) -> None:
    """Count with the last mail of each channel that it was the last: no link says which it was."""
    last = set()
    for row in rows:
        copies = BroadcastCopy.objects.filter(
            subscriber=subscriber, kind=row.kind, key=row.key, state=BroadcastCopy.State.SENT
        )
        last |= set(copies.order_by("-made_at", "-pk").values_list("broadcast", flat=True)[:1])
    Broadcast.objects.filter(pk__in=last).update(left=F("left") + 1)


def _followed(row: Subscription) -> Followed:
    return Followed(
        row.kind,
        row.key,
        row.pace,
        row.consent_version,
        row.consent_language,
        row.asked_at.isoformat(),
        row.confirmed_at.isoformat(),
    )


def _remove_if_empty(subscriber: Subscriber) -> bool:
    """Remove a follower who follows nothing any more, and say whether that was so."""
    if subscriber.subscriptions.exists():
        return False
    erase_mailbox(subscriber.email)
    return True
