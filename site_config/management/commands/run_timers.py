"""Do what the portal does by the clock."""

import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from site_config.timers import run_round, run_until


class Command(BaseCommand):
    """Started by a service, which keeps it running, or by a timer with ``--once``."""

    help = "Publish scheduled pages, send waiting mails, and remove what is kept long enough."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer one round instead of one every minute."""
        parser.add_argument(
            "--once", action="store_true", help="Run every timer once and end (for cron)."
        )

    def handle(self, *, once: bool, **options: Any) -> None:
        """Run the timers.

        Raises:
            CommandError: with ``--once``, where a timer failed.
        """
        if once:
            if failed := run_round():
                raise CommandError(f"These timers failed: {', '.join(failed)}; see the log.")
            return
        stop = Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        run_until(stop)
