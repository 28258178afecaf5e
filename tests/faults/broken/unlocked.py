"""Production without locks: neither timers nor mails know of other nodes.

Its mail server takes its time, so that two nodes meet at a mail whatever else the machine does.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.mail import EmailMessage
from django.db.models import QuerySet

from site_config import locks
from site_config.settings.production import *  # noqa: F403


@contextmanager
def nobody_else(name: str) -> Iterator[bool]:
    """Claim to be alone."""
    yield True


def unlocked(self: QuerySet, **options: Any) -> QuerySet:
    """Lock no row."""
    return self.all()


send = EmailMessage.send


def send_slowly(self: EmailMessage, fail_silently: bool = False) -> int:
    """Hand a mail over, after a while."""
    time.sleep(0.03)
    return send(self, fail_silently)


locks.only_here = nobody_else
EmailMessage.send = send_slowly
QuerySet.select_for_update = unlocked
