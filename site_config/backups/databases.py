"""A database as something that is dumped, brought back and compared."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Protocol

import environ
from django.conf import settings
from django.db import connections

from site_config.backups.postgresql import PostgresqlDatabase
from site_config.backups.progress import Progress
from site_config.backups.rows import Sums
from site_config.backups.sqlite import SqliteDatabase

Tell = Callable[[str], object]


class Database(Protocol):
    """What backups ask of a database, whichever it is."""

    engine: str

    def dump(self, target: IO[bytes], workplace: Path, progress: Progress) -> Sums:
        """Write one moment of the database, and return what its rows add up to then."""

    def is_empty(self) -> bool:
        """Say whether nothing is in it."""

    def set_aside(self, mark: str) -> str:
        """Give what is there another name, which ends in the mark, and leave an empty place.

        Returns:
            The other name.
        """

    def restore(self, source: IO[bytes], progress: Progress) -> None:
        """Bring back a dump, whole or not at all."""

    def sums(self) -> Sums:
        """Return what its rows add up to now."""

    def trial(self) -> AbstractContextManager["Database"]:
        """Give an empty database of the same kind, and take it away again."""


def database_of(parameters: dict[str, Any]) -> Database:
    """Return the database that settings of Django name.

    Args:
        parameters: as in ``DATABASES``.
    """
    if parameters["ENGINE"].endswith("sqlite3"):
        return SqliteDatabase(Path(parameters["NAME"]))
    return PostgresqlDatabase(parameters)


def own_database() -> Database:
    """Return the portal's database: the server itself, where a pool stands before it."""
    if settings.BACKUP_DATABASE_URL:
        return database_of(environ.Env.db_url_config(settings.BACKUP_DATABASE_URL))
    return database_of(connections["default"].settings_dict)


@contextmanager
def trial_database(engine: str) -> Iterator[Database]:
    """Give an empty database in which a backup can be tried, and take it away again.

    Args:
        engine: of the backup.
    """
    if engine == SqliteDatabase.engine:
        with TemporaryDirectory(prefix="sheshi-trial-") as folder:
            yield SqliteDatabase(Path(folder, "db.sqlite3"))
        return
    url = settings.BACKUP_TRIAL_DATABASE_URL
    server = database_of(environ.Env.db_url_config(url)) if url else own_database()
    with server.trial() as database:
        yield database
