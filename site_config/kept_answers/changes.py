"""Which tables have changed: noted for every statement that writes, whoever sends it.

Signals would miss what querysets and raw statements write; the connection sees all of them.
"""

import logging
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

logger = logging.getLogger(__name__)

Changes = dict[str, int]

CHANGES = "site_config_tablechange"
# Stands for statements that don't say which table they change, such as those of migrations.
EVERY_TABLE = "*"
# Tables that hold nothing a page shows, or are written at every turn. No answer that was made
# from one of them is kept.
UNWATCHED = frozenset(
    {
        CHANGES,
        "community_broadcast",
        "community_broadcastcopy",
        "community_broadcastpart",
        "community_mailboxcount",
        "django_admin_log",
        "django_session",
        "django_tasks_database_dbtaskresult",
        "site_config_outboxmail",
        "site_config_ratecount",
        "site_config_timerrun",
        "usersessions_usersession",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailcore_modellogentry",
        "wagtailcore_pagelogentry",
        "wagtailcore_revision",
        "wagtailcore_uploadedfile",
    }
)
# Figures that caches show until their time is over; counting a visit takes no answer away.
LAGGING = frozenset({"site_config_dailytotal"})
# Columns that no page shows: a draft that is saved, somebody who signs in.
UNSEEN_COLUMNS = {
    "wagtailcore_page": frozenset(
        {
            *("draft_title", "has_unpublished_changes"),
            *("latest_revision_id", "latest_revision_created_at"),
        }
    ),
    "community_user": frozenset({"last_login"}),
}
COLUMN = re.compile(r'"(\w+)" = ')
WRITES = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.I)
# What changes no rows by itself. PostgreSQL has the parts of a union in brackets.
HARMLESS = re.compile(
    r"[\s(]*(?:SELECT|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SET|RESET|SHOW|EXPLAIN|PRAGMA|LOCK"
    r"|DECLARE|FETCH|CLOSE|VACUUM|ANALYZE)\b",
    re.I,
)
READS = re.compile(r'\b(?:FROM|JOIN)\s+"?([a-z]\w*)', re.I)

_read: ContextVar[set[str] | None] = ContextVar("tables_read", default=None)
_known: ContextVar[Changes | None] = ContextVar("changes_known", default=None)

UPSERT = (
    f"INSERT INTO {CHANGES} (name, change) VALUES {{}} "  # noqa: S608 - a name of ours.
    "ON CONFLICT (name) DO UPDATE SET change = excluded.change"
)
SELECT = f"SELECT name, change FROM {CHANGES}"  # noqa: S608


@contextmanager
def tables_read(changes: Changes) -> Iterator[set[str]]:
    """Collect the names of the tables that are read meanwhile, in this thread alone.

    Args:
        changes: the latest changes, as they were right before.
    """
    names: set[str] = set()
    reading, knowing = _read.set(names), _known.set(changes)
    try:
        yield names
    finally:
        _read.reset(reading)
        _known.reset(knowing)


def state_of(*models: type[Model]) -> str:
    """Return a text that is another one whenever these have changed, for keys of caches.

    What an answer takes from a cache must be as new as the changes that the answer is kept by,
    and the answer hangs on these tables as if it had read them itself.
    Outside an answer that may be kept, the text is always the same: the caches' own times count.
    """
    if (changes := _known.get()) is None:
        return ""
    names = (EVERY_TABLE, *(model._meta.db_table for model in models))
    if (read := _read.get()) is not None:
        read.update(names)
    return "-".join(f"{changes.get(name, 0):x}" for name in names)


def latest_changes(using: str = DEFAULT_DB_ALIAS) -> Changes:
    """Return the latest change of each table that has been written, in one query.

    Args:
        using: whose; a replica answers what it has heard of so far.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(SELECT)
        return dict(cursor.fetchall())


def watch_connection(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Look at every statement of a connection from now on."""
    if watch_statement not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch_statement)


def watch_statement(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Send a statement on, and note what it reads or changes (an ``execute_wrapper``)."""
    result = execute(sql, params, many, context)
    text = str(sql)
    if HARMLESS.match(text):
        if (names := _read.get()) is not None:
            names.update(READS.findall(text))
        return result
    written = WRITES.match(text)
    name = written[1] if written else EVERY_TABLE
    if context["connection"].alias != DEFAULT_DB_ALIAS:
        return result  # Only read from; what changes there was noted where it was written.
    if name not in UNWATCHED and name not in LAGGING and not _is_unseen(name, text):
        _note(context["connection"], name)
    return result


def _is_unseen(name: str, text: str) -> bool:
    """Say whether a statement sets nothing but columns that no page shows."""
    unseen = UNSEEN_COLUMNS.get(name)
    if unseen is None or not text.startswith("UPDATE "):
        return False
    return unseen.issuperset(COLUMN.findall(text.partition(" WHERE ")[0]))


def _note(connection: BaseDatabaseWrapper, name: str) -> None:
    waiting: set[str] = connection.__dict__.setdefault("changed_tables", set())
    waiting.add(name)
    if not connection.in_atomic_block:
        _write_down(connection)
        return
    callbacks = connection.run_on_commit
    if not (callbacks and getattr(callbacks[0][1], "writes_changes", False)):
        # Before all others: a cache that is purged asks for the page at once. And bound to no
        # savepoint: one that is rolled back must not take the changes around it along.
        callbacks.insert(0, (set(), _Writing(connection), False))


def void(*tables: str) -> None:
    """Have every process make its answers anew: somebody has written past the portal.

    Args:
        tables: into which; all of them where none is named.
    """
    for name in tables or (EVERY_TABLE,):
        _note(connection, name)


class _Writing:
    """Writes the changes of a transaction down, when it has been committed."""

    writes_changes = True

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def __call__(self) -> None:
        _write_down(self.connection)


def _write_down(connection: BaseDatabaseWrapper) -> None:
    """Draw a new number for each table that waits."""
    # Sorted, or two processes could each wait for a row that the other has locked.
    names = sorted(connection.__dict__.pop("changed_tables", ()))
    if not names:
        return
    values = [part for name in names for part in (name, secrets.randbits(62))]
    try:
        with connection.cursor() as cursor:
            cursor.execute(UPSERT.format(", ".join(["(%s, %s)"] * len(names))), values)
    except DatabaseError as error:
        # The table itself comes with a migration. Otherwise answers are kept for their time.
        logger.info("Changes of tables were not noted: %s", type(error).__name__)
