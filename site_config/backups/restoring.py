"""Bringing a backup back, after all of it was checked; and trying whether that would work."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from site_config.backups import media, rows
from site_config.backups.databases import Database, Tell, trial_database
from site_config.backups.manifest import NAME, FileSum, Manifest, NoBackupError, part_path
from site_config.backups.media import Roots
from site_config.backups.progress import Progress
from site_config.backups.sealing import OpenedReader, SealBrokenError, open_pieces

PARTS = ("database", "media")
PIECE = 1024 * 1024


class NotEmptyError(Exception):
    """Something is where a backup was to be brought back; nothing was touched."""


class BackupDiffersError(Exception):
    """What was brought back is not what was backed up.

    Attributes:
        differences: each in words.
    """

    def __init__(self, differences: list[str]) -> None:
        super().__init__("; ".join(differences[:10]))
        self.differences = differences


def read_manifest(folder: Path, key: bytes) -> Manifest:
    """Return what a backup says of itself.

    Raises:
        NoBackupError: the folder holds none, or one of a newer portal.
        SealBrokenError: the manifest is damaged, or the key is another.
    """
    path = part_path(folder, NAME)
    if not path.is_file():
        raise NoBackupError(f"{folder} holds no backup: {path.name} is missing")
    with path.open("rb") as file:
        return Manifest.from_json(b"".join(open_pieces(file, key, NAME)))


def check_backup(folder: Path, key: bytes, tell: Tell) -> Manifest:
    """Open every piece of a backup and compare its sums, without bringing anything back.

    Raises:
        NoBackupError: the folder holds none.
        SealBrokenError: a part is missing, damaged, cut off, or was exchanged.
    """
    manifest = read_manifest(folder, key)
    for name in PARTS:
        expected = manifest.parts[name]
        path = part_path(folder, name)
        if not path.is_file():
            raise SealBrokenError(f"“{name}” is missing")
        progress = Progress(tell, f"checking {name}", expected.size)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            if FileSum(path.stat().st_size, digest) != expected:
                raise SealBrokenError(f"“{name}” is not the file that was written")
            file.seek(0)
            for piece in open_pieces(file, key, name):
                progress.add(len(piece))
        progress.finish()
    return manifest


def restore_backup(
    *,
    folder: Path,
    key: bytes,
    database: Database,
    roots: Roots,
    tell: Tell,
    aside: str = "",
) -> Manifest:
    """Bring a backup back into an empty place, and compare every row and file.

    Args:
        folder: of the backup.
        key: that it was sealed with.
        database: an empty one.
        roots: empty folders, by their names in the backup.
        tell: is told of progress, line by line.
        aside: what a place that is not empty is renamed by, once the backup was checked. Without
            it such a place is refused.

    Raises:
        NotEmptyError: something is there; nothing was touched.
        NoBackupError: the folder holds no backup of this kind of database; nothing was touched.
        SealBrokenError: the backup is damaged; nothing was touched.
        BackupDiffersError: a row or a file came back otherwise.
    """
    if not aside:
        _require_empty(database, roots)
    manifest = check_backup(folder, key, tell)
    if manifest.engine != database.engine:
        raise NoBackupError(
            f"the backup is of {manifest.engine}, DATABASE_URL names {database.engine}"
        )
    if lost := {name.partition("/")[0] for name in manifest.files} - set(roots):
        raise NoBackupError(f"the backup holds files for “{lost.pop()}”, which has no folder here")
    if aside:
        _set_aside(database, roots, aside, tell)
    progress = Progress(tell, "bringing the database back")
    with _open(folder, key, "database") as source:
        database.restore(source, progress)
    progress.finish()
    progress = Progress(
        tell, "bringing files back", sum(file.size for file in manifest.files.values())
    )
    with _open(folder, key, "media") as source:
        media.read_files(source, roots, manifest.files, progress)
    progress.finish()
    tell("comparing every row and every file")
    found = rows.differences(manifest.tables, database.sums())
    found += media.differences(roots, manifest.files)
    if found:
        raise BackupDiffersError(found)
    count = sum(table.rows for table in manifest.tables.values())
    tell(
        f"{count} rows of {len(manifest.tables)} tables and {len(manifest.files)} files are as "
        f"they were on {manifest.made_at}"
    )
    return manifest


def try_backup(*, folder: Path, key: bytes, tell: Tell) -> Manifest:
    """Bring a backup back into a place of its own, compare it, and remove it again.

    Raises:
        NoBackupError, SealBrokenError, BackupDiffersError: as `restore_backup`.
    """
    engine = read_manifest(folder, key).engine
    with trial_database(engine) as database, TemporaryDirectory(prefix="sheshi-trial-") as place:
        roots = {name: Path(place, name) for name in ("media", "private")}
        for root in roots.values():
            root.mkdir()
        return restore_backup(folder=folder, key=key, database=database, roots=roots, tell=tell)


@contextmanager
def _open(folder: Path, key: bytes, name: str) -> Iterator[IO[bytes]]:
    with part_path(folder, name).open("rb") as file:
        yield OpenedReader(file, key, name)  # type: ignore[misc]


def _set_aside(database: Database, roots: Roots, mark: str, tell: Tell) -> None:
    if not database.is_empty():
        tell(f"the database that was there is now {database.set_aside(mark)}")
    for root in roots.values():
        if _has_files(root):
            aside = root.with_name(f"{root.name}.{mark}")
            root.rename(aside)
            # The copy keeps the rights of a folder that a web server may read.
            root.mkdir()
            shutil.copystat(aside, root)
            tell(f"the files that were in {root} are now in {aside}")


def _has_files(root: Path) -> bool:
    return any(True for _ in media.find_files({"": root}))


def _require_empty(database: Database, roots: Roots) -> None:
    for root in roots.values():
        if _has_files(root):
            raise NotEmptyError(f"{root} is not empty")
    if not database.is_empty():
        raise NotEmptyError("the database is not empty")
