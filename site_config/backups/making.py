"""Making a backup."""

import logging
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.utils import timezone

from site_config.backups.databases import Database, Tell
from site_config.backups.manifest import CHECKSUMS, NAME, FileSum, Manifest, part_path
from site_config.backups.media import Roots, total_size, write_files
from site_config.backups.progress import Progress
from site_config.backups.rows import Sums
from site_config.backups.sealing import SealingWriter

logger = logging.getLogger(__name__)

# Names of backups sort by their moments (ISO 8601, basic format).
FORM = "%Y%m%dT%H%M%SZ"
UNFINISHED = ".unfinished"

T = TypeVar("T")


def media_roots() -> Roots:
    """Return the folders of uploaded files that a backup holds; those on this machine's disk."""
    roots = {"private": Path(settings.PRIVATE_ROOT)}
    if not settings.MEDIA_S3_BUCKET:
        roots["media"] = Path(settings.MEDIA_ROOT)
    return roots


def make_backup(*, folder: Path, key: bytes, database: Database, roots: Roots, tell: Tell) -> Path:
    """Back up the database and the uploaded files.

    The database comes first: a file that is uploaded meanwhile is one too many, never missing.

    Args:
        folder: where backups are kept; the new one is a folder in it.
        key: 32 bytes.
        database: to be dumped.
        roots: of the files.
        tell: is told of progress, line by line.

    Returns:
        The folder of the backup. It bears its name only once it is whole.
    """
    moment = timezone.now().astimezone(UTC)
    finished = folder / moment.strftime(FORM)
    unfinished = folder / f"{finished.name}{UNFINISHED}"
    _clear_abandoned(folder)
    unfinished.mkdir(mode=0o700, parents=True)
    try:
        parts: dict[str, FileSum] = {}
        tables = _seal_database(unfinished, key, database, parts, tell)
        progress = Progress(tell, "files", total_size(roots))
        files, vanished = _seal(
            unfinished, key, "media", parts, lambda file: write_files(file, roots, progress)
        )
        progress.finish()
        manifest = Manifest(
            made_at=moment.isoformat(),
            engine=database.engine,
            tables=tables,
            files=files,
            parts=dict(parts),
            vanished=vanished,
        )
        _seal(unfinished, key, NAME, parts, lambda file: file.write(manifest.to_json()))
        _write_checksums(unfinished, parts)
        unfinished.rename(finished)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    tell(f"{len(tables)} tables and {len(files)} files are in {finished}")
    return finished


def _seal_database(
    folder: Path, key: bytes, database: Database, parts: dict[str, FileSum], tell: Tell
) -> Sums:
    progress = Progress(tell, "database")
    tables = _seal(
        folder, key, "database", parts, lambda file: database.dump(file, folder, progress)
    )
    progress.finish()
    return tables


def _seal(
    folder: Path,
    key: bytes,
    name: str,
    parts: dict[str, FileSum],
    write: Callable[[SealingWriter], T],
) -> T:
    """Have one part written and sealed, and note its sum."""
    path = part_path(folder, name)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        writer = SealingWriter(file, key, name)
        result = write(writer)
        writer.finish()
    parts[name] = FileSum(writer.size, writer.digest)
    return result


def _write_checksums(folder: Path, parts: dict[str, FileSum]) -> None:
    lines = [f"{part.digest}  {part_path(folder, name).name}\n" for name, part in parts.items()]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def _clear_abandoned(folder: Path) -> None:
    """Remove what a backup that was killed has left, a day ago or longer."""
    for path in folder.glob(f"*{UNFINISHED}"):
        if datetime.now(tz=UTC).timestamp() - path.stat().st_mtime > 86_400:
            shutil.rmtree(path, ignore_errors=True)
