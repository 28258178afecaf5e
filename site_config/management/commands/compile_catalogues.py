"""Compile message catalogues without gettext, which a fresh machine does not have."""

import os
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.reloader import translation_file_changed


def find_catalogues() -> list[Path]:
    """Return the ``.po`` files of the project's own apps and of ``LOCALE_PATHS``."""
    folders = {Path(path) for path in settings.LOCALE_PATHS}
    folders |= {
        Path(config.path) / "locale"
        for config in apps.get_app_configs()
        # The apps stand side by side at the top; packages bring catalogues of their own.
        if Path(config.path).parent == Path(settings.BASE_DIR)
    }
    return sorted(path for folder in folders for path in folder.glob("*/LC_MESSAGES/*.po"))


def compile_catalogue(source: Path) -> None:
    """Write the ``.mo`` file beside a ``.po`` file, leaving out fuzzy and obsolete messages.

    Raises:
        CommandError: the catalogue is malformed; the message names file and line.
    """
    try:
        messages = polib.pofile(str(source), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{source} is not a valid catalogue: {error}") from error
    target = source.with_suffix(".mo")
    # Replaced in one step: a half-written file would be newer than its source for ever.
    unfinished = target.with_suffix(f".mo.{os.getpid()}")
    messages.save_as_mofile(str(unfinished))
    unfinished.replace(target)


def is_current(source: Path) -> bool:
    """Whether the compiled catalogue is newer than its source."""
    target = source.with_suffix(".mo")
    return target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns


class Command(BaseCommand):
    """Compile every catalogue whose source is newer."""

    help = "Compile the message catalogues that have changed; needs no gettext."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="Compile all of them anew.")

    def handle(self, *, force: bool, verbosity: int, **options):
        stale = [path for path in find_catalogues() if force or not is_current(path)]
        for source in stale:
            compile_catalogue(source)
            # A language used before this moment would otherwise stay without its words.
            translation_file_changed(sender=self, file_path=source.with_suffix(".mo"))
        if stale and verbosity:
            self.stdout.write(f"Compiled {len(stale)} message catalogues.")
