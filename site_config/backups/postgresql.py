"""Dumping and bringing back a PostgreSQL database, by pg_dump and pg_restore."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import psycopg2
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT, ISOLATION_LEVEL_REPEATABLE_READ

from site_config.backups.progress import Progress
from site_config.backups.rows import Sums, sums_of_postgresql

PIECE = 1024 * 1024
# A backup takes as long as it takes; the limits of visitors' requests are not for it.
PATIENT = "-c statement_timeout=0 -c lock_timeout=60s -c idle_in_transaction_session_timeout=0"
# What the environment of PostgreSQL's programs calls the settings of Django.
ENVIRONMENT = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
    "NAME": "PGDATABASE",
}
OPTIONS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT"}
# The database that every server has for whoever works on the others.
MAINTENANCE = "postgres"
THINGS = """
    SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
"""


class ProgramFailedError(Exception):
    """pg_dump or pg_restore is missing or has ended with an error; the words are its own."""


class PostgresqlDatabase:
    """A database on a server.

    Args:
        parameters: as in Django's ``DATABASES``.
    """

    engine = "postgresql"

    def __init__(self, parameters: dict[str, Any]) -> None:
        self._parameters = parameters

    def dump(self, target: IO[bytes], workplace: Path, progress: Progress) -> Sums:
        """Write one moment of the database, while others go on writing into it.

        The rows are added up in the very snapshot that pg_dump reads.
        """
        connection = self._connect()
        try:
            connection.set_session(isolation_level=ISOLATION_LEVEL_REPEATABLE_READ, readonly=True)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_export_snapshot()")
                (snapshot,) = cursor.fetchone()
            arguments = ["--format=custom", "--no-owner", "--no-privileges"]
            with self._start("pg_dump", *arguments, f"--snapshot={snapshot}") as (process, errors):
                while piece := process.stdout.read(PIECE):
                    target.write(piece)
                    progress.add(len(piece))
                _end(process, errors, "pg_dump")
            return sums_of_postgresql(connection)
        finally:
            connection.close()

    def is_empty(self) -> bool:
        """Say whether there is no table, view or sequence but those of extensions."""
        connection = self._connect()
        try:
            with connection.cursor() as cursor:
                cursor.execute(THINGS)
                (count,) = cursor.fetchone()
            return count == 0
        finally:
            connection.close()

    def set_aside(self, mark: str) -> str:
        """Rename the database, and create an empty one; the role owns it and may create others.

        Raises:
            ProgramFailedError: somebody is still connected, or the role may not.
        """
        name, aside = str(self._parameters["NAME"]), f"{self._parameters['NAME']}_{mark}"
        # Nobody renames the database that they are connected to.
        server = PostgresqlDatabase(self._parameters | {"NAME": MAINTENANCE})
        try:
            server._execute(f'ALTER DATABASE "{name}" RENAME TO "{aside}"')
            server._execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        except psycopg2.Error as error:
            raise ProgramFailedError(" ".join(str(error).split())) from error
        return aside

    def restore(self, source: IO[bytes], progress: Progress) -> None:
        """Bring a dump back in one transaction.

        Raises:
            ProgramFailedError: the server refused a part of it; nothing was changed.
        """
        arguments = ["--no-owner", "--no-privileges", "--no-comments", "--exit-on-error"]
        name = str(self._parameters["NAME"])
        with self._start("pg_restore", *arguments, "--single-transaction", f"--dbname={name}") as (
            process,
            errors,
        ):
            try:
                while piece := source.read(PIECE):
                    process.stdin.write(piece)
                    progress.add(len(piece))
                process.stdin.close()
            except BrokenPipeError:
                pass  # It has ended, and says why.
            _end(process, errors, "pg_restore")

    def sums(self) -> Sums:
        """Return what the rows add up to now."""
        connection = self._connect()
        try:
            connection.set_session(isolation_level=ISOLATION_LEVEL_REPEATABLE_READ, readonly=True)
            return sums_of_postgresql(connection)
        finally:
            connection.close()

    @contextmanager
    def trial(self) -> Iterator["PostgresqlDatabase"]:
        """Make an empty database on this server, and drop it again."""
        name = f"sheshi_trial_{secrets.token_hex(6)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield PostgresqlDatabase(self._parameters | {"NAME": name})
        finally:
            self._execute(f'DROP DATABASE IF EXISTS "{name}"')

    def _connect(self) -> Any:
        options = {
            name: value
            for name, value in self._parameters.get("OPTIONS", {}).items()
            if name.startswith("ssl")
        }
        return psycopg2.connect(
            dbname=self._parameters["NAME"],
            user=self._parameters.get("USER") or None,
            password=self._parameters.get("PASSWORD") or None,
            host=self._parameters.get("HOST") or None,
            port=self._parameters.get("PORT") or None,
            connect_timeout=10,
            options=PATIENT,
            **options,
        )

    def _execute(self, statement: str) -> None:
        connection = self._connect()
        try:
            connection.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
            with connection.cursor() as cursor:
                cursor.execute(statement)
        finally:
            connection.close()

    @contextmanager
    def _start(
        self, program: str, *arguments: str
    ) -> Iterator[tuple["subprocess.Popen[bytes]", IO[bytes]]]:
        """Start one of PostgreSQL's programs; the password goes by its environment."""
        path = shutil.which(program)
        if path is None:
            raise ProgramFailedError(f"{program} is not installed: apt install postgresql-client")
        environment = os.environ | {
            name: str(self._parameters[key])
            for key, name in ENVIRONMENT.items()
            if self._parameters.get(key)
        }
        for key, name in OPTIONS.items():
            if value := self._parameters.get("OPTIONS", {}).get(key):
                environment[name] = str(value)
        # Its words go to a file: a pipe that nobody reads would stop it.
        with TemporaryFile() as errors:
            process = subprocess.Popen(  # noqa: S603  (our own arguments)
                [path, *arguments],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
            try:
                yield process, errors
            finally:
                process.kill()
                for stream in (process.stdin, process.stdout):
                    if stream and not stream.closed:
                        with suppress(BrokenPipeError):
                            stream.close()
                process.wait()


def _end(process: "subprocess.Popen[bytes]", errors: IO[bytes], program: str) -> None:
    """Wait for a program.

    Raises:
        ProgramFailedError: it has failed.
    """
    if process.wait():
        errors.seek(0)
        lines = errors.read().decode(errors="replace").strip().splitlines()
        raise ProgramFailedError(f"{program}: {' '.join(lines[:3]) or 'failed without a word'}")
