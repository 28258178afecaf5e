"""Run the whole suite on every database, browser and server here, and say what was left out.

Started by ``make test``; arguments go to pytest. Under ``CI=true`` leaving out is failing.

    python tests/run.py [--browser-only | --faults-only | --next] [pytest arguments]
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql

ROOT = Path(__file__).resolve().parent.parent
POSTGRESQL = os.environ.get("TEST_POSTGRES_URL") or "postgres://postgres@127.0.0.1:5432/postgres"
# Each run has databases of its own on the server, so that two runs can share it.
DATABASE = f"sheshi_{os.getpid()}"
BROWSERS = [
    # The same browser without what draws windows, which takes a third less of the processor.
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
# Of the database that holds nothing but migrations; as in tests/migrated.py.
POSTGRESQL_SUFFIX = "_migrated"
# Where pytest's cache keeps the migrated database of SQLite; as in tests/conftest.py.
KEPT = ROOT / ".pytest_cache" / "d" / "databases"
# What the passes on databases need not even read.
APART = ["--ignore=tests/e2e", "--ignore=tests/faults"]
# A pass beside which another waits for answers in time leaves it the processor.
POLITELY = ["nice", "-n", "10"]
# Exit status of pytest (see its reference): no test was collected.
NOTHING_COLLECTED = 5
COMPILE = [sys.executable, "manage.py", "compile_catalogues"]


class MissingError(Exception):
    """A database or browser can't be used here; the message says why and what to do."""


@dataclass
class Run:
    """One pass of pytest: where it runs, with which arguments and environment.

    Attributes:
        is_beside: it waits more than it works, and so runs beside the passes that follow.
    """

    place: str
    arguments: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    is_beside: bool = False
    status: int | None = None
    outcome: str = "not reached"

    def start(self, folder: str, manners: Sequence[str] = ()) -> None:
        """Run pytest, with temporary files below the folder, and keep how it ended.

        Args:
            folder: of all passes.
            manners: a command to start it by.
        """
        print(f"\n── {self.place}\n", flush=True)
        started = time.monotonic()
        self.outcome = "interrupted"
        command = [*manners, *self._command]
        process = subprocess.run(command, cwd=ROOT, env=self._variables(folder))
        self._ended(process.returncode, started)

    @contextmanager
    def beside(self, folder: str) -> Iterator[None]:
        """Run pytest beside what the block does; print what it said when both have ended."""
        started = time.monotonic()
        self.outcome = "interrupted"
        said = Path(folder) / "beside.txt"
        with said.open("wb") as output:
            # In a session of its own: a Ctrl-C would meet it twice, and break off its tidying up.
            process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._variables(folder),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                # A shell's job in the background ignores interruptions, and what it starts does.
                preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
            )
        with ThreadPoolExecutor(1) as waiting:
            waiting.submit(lambda: self._ended(process.wait(), started))
            try:
                yield
            except BaseException:
                process.send_signal(signal.SIGINT)
                raise
        print(f"\n── {self.place}\n\n{said.read_text(errors='replace')}", flush=True)

    @property
    def _command(self) -> list[str]:
        return [sys.executable, "-m", "pytest", *self.arguments]

    def _variables(self, folder: str) -> dict[str, str]:
        return environment(folder) | self.environment

    def _ended(self, status: int, started: float) -> None:
        self.status = status
        verdict = {0: "passed", NOTHING_COLLECTED: "no test chosen"}.get(status, "FAILED")
        self.outcome = f"{verdict} in {time.monotonic() - started:.0f} s"


