"""What follows when a version takes effect, and when it ends: once, on however many machines.

Readers see both by the clock alone (see `site_config.alerts.showing`). What is done here is to
renew the copies that caches hold, and to tell followers. Each step is claimed by the row of its
version in the transaction that does it; what fails or is cut off is done in the next minute.
"""

import logging
from collections.abc import Callable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail import hooks

from site_config.alerts import ALERT_HOOK
from site_config.alerts.purging import purge_copies
from site_config.alerts.showing import forget_alerts
from site_config.models.alert_terms import Message
from site_config.models.alerts import AlertVersion

logger = logging.getLogger(__name__)


def keep_alerts() -> None:
    """Do what has become due; asked every minute."""
    now = timezone.now()
    unspread, untold = Q(spread_at__isnull=True), Q(told_at__isnull=True)
    uncleared = Q(cleared_at__isnull=True, ends_at__lte=now)
    due = AlertVersion.objects.in_force(now).filter(unspread | untold | uncleared)
    for number in list(due.order_by("pk").values_list("pk", flat=True)):
        follow_up(number)


def follow_up(version_id: int) -> None:
    """Do what is due about one version; one step that fails keeps no other from being done."""
    forget_alerts()
    for step in (_spread, _tell, _clear):
        try:
            step(version_id)
        except Exception:  # the banner is there already, and the next round tries again
            logger.exception("A step about version %s of an alert failed", version_id)


@transaction.atomic
def _spread(version_id: int) -> None:
    """Have the copies renewed that show a version, or the one before it."""
    if _claim(version_id, "spread_at"):
        purge_copies.enqueue(version_id)


@transaction.atomic
def _tell(version_id: int) -> None:
    """Tell whoever listens, unless the version is over or another one holds by now."""
    if not _claim(version_id, "told_at"):
        return
    now = timezone.now()
    version = AlertVersion.objects.current(now).with_words().filter(pk=version_id).first()
    if version and (version.is_running(now) or version.message == Message.CANCEL):
        tell: Callable[[AlertVersion], None]
        for tell in hooks.get_hooks(ALERT_HOOK):
            tell(version)


@transaction.atomic
def _clear(version_id: int) -> None:
    """Have the copies renewed from which an alert has left by itself."""
    if _claim(version_id, "cleared_at", ends_at__lte=timezone.now()):
        purge_copies.enqueue(version_id)


def _claim(version_id: int, field: str, **conditions: object) -> bool:
    """Take a step upon this process; whoever comes second waits, and finds it taken."""
    now = timezone.now()
    due = AlertVersion.objects.filter(
        pk=version_id,
        published_at__isnull=False,
        starts_at__lte=now,
        **{f"{field}__isnull": True},
        **conditions,
    )
    return bool(due.update(**{field: now}))
