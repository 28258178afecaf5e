"""Try a backup: bring it back into a place of its own and compare all of it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from site_config.backups.keeping import newest_backup
from site_config.backups.keys import backup_key
from site_config.backups.manifest import NoBackupError
from site_config.backups.media import UnexpectedFileError
from site_config.backups.postgresql import ProgramFailedError
from site_config.backups.restoring import BackupDiffersError, check_backup, try_backup
from site_config.backups.sealing import SealBrokenError


class Command(BaseCommand):
    """The portal's own database and folders are not touched."""

    help = (
        "Bring a backup (the newest one, if none is named) back into a database and folders of "
        "its own, compare every row and every file, and remove them again."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder of a backup, and the wish to be quick."""
        parser.add_argument("backup", nargs="?", help="The folder of the backup.")
        parser.add_argument(
            "--quick", action="store_true", help="Check that it opens; bring nothing back."
        )

    def handle(self, *, backup: str | None, quick: bool, **options: Any) -> None:
        """Try the backup.

        Raises:
            CommandError: it can't be brought back as it was; the words say why.
        """
        folder = self._folder(backup)
        check = check_backup if quick else try_backup
        try:
            manifest = check(folder=folder, key=backup_key(), tell=self.stderr.write)
        except (
            *(ImproperlyConfigured, NoBackupError, SealBrokenError, BackupDiffersError),
            *(OSError, ProgramFailedError, UnexpectedFileError),
        ) as error:
            raise CommandError(f"{folder} can't be relied on: {error}.") from error
        self.stdout.write(f"{folder.name} of {manifest.made_at} is sound.")

    def _folder(self, backup: str | None) -> Path:
        if backup:
            return Path(backup)
        newest = newest_backup(Path(settings.BACKUP_DIR)) if settings.BACKUP_DIR else None
        if newest is None:
            raise CommandError("There is no backup in BACKUP_DIR; name a folder.")
        return newest[1]
