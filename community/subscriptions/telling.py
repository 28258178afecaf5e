"""Making each follower's copy: some hundred in each transaction, so that a stop loses nothing."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from community.models import Broadcast, BroadcastCopy, BroadcastPart, Pace, Subscription
from community.subscriptions.reading import is_pressing, readable, untold
from site_config.batches import in_batches
from site_config.outbox import BULK_PRIORITY, Letter, enqueue_mails

# Followers whose copies are made in one transaction.
AT_A_TIME = 500
# What not everybody may read for so long is no news any more.
LAPSES_AFTER = timedelta(days=3)
# Alerts go before whatever else waits for a worker.
PRESSING_PRIORITY = 50
# By this word the outbox asks what a copy says, and whether it may still be read.
CONCERNS = "broadcast"


@task(priority=BULK_PRIORITY)
def tell_part(part_id: int) -> None:
    """Make copies for some followers of one channel and language, and queue the next ones."""
    in_batches(tell_part, tell_next, part_id)


@task(priority=PRESSING_PRIORITY)
def tell_pressing_part(part_id: int) -> None:
    """Do the same for an alert, before whatever else waits for a worker."""
    in_batches(tell_pressing_part, tell_next, part_id)


def queue_part(part: BroadcastPart) -> None:
    """Let a worker tell the followers of one channel and language."""
    is_alert = part.broadcast.about == Broadcast.About.ALERT
    (tell_pressing_part if is_alert else tell_part).enqueue(part.pk)


def finish_broadcasts(limit: int = 50) -> None:
    """Queue what a worker has begun and not ended, what nobody could read until now, what is due.

    Parts that somebody has been at a moment ago are left to that worker.
    """
    for part in list(BroadcastPart.objects.abandoned().select_related("broadcast")[:limit]):
        BroadcastPart.objects.filter(pk=part.pk).update(touched_at=timezone.now())
        queue_part(part)


@transaction.atomic
def tell_next(part_id: int) -> bool:
    """Make the copies of the next followers. They are committed together with the place to go on.

    Returns:
        Whether there may be more.
    """
    part = BroadcastPart.objects.filter(pk=part_id).first()
    if part is None:
        return False
    # All channels of one change wait for each other here: nobody gets a copy through two.
    broadcast = Broadcast.objects.select_for_update(no_key=True).get(pk=part.broadcast_id)
    part.refresh_from_db()
    now = part.touched_at = timezone.now()
    if part.done_at or part.due_at > now:
        return False
    if not readable(broadcast, part.language):
        if part.due_at < now - LAPSES_AFTER:
            part.done_at, part.has_lapsed = now, True
        else:
            part.touched_at = None  # Asked again in the next round.
        part.save(update_fields=["done_at", "has_lapsed", "touched_at"])
        return False
    followers = _followers(broadcast, part)
    if part.total is None:
        part.total = followers.count()
    batch = list(followers.filter(pk__gt=part.told_up_to)[:AT_A_TIME])
    part.told += _make_copies(broadcast, part, batch)
    part.passed += len(batch)
    if len(batch) < AT_A_TIME:
        part.done_at = now
    else:
        part.told_up_to = batch[-1].pk
    part.save(update_fields=["total", "passed", "told", "told_up_to", "done_at", "touched_at"])
    return part.done_at is None


def _followers(broadcast: Broadcast, part: BroadcastPart) -> QuerySet[Subscription]:
    """Return who followed the channel when the change was made, in the part's language."""
    return (
        Subscription.objects.filter(
            kind=part.kind,
            key=part.key,
            confirmed_at__lte=broadcast.made_at,
            subscriber__language=part.language,
        )
        .select_related("subscriber")
        .order_by("pk")
    )


def _make_copies(broadcast: Broadcast, part: BroadcastPart, batch: Iterable[Subscription]) -> int:
    """Store the copies of those who have none yet, and mails for those who hear at once."""
    wanting = [row for row in batch if row.subscriber.is_reachable]
    numbers = [row.subscriber_id for row in wanting]
    told = set(broadcast.copies.filter(subscriber__in=numbers).values_list("subscriber", flat=True))
    new = untold(broadcast, [row for row in wanting if row.subscriber_id not in told])
    pressing = is_pressing(broadcast)
    at_once = [row for row in new if pressing or row.pace == Pace.NOW]
    mails = enqueue_mails(
        [
            Letter(row.subscriber.email, _mail_key(broadcast, row), str(broadcast), CONCERNS)
            for row in at_once
        ],
        priority=PRESSING_PRIORITY if pressing else BULK_PRIORITY,
    )
    state = BroadcastCopy.State
    BroadcastCopy.objects.bulk_create(
        BroadcastCopy(
            broadcast=broadcast,
            subscriber=row.subscriber,
            kind=part.kind,
            key=part.key,
            state=state.QUEUED if pressing or row.pace == Pace.NOW else state.DIGEST,
            mail=mails.get(_mail_key(broadcast, row)),
        )
        for row in new
    )
    return len(new)


def _mail_key(broadcast: Broadcast, row: Subscription) -> str:
    return f"broadcast {broadcast.pk} {row.subscriber_id}"
