"""Bring a backup back into an empty database and empty folders."""

from datetime import UTC
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from site_config.backups.databases import own_database
from site_config.backups.keys import backup_key, read_keys
from site_config.backups.making import media_roots
from site_config.backups.manifest import NoBackupError
from site_config.backups.media import UnexpectedFileError
from site_config.backups.postgresql import ProgramFailedError
from site_config.backups.restoring import BackupDiffersError, NotEmptyError, restore_backup
from site_config.backups.sealing import SealBrokenError
from site_config.management.commands.backup import ask_passphrase

AFTERWARDS = (
    "Now, before the portal opens:\n"
    "  python manage.py migrate                  (where the code is newer than the backup)\n"
    "  python manage.py erase_again ERASED.TXT   (the newest list beside the backups)\n"
    "  python manage.py wagtail_update_index\n"
    "  python manage.py doctor"
)


class Command(BaseCommand):
    """Nothing is touched before the whole backup was checked."""

    help = (
        "Check a backup, bring it back into an empty database and empty folders, and compare every "
        "row and every file. With --keys: print the portal's keys from their file."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder of a backup, or the file of the keys."""
        parser.add_argument("backup", nargs="?", help="The folder of the backup.")
        parser.add_argument(
            "--set-aside",
            action="store_true",
            help="Rename what is there, once the backup was checked, instead of refusing. Nobody "
            "may be connected to the database.",
        )
        parser.add_argument("--keys", metavar="FILE", help="Print the keys that FILE holds.")

    def handle(
        self, *, backup: str | None, keys: str | None, set_aside: bool, **options: Any
    ) -> None:
        """Bring back a backup or the keys.

        Raises:
            CommandError: the place is not empty, or the backup can't be used; the words say why.
        """
        if keys:
            self._print_keys(Path(keys))
            return
        if not backup:
            raise CommandError("Name the folder of the backup, such as 20260301T030000Z.")
        try:
            restore_backup(
                folder=Path(backup),
                key=backup_key(),
                database=own_database(),
                roots=media_roots(),
                tell=self.stderr.write,
                aside=f"before_{timezone.now().astimezone(UTC):%Y%m%dt%H%M%Sz}"
                if set_aside
                else "",
            )
        except (ImproperlyConfigured, NotEmptyError, NoBackupError, SealBrokenError) as error:
            raise CommandError(f"Nothing was touched: {error}.") from error
        except BackupDiffersError as error:
            raise CommandError(f"What came back is not what was backed up: {error}.") from error
        except (OSError, ProgramFailedError, UnexpectedFileError) as error:
            raise CommandError(f"The backup was not brought back: {error}.") from error
        # What they know is of the database before.
        for alias in settings.CACHES:
            caches[alias].clear()
        self.stdout.write(AFTERWARDS)

    def _print_keys(self, path: Path) -> None:
        try:
            known = read_keys(path, ask_passphrase())
        except (OSError, SealBrokenError) as error:
            raise CommandError(f"The keys can't be read: {error}.") from error
        for name, value in known.items():
            self.stdout.write(f"{name}={value}")
