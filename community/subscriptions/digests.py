"""The followers' mail of the day: one for each, on however many machines the clock runs."""

from datetime import datetime

from django.utils import timezone

from community.models import BroadcastCopy, Subscriber
from community.services.digesting import AT_A_TIME, last_morning
from community.subscriptions.mails import queue_digest
from site_config.locks import only_here


def queue_digests(now: datetime | None = None) -> int:
    """Write the mails of the day that are due; who comes second finds only what is left.

    Args:
        now: the moment that the morning is reckoned from.

    Returns:
        How many mails were written.
    """
    until = last_morning(now or timezone.now())
    written, done_up_to = 0, 0
    while True:
        with only_here("timers.followers_digests") as mine:
            followers = _next_followers(until, done_up_to) if mine else []
            written += sum(queue_digest(follower, until) is not None for follower in followers)
        if not followers:
            return written
        done_up_to = followers[-1].pk


def _next_followers(until: datetime, after: int) -> list[Subscriber]:
    waiting = BroadcastCopy.objects.filter(
        state=BroadcastCopy.State.DIGEST, made_at__lt=until, subscriber__gt=after
    )
    numbers = waiting.order_by("subscriber").values_list("subscriber", flat=True).distinct()
    return list(Subscriber.objects.filter(pk__in=list(numbers[:AT_A_TIME])).order_by("pk"))
