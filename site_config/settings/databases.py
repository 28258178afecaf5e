"""Settings of databases: limits, so that nobody waits for ever, and ways to a pool or a replica."""

import re
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

POSTGRESQL = "django.db.backends.postgresql"
SQLITE = "django.db.backends.sqlite3"
# PostgreSQL, whose answers are not waited for longer than a visitor would.
PATIENT_POSTGRESQL = "site_config.postgresql"

# Lengths of time as PostgreSQL writes them; a bare number is of milliseconds.
DURATION = re.compile(r"(\d{1,7})(ms|s|min)?")
SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0}
# Seconds by which the portal waits longer than the server lets a statement run.
LONGER = 2.0

# Without these options concurrent writers of SQLite lose requests to "database is locked".
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
# Whoever only reads can't begin by taking the right to write.
SQLITE_READING = {
    "transaction_mode": "DEFERRED",
    "timeout": 20,
    "init_command": "PRAGMA query_only=ON;",
}


def of_sqlite(*, read_only: bool) -> dict[str, Any]:
    """Return the options of a SQLite file."""
    return dict(SQLITE_READING if read_only else SQLITE_OPTIONS)


def limits(*, statement: str, read_only: bool) -> str:
    """Return the limits of a connection, as PostgreSQL takes them when it begins.

    Args:
        statement: how long a statement may take; ``0`` for as long as it takes.
        read_only: whether the server is to refuse to write.
    """
    told = {
        "statement_timeout": statement,
        "lock_timeout": "3s",
        "idle_in_transaction_session_timeout": "15s",
    }
    if read_only:
        told["default_transaction_read_only"] = "on"
    return " ".join(f"-c {name}={value}" for name, value in told.items())


def patience(statement: str) -> float:
    """Return how long an answer is waited for, in seconds; 0 for as long as it takes.

    The server's own limit comes first, and gives the better error.

    Args:
        statement: that limit, as in `limits`: a whole number with ms, s or min, or ``0``.

    Raises:
        ImproperlyConfigured: it has another form.
    """
    found = DURATION.fullmatch(statement)
    if found is None:
        raise ImproperlyConfigured(
            f"DATABASE_STATEMENT_TIMEOUT must be like 8s, 500ms or 2min, not “{statement}”."
        )
    limit = int(found.group(1)) * SECONDS[found.group(2) or "ms"]
    return limit + LONGER if limit else 0.0


def of_a_server(
    database: dict[str, Any], *, pooled: bool, read_only: bool, statement: str
) -> dict[str, Any]:
    """Return a database of PostgreSQL as visitors' requests need it.

    Args:
        database: as the address names it.
        pooled: whether the address is that of a PgBouncer that pools transactions. It takes no
            options when a connection begins, so that the role has to carry the limits
            (``manage.py limit_database_role``), and server-side cursors would lose their server.
        read_only: whether nothing is to be written.
        statement: how long a statement may take.
    """
    options = database.get("OPTIONS", {}) | {"connect_timeout": 2}
    if not pooled:
        options["options"] = limits(statement=statement, read_only=read_only)
    return database | {
        "ENGINE": PATIENT_POSTGRESQL,
        "OPTIONS": options,
        "ANSWER_SECONDS": patience(statement),
        "DISABLE_SERVER_SIDE_CURSORS": pooled,
    }
