"""What has to work before visitors are sent to this process."""

import uuid
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from site_config.models.timers import TimerState
from site_config.operating.heartbeat import WORKER, has_workers

# What the timers call the end of their rounds; they stand above this module.
ROUNDS = "rounds"
# Seconds for which a trial entry stays in the cache.
KEPT = 10


class Check(NamedTuple):
    """One thing that was looked at.

    Attributes:
        name: as metrics and answers call it.
        ok: whether it works.
        detail: what was found, in a few words for operators.
    """

    name: str
    ok: bool
    detail: str


class NotReadyError(Exception):
    """Something that the portal needs does not work; the words say what."""


def check_database() -> str:
    """Ask the database for nothing, and see that it answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return connection.vendor


def check_cache() -> str:
    """Write an entry and read it again.

    Raises:
        NotReadyError: the cache has lost it.
    """
    for alias in settings.CACHES:
        written = uuid.uuid4().hex
        caches[alias].set("operating.trial." + written, written, KEPT)
        if caches[alias].get("operating.trial." + written) != written:
            raise NotReadyError(f"the cache “{alias}” does not keep what is written")
    return ", ".join(settings.CACHES)


class Migrations:
    """Whether the database has every migration of this code; once it has, it keeps them."""

    def __init__(self) -> None:
        self._applied = False

    def __call__(self) -> str:
        """Look for what is not applied.

        Raises:
            NotReadyError: there is some.
        """
        if not self._applied:
            executor = MigrationExecutor(connection)
            if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
                raise NotReadyError(f"{len(plan)} not applied, the first is {plan[0][0]}")
            self._applied = True
        return "all applied"


def check_worker() -> str:
    """See that a worker has answered lately.

    Raises:
        NotReadyError: none has, for longer than the settings allow.
    """
    if not has_workers():
        return "tasks are done where they arise"
    return _sign_of(WORKER, "python manage.py db_worker")


def check_timers() -> str:
    """See that the timers have gone round lately, on some node.

    Raises:
        NotReadyError: they have not.
    """
    return _sign_of(ROUNDS, "python manage.py run_timers")


def _sign_of(name: str, command: str) -> str:
    allowed = settings.WORKER_SILENT_SECONDS
    if not allowed or settings.READ_ONLY:
        return "not asked for"
    state = TimerState.objects.filter(name=name).first()
    if state is None or state.succeeded_at is None:
        raise NotReadyError(f"no sign yet of “{command}”")
    age = (timezone.now() - state.succeeded_at).total_seconds()
    if age > allowed:
        raise NotReadyError(f"silent for {age:.0f} s: “{command}”")
    return f"last sign {max(age, 0):.0f} s ago"


Probe = Callable[[], str]

PROBES: dict[str, Probe] = {
    "database": check_database,
    "cache": check_cache,
    "migrations": Migrations(),
    "worker": check_worker,
    "timers": check_timers,
}
# Without a database, waiting for each of these to fail would only take longer.
NEED_DATABASE = frozenset({"migrations", "worker", "timers"})
# Without these no page can be made. Nodes share all else, so that its loss is no reason to send
# visitors to another one: the portal stands without.
NEEDED_BY_VISITORS = ("database", "migrations")


def look_at(name: str) -> Check:
    """Return what one check found, whatever goes wrong meanwhile."""
    try:
        return Check(name, True, PROBES[name]())
    except NotReadyError as error:
        return Check(name, False, str(error))
    except Exception as error:  # noqa: BLE001  (each store fails in a way of its own)
        return Check(name, False, type(error).__name__)


def look_at_all(names: Iterable[str] = ()) -> list[Check]:
    """Return every check, in the order in which they build on each other.

    Args:
        names: of those that count, the database first; all where none is named.
    """
    checks: list[Check] = []
    for name in names or PROBES:
        if name in NEED_DATABASE and not checks[0].ok:
            checks.append(Check(name, False, "unknown without the database"))
        else:
            checks.append(look_at(name))
    return checks
