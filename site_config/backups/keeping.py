"""Which backups are kept, and for how long."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from site_config.backups.making import FORM
from site_config.backups.manifest import NAME, part_path


def backups_in(folder: Path) -> dict[datetime, Path]:
    """Return the finished backups of a folder by their moments, oldest first."""
    found = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        try:
            moment = datetime.strptime(path.name, FORM).replace(tzinfo=UTC)
        except ValueError:
            continue  # Somebody else's, or one that is being made.
        if part_path(path, NAME).is_file():
            found[moment] = path
    return found


def newest_backup(folder: Path) -> tuple[datetime, Path] | None:
    """Return the newest backup with its moment."""
    found = backups_in(folder)
    return max(found.items()) if found else None


def to_be_removed(
    moments: list[datetime], now: datetime, *, days: int, weeks: int
) -> list[datetime]:
    """Return which backups have had their time.

    All of the last ``days`` days are kept, then the first of each week for ``weeks`` weeks, and
    the newest one in any case.
    """
    kept = {moment for moment in moments if now - moment <= timedelta(days=days)}
    kept |= set(sorted(moments)[-1:])
    weekly: dict[tuple[int, int], datetime] = {}
    for moment in sorted(moments):
        if now - moment <= timedelta(weeks=weeks):
            year, week, _day = moment.isocalendar()
            weekly.setdefault((year, week), moment)
    return [moment for moment in sorted(moments) if moment not in kept | set(weekly.values())]


def remove_old_backups(folder: Path, now: datetime, *, days: int, weeks: int) -> list[Path]:
    """Remove the backups that have had their time, and return where they were."""
    found = backups_in(folder)
    removed = [found[moment] for moment in to_be_removed(list(found), now, days=days, weeks=weeks)]
    for path in removed:
        shutil.rmtree(path)
    return removed
