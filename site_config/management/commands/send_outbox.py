from typing import Any

from django.core.management.base import BaseCommand

from site_config.outbox import deliver_due_mails


class Command(BaseCommand):
    """A timer's job: run it every minute."""

    help = "Send the mails whose next attempt has come."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{deliver_due_mails()} mails tried")
