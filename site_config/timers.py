"""What the portal does by the clock, on however many machines it runs."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from threading import Event
from typing import NamedTuple

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections, connections
from django.utils import timezone
from wagtail import hooks

from site_config.locks import only_here
from site_config.models.timers import TimerRun
from site_config.outbox import deliver_due_mails
from site_config.retention import remove_what_is_too_old

logger = logging.getLogger(__name__)

# Seconds between two rounds.
ROUND = 60
# The day's work begins at this local hour, when fewest people read.
NIGHT_HOUR = 3
# Apps register functions with ``@hooks.register(TIMER_HOOK)`` that return a `Timer` of theirs.
TIMER_HOOK = "register_portal_timers"


class Timer(NamedTuple):
    """One piece of work and its name in the log."""

    name: str
    run: Callable[[], None]


def publish_scheduled_pages() -> None:
    """Publish and withdraw the pages whose hour has come, in one process alone."""
    with only_here("timers.publish") as mine:
        if mine:
            call_command("publish_scheduled", verbosity=0)


def once_a_day(name: str, work: Callable[[], object]) -> None:
    """Do a day's work if nobody has done it yet; what fails is tried again in the next round."""
    with only_here(f"timers.{name}") as mine:
        if mine and TimerRun.objects.claim(name, working_day(timezone.now())):
            work()


def working_day(moment: datetime) -> date:
    """Return the day whose nightly work is due at a moment, in the city's time."""
    return timezone.localdate(moment - timedelta(hours=NIGHT_HOUR))


def prune_finished_tasks() -> None:
    """Forget the tasks that a worker has finished, where tasks are kept in the database."""
    if settings.TASKS["default"]["BACKEND"].endswith("DatabaseBackend"):
        call_command("prune_db_task_results", verbosity=0)


TIMERS = (
    Timer("publish", publish_scheduled_pages),
    # Every mail is locked by itself while it is handed over.
    Timer("outbox", deliver_due_mails),
    Timer("sessions", partial(once_a_day, "sessions", partial(call_command, "clearsessions"))),
    Timer("retention", partial(once_a_day, "retention", remove_what_is_too_old)),
    Timer("tasks", partial(once_a_day, "tasks", prune_finished_tasks)),
)


def run_round() -> list[str]:
    """Run every timer once.

    Returns:
        The names of those that failed; the log says why. One that fails stops no other.
    """
    failed = []
    of_apps: list[Timer] = [make() for make in hooks.get_hooks(TIMER_HOOK)]
    for timer in (*TIMERS, *of_apps):
        try:
            timer.run()
        except Exception:  # the others go on, and the next round tries again
            logger.exception("The timer “%s” failed", timer.name)
            failed.append(timer.name)
    return failed


def run_until(stop: Event) -> None:
    """Run the timers every minute, from now until ``stop`` is set."""
    while not stop.is_set():
        close_old_connections()
        run_round()
        # A connection that idles until the next round would only wait to be cut off.
        connections.close_all()
        stop.wait(ROUND)
