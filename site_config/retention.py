"""How long the portal keeps what it knows of people; each app says it for its own data."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail import hooks
from wagtail.models import UploadedFile

from site_config.models.outbox import OutboxMail
from site_config.models.rate_counts import RateCount
from site_config.models.visits import DailyTotal

logger = logging.getLogger(__name__)

# Apps register functions with ``@hooks.register(RETENTION_HOOK)``: they take the present
# moment, remove what is too old by then, and return what they removed, by its name.
RETENTION_HOOK = "register_portal_retention"
Rule = Callable[[datetime], dict[str, int]]

# A mail is kept for questions about it, no longer than the comments' own addresses.
MAILS_KEPT = timedelta(days=30)
UPLOADS_KEPT = timedelta(days=7)
# Figures hold nothing of anybody; they are compared over years, and then are only history.
TOTALS_KEPT = timedelta(days=3653)


def remove_what_is_too_old(now: datetime | None = None) -> dict[str, int]:
    """Apply the retention rules of every app, in the running transaction.

    Args:
        now: the moment that ages are counted from.

    Returns:
        How many rows of each kind were removed; kinds without any are left out.
    """
    removed: dict[str, int] = {}
    rule: Rule
    for rule in hooks.get_hooks(RETENTION_HOOK):
        removed |= rule(now or timezone.now())
    for name, count in removed.items():
        if count:
            logger.info("Retention removed %s %s", count, name)
    return {name: count for name, count in removed.items() if count}


def remove_request_counts(now: datetime) -> dict[str, int]:
    """Remove counts of requests with the window of time that they belong to."""
    count, _models = RateCount.objects.filter(expires_at__lt=now).delete()
    return {"request counts": count}


def remove_abandoned_uploads(now: datetime) -> dict[str, int]:
    """Remove uploads that nobody has given a title; their files tell how old they are."""
    count = 0
    for upload in UploadedFile.objects.all():
        try:
            stored_at = upload.file.storage.get_modified_time(upload.file.name)
        except FileNotFoundError:
            stored_at = now - UPLOADS_KEPT
        if stored_at <= now - UPLOADS_KEPT:
            upload.delete()
            count += 1
    return {"abandoned uploads": count}


def remove_old_mails(now: datetime) -> dict[str, int]:
    """Remove mails that have left, or were given up, 30 days after they were written."""
    old = OutboxMail.objects.exclude(state=OutboxMail.State.WAITING)
    count, _models = old.filter(created_at__lt=now - MAILS_KEPT).delete()
    return {"mails": count}


def remove_old_totals(now: datetime) -> dict[str, int]:
    """Remove daily totals of visits after ten years."""
    old = DailyTotal.objects.filter(day__lt=timezone.localdate(now - TOTALS_KEPT))
    count, _models = old.delete()
    return {"daily totals": count}


RULES = (remove_old_mails, remove_request_counts, remove_abandoned_uploads, remove_old_totals)
