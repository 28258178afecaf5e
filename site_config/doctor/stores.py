"""Whether what the portal leans on answers: database, cache, mail server, workers."""

import re
import shutil
import subprocess
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from site_config.doctor.findings import Finding, error, fine, warning
from site_config.models.outbox import OutboxMail
from site_config.models.timers import TimerState
from site_config.operating.readiness import look_at

ADVICE = {
    "database": "See that the server runs and that DATABASE_URL names it: python manage.py dbshell",
    "cache": "See that the server of CACHE_URL and RENDITIONS_CACHE_URL runs and takes entries.",
    "migrations": "Run: python manage.py migrate",
    "worker": "Start, or restart, its service: python manage.py db_worker",
    "timers": "Start, or restart, its service: python manage.py run_timers",
}
OLDEST_POSTGRESQL = 15
# Seconds by which clocks may differ; links in mails and second factors hang on them.
CLOCKS_DIFFER = 5
# Seconds of lag from which a timer is told of.
LATE = 900


def examine_readiness() -> Iterator[Finding]:
    """Look at what `/readyz` looks at."""
    for name, advice in ADVICE.items():
        check = look_at(name)
        words = f"{name.capitalize()}: {check.detail}."
        yield fine(name, words) if check.ok else error(name, words, advice)


def examine_database_server() -> Iterator[Finding]:
    """Look at how the database is set up."""
    if connection.vendor == "sqlite":
        yield from _examine_sqlite()
    else:
        yield from _examine_postgresql()


def _examine_sqlite() -> Iterator[Finding]:
    (mode,) = _ask("PRAGMA journal_mode")
    if str(mode) not in {"wal", "memory"}:
        yield error(
            "journal",
            f"SQLite's journal is “{mode}”: readers and writers wait for each other.",
            "Keep the database on a local disk, where WAL works.",
        )
    else:
        yield fine("journal", "SQLite lets readers read while one writes.")


def _examine_postgresql() -> Iterator[Finding]:
    (number,) = _ask("SHOW server_version_num")
    version = int(str(number)) // 10_000
    if version < OLDEST_POSTGRESQL:
        yield error(
            "database-version",
            f"PostgreSQL {version} is older than what the portal is tested with.",
            f"Move to PostgreSQL {OLDEST_POSTGRESQL} or newer.",
        )
    else:
        yield fine("database-version", f"PostgreSQL {version}.")
    (limit,) = _ask("SHOW statement_timeout")
    if str(limit) == "0":
        yield warning(
            "statement-timeout",
            "Nothing stops a statement that takes for ever.",
            "Through PgBouncer the role has to carry the limits: see “PgBouncer” in "
            "docs/operations.md.",
        )
    else:
        yield fine("statement-timeout", f"A statement ends after {limit} at most.")
    (there,) = _ask("SELECT extract(epoch FROM clock_timestamp())")
    apart = abs(float(str(there)) - timezone.now().timestamp())
    if apart > CLOCKS_DIFFER:
        yield error(
            "clock",
            f"The clocks of this machine and of the database are {apart:.0f} s apart.",
            "Let both machines keep the time by NTP (timedatectl set-ntp true).",
        )
    else:
        yield fine("clock", "The clocks of machine and database agree.")
    yield _examine_dump_program(version)


def _examine_dump_program(server: int) -> Finding:
    program = shutil.which("pg_dump")
    words = (
        subprocess.run(  # noqa: S603  (the program that a backup will start)
            [program, "--version"], capture_output=True, text=True, check=False, timeout=10
        ).stdout
        if program
        else ""
    )
    found = re.search(r"(\d+)\.", words)
    if not found or int(found.group(1)) < server:
        return error(
            "pg-dump",
            f"A backup needs pg_dump of PostgreSQL {server} or newer; there is "
            + (f"{found.group(1)}." if found else "none."),
            f"Install postgresql-client-{server}.",
        )
    return fine("pg-dump", f"pg_dump {found.group(1)} can back up this server.")


def examine_mail_server() -> Iterator[Finding]:
    """Greet the mail server, and send nothing."""
    mails = get_connection(fail_silently=False)
    try:
        mails.open()
        mails.close()
    except Exception as failure:  # noqa: BLE001  (each way of sending fails in its own way)
        yield error(
            "mail-server",
            f"The mail server does not take mails: {type(failure).__name__}.",
            "Check EMAIL_URL: host, port, name, password, and whether a firewall is between.",
        )
    else:
        yield fine("mail-server", "The mail server answers.")


def examine_queues() -> Iterator[Finding]:
    """Look for work that has been left lying."""
    given_up = OutboxMail.objects.filter(state=OutboxMail.State.FAILED).count()
    if given_up:
        yield warning(
            "mails",
            f"{given_up} mails were given up after three days.",
            "Read why in the admin under Mail, and try them again there.",
        )
    else:
        yield fine("mails", "No mail was given up.")
    failed = DBTaskResult.objects.failed().count()
    if failed:
        yield warning(
            "tasks",
            f"{failed} background tasks have failed.",
            "Look for “django_tasks” in the log of the worker.",
        )
    else:
        yield fine("tasks", "No background task has failed.")


def examine_timers() -> Iterator[Finding]:
    """Look for timers that are late, or that failed last time."""
    now = timezone.now()
    late = [state for state in TimerState.objects.order_by("name") if state.lag(now) > LATE]
    for state in late:
        why = f"; it failed with {state.failure}" if state.failure else ""
        yield warning(
            f"timer {state.name}",
            f"The timer “{state.name}” is {state.lag(now) / 60:.0f} minutes late{why}.",
            f"Look for “The timer “{state.name}” failed” in the log of run_timers.",
        )
    if not late and not settings.READ_ONLY:
        yield fine("timers-lag", "No timer is late.")


def _ask(question: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()
