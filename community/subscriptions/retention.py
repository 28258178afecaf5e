"""How long it is kept who follows what, and what followers were told."""

from datetime import datetime, timedelta

from community.models import Broadcast, BroadcastCopy, PendingSubscription, Subscriber
from community.subscriptions.following import LINK_LIVES

COPIES_KEPT = timedelta(days=90)
STOPPED_KEPT = timedelta(days=365)


def remove_unconfirmed_subscriptions(now: datetime) -> dict[str, int]:
    """Remove requests that nobody has confirmed within 72 hours."""
    old = PendingSubscription.objects.filter(asked_at__lt=now - LINK_LIVES)
    count, _models = old.delete()
    return {"unconfirmed subscriptions": count}


def remove_old_copies(now: datetime) -> dict[str, int]:
    """Forget who was told what after 90 days; the figures stay."""
    count = 0
    old = Broadcast.objects.filter(made_at__lt=now - COPIES_KEPT, counted_at__isnull=True)
    for broadcast in old.filter(parts__done_at__isnull=False).distinct():
        if broadcast.parts.filter(done_at__isnull=True).exists():
            continue
        figures = broadcast.figures()
        broadcast.sent, broadcast.withdrawn = figures.sent, figures.withdrawn
        broadcast.bounced, broadcast.counted_at = figures.bounced, now
        broadcast.save(update_fields=["sent", "withdrawn", "bounced", "counted_at"])
        count += BroadcastCopy.objects.filter(broadcast=broadcast).delete()[0]
    return {"copies of mails to followers": count}


def remove_unreachable_followers(now: datetime) -> dict[str, int]:
    """Remove mailboxes whose mails have come back, a year after they were told of anything."""
    stopped = Subscriber.objects.exclude(stopped_for="").filter(joined_at__lt=now - STOPPED_KEPT)
    recent = BroadcastCopy.objects.filter(made_at__gt=now - COPIES_KEPT).values("subscriber")
    count = 0
    for subscriber in stopped.exclude(pk__in=recent.exclude(subscriber=None)):
        subscriber.delete()
        count += 1
    return {"followers who can’t be reached": count}


RULES = (remove_unconfirmed_subscriptions, remove_old_copies, remove_unreachable_followers)
