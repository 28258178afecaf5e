"""Work that takes longer than a transaction should, done by one node."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import close_old_connections, connection
from django.utils import timezone

from site_config.models.timers import TimerRun

# After so long another node may take what a node that died was at; so long after a failure too.
HELD = timedelta(hours=6)
AGAIN_AFTER = timedelta(hours=1)


def leased(name: str, day: date, work: Callable[[], object]) -> bool:
    """Do a day's work unless somebody has done it, or is at it.

    Args:
        name: the timer's.
        day: on which it is due; of a week, its Monday.
        work: what is to be done, outside of any transaction.

    Returns:
        Whether it was done here and now.
    """
    if not TimerRun.objects.lease(name, day, timezone.now() + HELD):
        return False
    try:
        work()
    except BaseException:
        _connect_anew()
        TimerRun.objects.give_back(name, timezone.now() + AGAIN_AFTER)
        raise
    _connect_anew()
    TimerRun.objects.finish(name, day)
    return True


def _connect_anew() -> None:
    """Leave a connection that has idled during the work, and may have been cut off."""
    if not connection.in_atomic_block:
        close_old_connections()
