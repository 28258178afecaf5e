"""Back the portal up: its database, its files, and, apart from them, its keys."""

import os
from getpass import getpass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from site_config.backups.databases import own_database
from site_config.backups.keys import backup_key, new_key, write_keys
from site_config.backups.making import make_backup, media_roots
from site_config.backups.postgresql import ProgramFailedError
from site_config.backups.scheduled import list_erased


class Command(BaseCommand):
    """Writes into a new folder, which bears its name only once it is whole."""

    help = (
        "Back up the database and the uploaded files, encrypted with BACKUP_KEY, into a new folder "
        "of BACKUP_DIR. The portal goes on meanwhile."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer another place, and the keys."""
        parser.add_argument("--to", help="Where backups are kept, instead of BACKUP_DIR.")
        parser.add_argument("--new-key", action="store_true", help="Print a BACKUP_KEY, and end.")
        parser.add_argument(
            "--keys",
            metavar="FILE",
            help="Write the portal's keys alone into a new file, sealed with a passphrase that is "
            "asked for or stands in KEYS_PASSPHRASE. Keep it away from the backups.",
        )

    def handle(self, *, to: str | None, new_key: bool, keys: str | None, **options: Any) -> None:
        """Back up, or do one of the other two.

        Raises:
            CommandError: a setting is missing, or a disk, server or program failed.
        """
        if new_key:
            self.stdout.write(_new_key())
        elif keys:
            self._write_keys(Path(keys))
        else:
            self._back_up(to or settings.BACKUP_DIR)

    def _back_up(self, place: str) -> None:
        if not place:
            raise CommandError("Set BACKUP_DIR, or say where with --to.")
        folder = Path(place)
        try:
            made = make_backup(
                folder=folder,
                key=backup_key(),
                database=own_database(),
                roots=media_roots(),
                tell=self.stderr.write,
            )
            list_erased(folder)
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        except (OSError, ProgramFailedError) as error:
            raise CommandError(f"No backup was made: {error}") from error
        self.stdout.write(str(made))

    def _write_keys(self, path: Path) -> None:
        try:
            names = write_keys(path, ask_passphrase(), os.environ)
        except FileExistsError as error:
            raise CommandError(f"{path} exists; name a new file.") from error
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{path} holds {', '.join(names)}. Keep it away from the backups.")


def ask_passphrase() -> str:
    """Return the passphrase of the keys: of the environment, or of the person who is asked."""
    return os.environ.get("KEYS_PASSPHRASE") or getpass("Passphrase of the keys: ")


def _new_key() -> str:
    return f"BACKUP_KEY={new_key()}"
