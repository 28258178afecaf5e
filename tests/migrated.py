"""The migrated test database, made once and copied by every process that needs one.

Walking all migrations takes a minute, copying their result a second. On SQLite the result is kept
in pytest's cache with a list of what it was made from, and later migrations are applied to it; on
a server it lives as long as the run.
"""

import hashlib
import json
import shutil
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases
from wagtail.hooks import search_for_hooks

from tests.demo_city import copy_postgresql, locked
from tests.emptying import empty_row_by_row

# One for all processes of a run; ``tests/run.py`` drops it with the run's other databases.
POSTGRESQL_SUFFIX = "_migrated"


def ingredients() -> dict[str, str]:
    """Return what a migrated database is made from: each package and migration, with a digest."""
    packages = {found.name: found.version for found in distributions()}
    migrations = {
        str(path.relative_to(settings.BASE_DIR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in settings.BASE_DIR.glob("*/migrations/*.py")
    }
    return packages | migrations


def create_test_database(run_folder: Path, kept: Path, worker: str) -> list[Any]:
    """Create this process's test database with all migrations applied.

    Args:
        run_folder: what the processes of this run share.
        kept: what the runs on this checkout share.
        worker: names this process among those of the run; empty where it is alone.

    Returns:
        What ``teardown_databases`` needs to remove the database again.
    """
    name = str(connection.creation._get_test_db_name())
    if connection.vendor == "sqlite":
        with locked(kept / "migrated.lock"):
            return create_sqlite(name, kept / "migrated.sqlite3", kept / "migrated.json")
    empty_row_by_row()
    master = name.removesuffix(f"_{worker}") + POSTGRESQL_SUFFIX
    done = run_folder / f"{master}.done"
    with locked(run_folder / "migrated.lock"):
        if done.exists():
            copy_postgresql(master, name)
            return take_over(name)
        databases = setup(keepdb=False)
        copy_postgresql(name, master)
        done.touch()
        return databases


def create_sqlite(name: str, master: Path, record: Path) -> list[Any]:
    """Copy the kept database, or the newest part of it, and keep what had to be added."""
    wanted = ingredients()
    known = json.loads(record.read_text()) if master.exists() and record.exists() else None
    if known is not None and known.items() <= wanted.items():
        shutil.copyfile(master, name)
        if known == wanted:
            return take_over(name)
    else:
        Path(name).unlink(missing_ok=True)
    databases = setup(keepdb=True)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    record.unlink(missing_ok=True)  # A copy that is cut short has no record.
    shutil.copyfile(name, master)
    record.write_text(json.dumps(wanted))
    return databases


def take_over(name: str) -> list[Any]:
    """Use a complete copy as it is: looking through all migrations again would find nothing."""
    former = str(connection.settings_dict["NAME"])
    connection.close()
    # Both are what Django changes when it has made a test database.
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    search_for_hooks()  # Migrating would have, and with them snippets get their views.
    return [(connection, former, True)]


def setup(*, keepdb: bool) -> list[Any]:
    """Let Django make, or go on with, the test database; return what undoing it needs."""
    return setup_databases(verbosity=0, interactive=False, keepdb=keepdb, serialized_aliases=[])
