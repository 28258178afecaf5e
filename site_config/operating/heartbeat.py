"""How long ago a worker has shown that it works."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from site_config.locks import only_here
from site_config.models.timers import TimerState

# The state that a worker keeps: when it last did what it was asked.
WORKER = "worker"
# The state that the timers keep: when they last asked.
ASKED = "worker asked"
# Seconds between two questions.
EVERY = 300


@task(priority=100)
def answer() -> None:
    """Show that a worker takes tasks; before all others, so that a long queue doesn't hide it."""
    TimerState.objects.note_success(WORKER, EVERY)


def has_workers() -> bool:
    """Say whether tasks wait for a worker of its own, and are not done where they arise."""
    return settings.TASKS["default"]["BACKEND"].endswith("DatabaseBackend")


def ask_worker() -> bool:
    """Ask the workers for a sign every five minutes, from one node.

    Returns:
        False always: only the answer counts.
    """
    if not has_workers():
        return False
    with only_here("timers.worker") as mine:
        asked = TimerState.objects.filter(name=ASKED).first() if mine else None
        due = timezone.now() - timedelta(seconds=EVERY)
        if mine and (asked is None or asked.succeeded_at is None or asked.succeeded_at <= due):
            TimerState.objects.note_success(ASKED, EVERY)
            answer.enqueue()
    return False
