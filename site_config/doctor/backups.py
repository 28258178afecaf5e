"""Whether the portal could be brought back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from site_config.backups.keeping import newest_backup
from site_config.backups.keys import backup_key
from site_config.doctor.findings import Finding, error, fine, warning
from site_config.models.timers import TimerState

# A night's backup is as old as this when the next one is late.
OLD = timedelta(hours=30)
TRIAL_OLD = timedelta(days=9)


def examine_backups() -> Iterator[Finding]:
    """Look for a fresh backup that has been tried."""
    if not settings.BACKUP_DIR:
        yield error(
            "backups",
            "No backups are made.",
            "Set BACKUP_DIR and BACKUP_KEY; python manage.py backup --new-key makes a key.",
        )
        return
    try:
        backup_key()
    except ImproperlyConfigured as failure:
        yield error("backup-key", str(failure), "Then keep it in a safe, apart from the backups.")
        return
    yield fine("backup-key", "Backups are sealed.")
    newest = newest_backup(Path(settings.BACKUP_DIR))
    now = timezone.now()
    if newest is None or now - newest[0] > OLD:
        age = f"is {(now - newest[0]).days} days old" if newest else "was never made"
        yield error(
            "backups",
            f"The newest backup {age}.",
            "Run: python manage.py backup; if it fails, it says why. Is run_timers running?",
        )
    else:
        yield fine("backups", f"The newest backup is {newest[1].name}.")
    tried = TimerState.objects.filter(name="restore_test").first()
    if tried is None or tried.succeeded_at is None or now - tried.succeeded_at > TRIAL_OLD:
        yield warning(
            "restore-test",
            "Nobody has tried lately whether a backup can be brought back.",
            "Run: python manage.py verify_backup",
        )
    else:
        yield fine("restore-test", f"A backup was tried on {tried.succeeded_at:%Y-%m-%d}.")
