"""The backup of each night and the trial of each week, on one node."""

import logging
import os
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.utils import timezone

from site_config.backups.databases import own_database
from site_config.backups.keeping import newest_backup, remove_old_backups
from site_config.backups.keys import backup_key
from site_config.backups.making import make_backup, media_roots
from site_config.backups.manifest import NoBackupError
from site_config.backups.restoring import try_backup

logger = logging.getLogger(__name__)

# Beside the backups: who has left since, to be erased again in whatever is brought back.
ERASED = "erased.txt"


def back_up() -> Path:
    """Make a backup, and remove those that have had their time."""
    folder = Path(settings.BACKUP_DIR)
    made = make_backup(
        folder=folder,
        key=backup_key(),
        database=own_database(),
        roots=media_roots(),
        tell=logger.info,
    )
    list_erased(folder)
    for path in remove_old_backups(
        folder,
        timezone.now(),
        days=settings.BACKUP_KEEP_DAYS,
        weeks=settings.BACKUP_KEEP_WEEKS,
    ):
        logger.info("Removed the backup %s", path.name)
    return made


def list_erased(folder: Path) -> None:
    """Write anew who has left: a backup knows nothing of later erasures."""
    if "erase_again" not in get_commands():
        return
    unfinished = folder / f"{ERASED}.unfinished"
    with os.fdopen(
        os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        call_command("erase_again", "--list", stdout=file)
    unfinished.replace(folder / ERASED)


def try_newest_backup() -> None:
    """Bring the newest backup back into a place of its own, and compare all of it.

    Raises:
        NoBackupError: there is none of the last two days.
    """
    newest = newest_backup(Path(settings.BACKUP_DIR))
    if newest is None or timezone.now() - newest[0] > timedelta(days=2):
        raise NoBackupError("there is no backup of the last two days")
    try_backup(folder=newest[1], key=backup_key(), tell=logger.info)