def environment(folder: str) -> dict[str, str]:
    """Return the variables every run gets: test settings, whatever the caller's shell says."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "site_config.settings.test",
        "DATABASE_URL": "sqlite://:memory:",
        "COVERAGE_FILE": str(Path(folder) / "coverage"),
        # Half a minute of every process would go by preparing the tests' asserts anew.
        "PYTHONDONTWRITEBYTECODE": "",
        "TMPDIR": folder,
        # What is costly to make, such as the demo city, is made once for all runs.
        "TEST_SHARED_FOLDER": str(Path(folder) / "shared"),
    }


@contextmanager
def sqlite_made_ahead(folder: str) -> Iterator[None]:
    """Migrate SQLite while PostgreSQL is migrated, which leaves a processor idle.

    Should it fail, the pass on SQLite does it, and says why.
    """
    command = [sys.executable, "-m", "tests.ahead", str(KEPT)]
    silent = subprocess.DEVNULL
    making = subprocess.Popen(
        command, cwd=ROOT, env=environment(folder), stdout=silent, stderr=silent
    )
    try:
        yield
    finally:
        making.terminate()
        making.wait()


def find_postgresql() -> str:
    """Return the version of the PostgreSQL server.

    Raises:
        MissingError: it does not answer within two seconds, or may not be used for tests.
    """
    address = urlsplit(POSTGRESQL)
    place = f"{address.hostname}:{address.port or 5432}"  # Never the password.
    try:
        connection = psycopg2.connect(POSTGRESQL, connect_timeout=2)
    except psycopg2.Error as error:
        reason = (str(error).strip().splitlines() or ["no answer"])[0]
        reason = reason.replace(address.password, "…") if address.password else reason
        raise MissingError(f"{place} does not answer (TEST_POSTGRES_URL): {reason}") from error
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = user")
            if cursor.fetchone() != (True,):
                raise MissingError(f"the user at {place} may not create databases")
        return "{}.{}".format(*divmod(connection.server_version, 10_000))
    finally:
        connection.close()


def drop_postgresql_databases() -> None:
    """Remove what an interrupted run left on the server."""
    connection = psycopg2.connect(POSTGRESQL, connect_timeout=2)
    connection.autocommit = True  # DROP DATABASE refuses to run inside a transaction.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname ~ %s", [f"^test_{DATABASE}(_|$)"]
        )
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    connection.close()


def find_chromium() -> tuple[str, str]:
    """Return the path of a Chromium and its version.

    Raises:
        MissingError: none is installed, or none of them starts.
    """
    chosen = os.environ.get("CHROMIUM")
    for name in [chosen] if chosen else BROWSERS:
        path = shutil.which(name)
        if path is None:
            continue
        try:
            # Asked, since a distribution may install a launcher that only asks for a package.
            answer = subprocess.run(
                [path, "--version"], capture_output=True, text=True, timeout=30, check=True
            ).stdout
        except (OSError, subprocess.SubprocessError):
            continue
        if found := re.search(r"\d+(\.\d+)+", answer):
            return path, found[0]
    subject = f"{chosen} does not start" if chosen else "none starts"
    raise MissingError(f"{subject} here: apt install chromium, or name a browser in CHROMIUM")


def find_servers() -> str:
    """Return what a rehearsed production is made of (deploy/rehearse).

    Raises:
        MissingError: a program is not installed.
    """
    sys.path.insert(0, str(ROOT))
    from deploy.rehearsal.places import missing_programs

    if missing := missing_programs():
        raise MissingError(
            f"not installed here: {', '.join(missing)}: "
            "apt install nginx varnish postgresql redis-server openssl"
        )
    return "nginx, PostgreSQL, Redis"


def plan(only: str, newest: bool, chosen: list[str]) -> tuple[list[Run], list[str]]:
    """Return the runs that can be made here, and a sentence for each one that can't.

    Args:
        only: ``browser`` or ``faults``, where nothing else is to run.
        newest: the suite runs on versions that warn of what is to come.
        chosen: arguments for pytest.
    """
    runs, left_out = [], []
    # What the run on PostgreSQL leaves behind for the faults.
    shared: dict[str, str] = {}
    warnings = ["-o", "filterwarnings=default"] if newest else []
    # What shares costly things stays with one process; tests/dealing.py says what does.
    processes = ["-n", "2", "--dist", "loadscope", *warnings]
    asked = "not e2e and not faults"
    where = chosen or APART
    if not only:
        # A share of the suite says nothing about how much of the code is tested.
        measuring = ["-p", "tests.line_marks", "--cov", "--cov-report=term"]
        coverage = [] if newest or chosen else measuring
        try:
            place = f"PostgreSQL {find_postgresql()}"
            url = urlunsplit(urlsplit(POSTGRESQL)._replace(path=f"/{DATABASE}"))
            # No test database outlives the server it is on.
            manners = {"DATABASE_URL": url, "PGOPTIONS": "-c synchronous_commit=off"}
            runs.append(Run(place, [*processes, "-m", asked, *where], manners))
            # Those look at the whole demo city; on SQLite the browser does.
            asked += "" if chosen else " and not survey"
            migrated = f"/test_{DATABASE}{POSTGRESQL_SUFFIX}"
            shared["TEST_MIGRATED_URL"] = urlunsplit(urlsplit(POSTGRESQL)._replace(path=migrated))
        except MissingError as error:
            left_out.append(f"PostgreSQL: {error}")
    if only != "browser":
        try:
            # In one process, since all share one city.
            faults = [*warnings, "-m", "faults", *(chosen or ["tests/faults"])]
            runs.append(Run(f"Faults ({find_servers()})", faults, shared, is_beside=not only))
        except MissingError as error:
            left_out.append(f"Faults: {error}")
    if not only:
        arguments = [*coverage, *processes, "-m", asked, *where]
        runs.append(Run(f"SQLite {sqlite3.sqlite_version}", arguments))
    if only != "faults":
        try:
            path, number = find_chromium()
            arguments = [*processes, "-m", "e2e", *(chosen or ["tests/e2e"])]
            runs.append(Run(f"Chromium {number}", arguments, {"CHROMIUM": path}))
        except MissingError as error:
            left_out.append(f"Chromium: {error}")
    return runs, left_out


def summarise(runs: list[Run], left_out: list[str], partial: bool) -> int:
    """Print what ran and what did not; return the exit status of the whole.

    Args:
        runs: the passes that could be made, with how each ended.
        left_out: a sentence for each database or browser without a run.
        partial: some tests only were asked for, so a run may find none of them.
    """
    versions = f"Python {platform.python_version()}, Django {version('django')}"
    print(f"\n── {versions}, Wagtail {version('wagtail')}")
    for run in runs:
        print(f"{run.place}: {run.outcome}")
    for sentence in left_out:
        print(f"LEFT OUT {sentence}")
    strict = os.environ.get("CI", "").lower() in {"true", "1"} and bool(left_out)
    if strict:
        print("CI=true: leaving out is failing.")
    statuses = {run.status for run in runs}
    accepted = {0, NOTHING_COLLECTED} if partial else {0}
    passed = 0 in statuses and statuses <= accepted and not strict
    print("Passed." if passed else "FAILED.", flush=True)
    return 0 if passed else 1


def main(arguments: list[str]) -> int:
    """Run the suite as the command line says; return the exit status."""
    switches = {"--browser-only": "browser", "--faults-only": "faults"}
    # Whoever ends the suite ends what it has begun.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    only = next((switches[word] for word in arguments if word in switches), "")
    chosen = [word for word in arguments if word not in {*switches, "--next"}]
    runs, left_out = plan(only, "--next" in arguments, chosen)
    with tempfile.TemporaryDirectory(prefix="sheshi-") as folder:
        try:
            subprocess.run(COMPILE, cwd=ROOT, env=environment(folder), check=True)
            with ExitStack() as beside:
                if not (only or chosen):
                    beside.enter_context(sqlite_made_ahead(folder))
                for run in runs:
                    if run.is_beside:
                        beside.enter_context(run.beside(folder))
                    else:
                        run.start(folder, POLITELY if any(one.is_beside for one in runs) else ())
        except (subprocess.CalledProcessError, KeyboardInterrupt):
            print("\nStopped before the end.")
        finally:
            if any(DATABASE in run.environment.get("DATABASE_URL", "") for run in runs):
                drop_postgresql_databases()
    return summarise(runs, left_out, partial=bool(chosen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
