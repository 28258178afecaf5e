"""Mails that came back, as the mail service tells (django-anymail's tracking events)."""

from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from community.models import BroadcastCopy, Subscriber

# So many in a row, and nothing is sent any more.
BOUNCES_AT_MOST = 3
# Nobody receives mail at such an address.
FOR_GOOD = frozenset({"invalid"})


@transaction.atomic
def note_event(event: Any, **kwargs: Any) -> None:
    """Keep what a mail service tells of a mail to a follower; all else is passed over.

    Openings and clicks are asked of no service, and kept of none.

    Args:
        event: an ``AnymailTrackingEvent``, whose signature has been checked.
    """
    address = (event.recipient or "").lower()
    subscriber = Subscriber.objects.filter(email=address).first()
    if subscriber is None:
        return
    if event.event_type == "bounced":
        _note_bounce(event, subscriber)
    elif event.event_type == "complained":
        subscriber.stopped_for = Subscriber.StoppedFor.COMPLAINT
        subscriber.save(update_fields=["stopped_for"])
    elif event.event_type == "delivered":
        Subscriber.objects.filter(pk=subscriber.pk, bounces__gt=0).update(bounces=0)


def _note_bounce(event: Any, subscriber: Subscriber) -> None:
    copies = _copies_in(event, subscriber)
    # A service may tell twice.
    if not copies.filter(bounced_at__isnull=True).update(bounced_at=timezone.now()):
        return
    Subscriber.objects.filter(pk=subscriber.pk).update(bounces=F("bounces") + 1)
    subscriber.refresh_from_db(fields=["bounces"])
    if subscriber.bounces >= BOUNCES_AT_MOST or event.reject_reason in FOR_GOOD:
        subscriber.stopped_for = Subscriber.StoppedFor.BOUNCES
        subscriber.save(update_fields=["stopped_for"])


def _copies_in(event: Any, subscriber: Subscriber) -> QuerySet[BroadcastCopy]:
    """Return the copies in the mail that came back: by the key that it carried, else the latest."""
    copies = BroadcastCopy.objects.filter(subscriber=subscriber)
    if key := (event.metadata or {}).get("mail", ""):
        return copies.filter(mail__key=key)
    latest = copies.exclude(mail=None).order_by("-made_at", "-pk").first()
    return copies.filter(mail=latest.mail_id) if latest else copies.none()
