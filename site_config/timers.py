"""What the portal does by the clock, on however many machines it runs."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from threading import Event, Thread
from typing import NamedTuple

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from wagtail import hooks

from site_config.alerts.clock import keep_alerts
from site_config.backups.scheduled import back_up, try_newest_backup
from site_config.document_index import index_documents
from site_config.document_reading import read_lost_documents
from site_config.document_rereading import order_rereading
from site_config.leases import leased
from site_config.link_checks.checking import check_links
from site_config.locks import only_here
from site_config.models.timers import TimerRun, TimerState
from site_config.operating.heartbeat import EVERY, WORKER, ask_worker
from site_config.outbox import deliver_due_bulk, deliver_due_single
from site_config.retention import remove_what_is_too_old
from site_config.scheduled import NotPublishedError, publish_and_withdraw
from site_config.withdrawing import withdraw_unpublished_files

logger = logging.getLogger(__name__)

# Seconds between two rounds.
ROUND = 60
DAY = 86_400
WEEK = 7 * DAY
# Under this name the end of each round is noted, whatever came of its timers.
ROUNDS = "rounds"
# The day's work begins at this local hour, when fewest people read.
NIGHT_HOUR = 3
# Apps register functions with ``@hooks.register(TIMER_HOOK)`` that return a `Timer` of theirs.
TIMER_HOOK = "register_portal_timers"


class Timer(NamedTuple):
    """One piece of work.

    Attributes:
        name: stands in the log and in the metrics.
        run: does what is due. It returns False where the work was left to another node or
            was done already; anything else counts as done.
        every: seconds between two runs; what comes later than that is lag.
        apart: takes minutes, so that it runs beside the others.
    """

    name: str
    run: Callable[[], object]
    every: int = ROUND
    apart: bool = False


def publish_scheduled_pages() -> bool:
    """Publish and withdraw the pages whose hour has come, in one process alone.

    Raises:
        NotPublishedError: some could not be, which took none of the others along.
    """
    failed: list[str] = []
    with only_here("timers.publish") as mine:
        if mine:
            failed = publish_and_withdraw()
    if failed:
        raise NotPublishedError(", ".join(failed))
    return mine


def once_a_day(name: str, work: Callable[[], object]) -> bool:
    """Do a day's work if nobody has done it yet; what fails is tried again in the next round.

    Returns:
        Whether it was done here and now.
    """
    with only_here(f"timers.{name}") as mine:
        if mine and TimerRun.objects.claim(name, working_day(timezone.now())):
            work()
            return True
    return False


def working_day(moment: datetime) -> date:
    """Return the day whose nightly work is due at a moment, in the city's time."""
    return timezone.localdate(moment - timedelta(hours=NIGHT_HOUR))


def prune_finished_tasks() -> None:
    """Forget the tasks that a worker has finished, where tasks are kept in the database."""
    if settings.TASKS["default"]["BACKEND"].endswith("DatabaseBackend"):
        call_command("prune_db_task_results", verbosity=0)


def working_week(moment: datetime) -> date:
    """Return the Monday of the week whose work is due: it begins in the night to Monday."""
    day = working_day(moment)
    return day - timedelta(days=day.weekday())


def back_up_tonight() -> bool:
    """Make the backup of the night, where a folder for backups is set."""
    day = working_day(timezone.now())
    return bool(settings.BACKUP_DIR) and leased("backup", day, back_up)


def try_backup_this_week() -> bool:
    """Bring the newest backup back into a place of its own, once a week."""
    week = working_week(timezone.now())
    return bool(settings.BACKUP_DIR) and leased("restore_test", week, try_newest_backup)


def refresh_index_this_week() -> bool:
    """Write the whole search index anew, should a task that keeps it have been lost."""
    refresh = partial(call_command, "wagtail_update_index", verbosity=0)
    return leased("index", working_week(timezone.now()), refresh)


