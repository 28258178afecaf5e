"""Dumping and bringing back a SQLite file, by SQLite's own online backup."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from site_config.backups.progress import Progress
from site_config.backups.rows import Sums, sums_of_sqlite

PIECE = 1024 * 1024
# Pages that are copied between two looks at writers who wait.
PAGES = 4096


class SqliteDatabase:
    """A file with a database in it.

    Args:
        path: where it is, or is to be.
    """

    engine = "sqlite"

    def __init__(self, path: Path) -> None:
        self.path = path

    def dump(self, target: IO[bytes], workplace: Path, progress: Progress) -> Sums:
        """Write one moment of the database, while others go on writing into it.

        Args:
            target: takes the file.
            workplace: a folder that nobody else can read, for a copy that is removed again.
            progress: is told of every piece.
        """
        copy = workplace / "copy.sqlite3"
        try:
            with (
                closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as source,
                closing(sqlite3.connect(copy)) as snapshot,
            ):
                os.chmod(copy, 0o600)
                source.backup(snapshot, pages=PAGES)
                # One file that holds all, without a journal beside it.
                snapshot.execute("PRAGMA journal_mode=DELETE")
            with copy.open("rb") as file:
                while piece := file.read(PIECE):
                    target.write(piece)
                    progress.add(len(piece))
            return sums_of_sqlite(str(copy))
        finally:
            copy.unlink(missing_ok=True)

    def is_empty(self) -> bool:
        """Say whether there is no such file, or nothing in it."""
        return not self.path.exists() or self.path.stat().st_size == 0

    def set_aside(self, mark: str) -> str:
        """Rename the file, with the journal that belongs to it; nobody may have it open."""
        aside = self.path.with_name(f"{self.path.name}.{mark}")
        for ending in ("-wal", "-shm", ""):
            part = self.path.with_name(f"{self.path.name}{ending}")
            if part.exists():
                part.rename(f"{aside}{ending}")
        return str(aside)

    def restore(self, source: IO[bytes], progress: Progress) -> None:
        """Bring the file back: under another name, until it is whole and sound.

        Raises:
            sqlite3.DatabaseError: SQLite finds the file broken.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(f"{self.path.name}.unfinished")
        try:
            with os.fdopen(
                os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb"
            ) as file:
                while piece := source.read(PIECE):
                    file.write(piece)
                    progress.add(len(piece))
                file.flush()
                os.fsync(file.fileno())
            with closing(sqlite3.connect(unfinished)) as restored:
                (found,) = restored.execute("PRAGMA integrity_check").fetchone()
            if found != "ok":
                raise sqlite3.DatabaseError(f"SQLite finds the restored file broken: {found}")
            unfinished.replace(self.path)
        finally:
            unfinished.unlink(missing_ok=True)

    def sums(self) -> Sums:
        """Return what the rows add up to."""
        return sums_of_sqlite(str(self.path))

    @contextmanager
    def trial(self) -> Iterator["SqliteDatabase"]:
        """Give a place for a database, and remove it again."""
        with TemporaryDirectory(prefix="sheshi-trial-") as folder:
            yield SqliteDatabase(Path(folder, "db.sqlite3"))
