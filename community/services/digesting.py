"""The mail of the day: once for each member, on however many machines the clock is looked at."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from community.models import Notification, User
from community.notice_mails import mail_digest
from site_config.locks import only_here

# The local hour after which the mail of the day is written.
MORNING_HOUR = 7
# Members whose mails are written in one transaction.
AT_A_TIME = 50


def last_morning(now: datetime) -> datetime:
    """Return the moment of the latest morning hour, in the city's time."""
    today = timezone.localdate(now)
    morning = timezone.make_aware(datetime.combine(today, time(MORNING_HOUR)))
    if morning <= now:
        return morning
    return timezone.make_aware(datetime.combine(today - timedelta(days=1), time(MORNING_HOUR)))


def send_digests(now: datetime | None = None) -> int:
    """Write the mails of the day that are due. Whatever was told by the morning leaves the list
    with its mail, so that who comes second, or after a stop, finds only what is left.

    Args:
        now: the moment that the morning is reckoned from.

    Returns:
        How many mails were written.
    """
    until = last_morning(now or timezone.now())
    written, done_up_to = 0, 0
    while True:
        with only_here("timers.digests") as mine:
            members = _next_members(until, done_up_to) if mine else []
            written += sum(mail_digest(member, until) is not None for member in members)
        if not members:
            return written
        done_up_to = members[-1].pk


def _next_members(until: datetime, after: int) -> list[User]:
    waiting = Notification.objects.for_digest().filter(made_at__lt=until, recipient__gt=after)
    numbers = waiting.order_by("recipient").values_list("recipient", flat=True).distinct()
    return list(User.objects.filter(pk__in=list(numbers[:AT_A_TIME])).order_by("pk"))