def check_links_this_week() -> bool:
    """Look where the links of published pages lead, on a server that may ask others."""
    week = working_week(timezone.now())
    return settings.LINK_CHECK and leased("links", week, check_links)


def daily(name: str, work: Callable[[], object]) -> Timer:
    """Return a timer whose work is one transaction each night."""
    return Timer(name, partial(once_a_day, name, work), every=DAY)


TIMERS = (
    # First, for people wait for it. Every step is claimed by itself.
    Timer("alerts", keep_alerts),
    Timer("publish", publish_scheduled_pages),
    # Every mail is locked by itself while it is handed over.
    Timer("outbox", deliver_due_single),
    Timer("bulk_outbox", deliver_due_bulk, apart=True),
    # Every document is claimed by itself; the index is the same whoever holds it.
    Timer("documents", read_lost_documents),
    Timer("documents_anew", order_rereading),
    Timer("document_index", index_documents.func),
    Timer(WORKER, ask_worker, every=EVERY),
    daily("sessions", partial(call_command, "clearsessions")),
    daily("retention", remove_what_is_too_old),
    # What a change has hidden is withdrawn at once; this finds what nothing has told of.
    daily("media", withdraw_unpublished_files),
    daily("tasks", prune_finished_tasks),
    Timer("backup", back_up_tonight, every=DAY, apart=True),
    Timer("restore_test", try_backup_this_week, every=WEEK, apart=True),
    Timer("links", check_links_this_week, every=WEEK, apart=True),
    Timer("index", refresh_index_this_week, every=WEEK, apart=True),
)


def run_round(apart: "RunningApart | None" = None) -> list[str]:
    """Run every timer once.

    Args:
        apart: where the long ones run beside; without it they run in their turn.

    Returns:
        The names of those that failed; the log says why. One that fails stops no other.
    """
    if settings.READ_ONLY:
        return []
    of_apps: list[Timer] = [make() for make in hooks.get_hooks(TIMER_HOOK)]
    failed = []
    for timer in (*TIMERS, *of_apps):
        if timer.apart and apart is not None:
            apart.start(timer)
        elif not run_timer(timer):
            failed.append(timer.name)
    _note(partial(TimerState.objects.note_success, ROUNDS, ROUND))
    return failed


def run_timer(timer: Timer) -> bool:
    """Run one timer and note what came of it. Returns whether it went well."""
    try:
        done = timer.run()
    except Exception as error:  # the others go on, and the next round tries again
        logger.exception("The timer “%s” failed", timer.name)
        failure = type(error).__name__
        _note(partial(TimerState.objects.note_failure, timer.name, timer.every, failure))
        return False
    if done is not False:
        _note(partial(TimerState.objects.note_success, timer.name, timer.every))
    return True


def _note(note: Callable[[], None]) -> None:
    """Write a note where the database takes it; the work itself doesn't hang on that."""
    try:
        note()
    except DatabaseError as error:
        logger.warning("What a timer did was not noted: %s", type(error).__name__)


class RunningApart:
    """The long timers that run beside the rounds, each at most once at a time."""

    def __init__(self) -> None:
        self._threads: dict[str, Thread] = {}

    def start(self, timer: Timer) -> None:
        """Start a timer, unless its last run is still at work."""
        at_work = self._threads.get(timer.name)
        if at_work and at_work.is_alive():
            return
        thread = Thread(target=self._run, args=(timer,), name=timer.name, daemon=True)
        self._threads[timer.name] = thread
        thread.start()

    def _run(self, timer: Timer) -> None:
        try:
            run_timer(timer)
        finally:
            connections.close_all()


def run_until(stop: Event) -> None:
    """Run the timers every minute, from now until ``stop`` is set."""
    apart = RunningApart()
    while not stop.is_set():
        close_old_connections()
        run_round(apart)
        # A connection that idles until the next round would only wait to be cut off.
        connections.close_all()
        stop.wait(ROUND)
