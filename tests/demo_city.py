"""The demo city in a database of its own, loaded once and copied as often as tests like.

Loading takes a minute, copying a second. The first test that asks for the city loads it beside
the test database; all processes of a run, and all runs of ``make test`` on the same kind of
database, then take their copies from that master.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from wagtail.models import Page, Site

# Where ``tests/run.py`` keeps what its runs share.
FOLDER_VARIABLE = "TEST_SHARED_FOLDER"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time pass; the others wait."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def copy_sqlite(source: str, target: str) -> None:
    """Write all of one SQLite database over another, which may be in use."""
    with closing(sqlite3.connect(source)) as reader, closing(sqlite3.connect(target)) as writer:
        reader.backup(writer)


def copy_postgresql(source: str, target: str) -> None:
    """Make one PostgreSQL database anew from another, whoever is connected to the copy."""
    quote = connection.ops.quote_name
    connection.close()  # A template must not be in use.
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quote(target)} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {quote(target)} TEMPLATE {quote(source)}")


def forget_what_was_read() -> None:
    """Empty every cache that holds something of a database."""
    for alias in settings.CACHES:
        caches[alias].clear()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


class DemoCity:
    """The master of this kind of database, and this process's copy of it."""

    def __init__(self, folder: Path, worker: str) -> None:
        """Find the city's place.

        Args:
            folder: what the processes of a run share.
            worker: names this process among them.
        """
        self._worker = worker
        self._vendor = connection.vendor
        self._empty = str(connection.settings_dict["NAME"])
        self._folders = {
            "MEDIA_ROOT": str(folder / f"{self._vendor}-media"),
            "PRIVATE_ROOT": str(folder / f"{self._vendor}-private"),
        }
        self._overrides: override_settings | None = None
        if self._vendor == "sqlite":
            self._master = str(folder / "demo.sqlite3")
            self._copy = str(folder / f"demo_{worker}.sqlite3")
        else:
            self._master = f"{self._empty.removesuffix(f'_{worker}')}_demo"
            self._copy = f"{self._master}_{worker}"
        self._lock = folder / f"{self._vendor}.lock"
        self._done = folder / f"{self._vendor}.done"
        self._users = folder / f"{self._vendor}-users"
        self._users.mkdir(exist_ok=True)
        (self._users / worker).touch()

    # A copy to work with -------------------------------------------------------------------

    def open(self, host: str, port: int) -> None:
        """Take a fresh copy as the database of this process, with the site at an address."""
        self._build()
        self._overrides = override_settings(
            **self._folders, WAGTAILADMIN_BASE_URL=f"http://{host}:{port}"
        )
        self._overrides.enable()
        self._use(self._copy)
        self.restore(host, port)

    def restore(self, host: str, port: int) -> None:
        """Undo every change made to the copy."""
        self._duplicate(self._master, self._copy)
        Site.objects.update(hostname=host, port=port)
        forget_what_was_read()

    def close(self) -> None:
        """Go back to the empty test database."""
        self._use(self._empty)
        if self._overrides is not None:
            self._overrides.disable()
        if self._vendor == "sqlite":
            for suffix in ("", "-wal", "-shm"):
                Path(self._copy + suffix).unlink(missing_ok=True)
        else:
            self._drop(self._copy)

    def leave(self) -> None:
        """Remove the master from a server, if this was the last process to use it."""
        (self._users / self._worker).unlink()
        with locked(self._lock):
            if self._vendor != "sqlite" and self._done.exists() and not any(self._users.iterdir()):
                self._done.unlink()
                self._drop(self._master)

    # The master ----------------------------------------------------------------------------

    def _build(self) -> None:
        """Load the city, unless another process or an earlier run has done it."""
        with locked(self._lock):
            if self._done.exists():
                return
            assert Page.objects.filter(depth=1).exists(), "The test database has been emptied."
            self._duplicate(self._empty, self._master)
            self._use(self._master)
            with override_settings(**self._folders):
                call_command("load_demo", verbosity=0)
            self._use(self._empty)
            self._done.touch()

    def _use(self, name: str) -> None:
        connection.close()
        # Connections of other threads, such as a live server's, share this dictionary.
        connection.settings_dict["NAME"] = name
        forget_what_was_read()

    def _duplicate(self, source: str, target: str) -> None:
        (copy_sqlite if self._vendor == "sqlite" else copy_postgresql)(source, target)

    def _drop(self, name: str) -> None:
        with connection._nodb_cursor() as cursor:
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted} WITH (FORCE)")


def shared_folder(base: Path, *, parallel: bool) -> Path:
    """Return the folder that the processes of this run have in common.

    Args:
        base: pytest's own folder of this process.
        parallel: other processes run a part of the tests at the same time.
    """
    chosen = os.environ.get(FOLDER_VARIABLE)
    folder = Path(chosen) if chosen else (base.parent if parallel else base) / "shared"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def collect_static(folder: Path) -> dict[str, object]:
    """Collect the static files as production does; return the settings that serve them."""
    served = {
        "STATIC_ROOT": str(folder / "static"),
        "STORAGES": settings.STORAGES
        | {"staticfiles": {"BACKEND": "site_config.staticfiles.SiteStaticFilesStorage"}},
    }
    done = folder / "static.done"
    with locked(folder / "static.lock"), override_settings(**served):
        if not done.exists():
            call_command("collectstatic", verbosity=0, interactive=False)
            done.touch()
    return served
