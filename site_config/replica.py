"""Reading from a replica what may be a moment old: pages for visitors without a session.

Everything else stays with the primary: whoever is signed in sees at once what they have written;
forms, sessions, tasks, timers and commands read what they are about to change, and an object's
relations are read where the object came from. A router that sends every reading to the replica
breaks publishing: Wagtail reads a revision it has just written.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connections, models, transaction
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

PRIMARY, REPLICA = "default", "replica"
# What is only right where it is written.
OF_THE_PRIMARY = frozenset({"sessions", "django_tasks_database", "account", "mfa", "usersessions"})
# Seconds for which everybody reads from the primary after something was written, so that no cache
# keeps a page that was made from a replica which hadn't heard of the change.
SETTLES = 5
SETTLING = "replica.settling"
# Seconds for which a replica that doesn't answer is left alone.
LEFT_ALONE = 10

_may_read: ContextVar[bool] = ContextVar("may_read_replica", default=False)
_noted_at: ContextVar[float] = ContextVar("noted_at", default=0.0)
_away_until = 0.0


class ReplicaRouter:
    """Says where a question goes (Django's database routers)."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str:
        """Return the replica for visitors, and the primary for all else."""
        instance = hints.get("instance")
        origin = instance._state.db if instance is not None else None
        if (
            not _may_read.get()
            or origin == PRIMARY
            or model._meta.app_label in OF_THE_PRIMARY
            or connections[PRIMARY].in_atomic_block
        ):
            return PRIMARY
        return REPLICA

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str:
        """Return the primary, from which this request reads from now on."""
        read_the_primary()
        note_a_change()
        return PRIMARY

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool:
        """Allow all: both hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Let the primary alone be changed."""
        return db == PRIMARY


def reads_the_replica() -> bool:
    """Say whether this request may read from the replica."""
    return _may_read.get()


def read_the_primary() -> None:
    """Have this request read from the primary from now on."""
    _may_read.set(False)


def note_a_change() -> None:
    """Let all processes read from the primary until the replica has surely heard of the change."""
    primary = connections[PRIMARY]
    if primary.in_atomic_block and all(done is not _settle for _, done, _ in primary.run_on_commit):
        # Others see it only then, and the replica after them.
        transaction.on_commit(_settle, using=PRIMARY, robust=True)
    if time.monotonic() - _noted_at.get() >= 1:
        _noted_at.set(time.monotonic())
        _settle()


def let_visitors_read_the_replica(get_response: Handler) -> Handler:
    """Let the pages of visitors without a session be read from the replica."""

    def middleware(request: HttpRequest) -> HttpResponse:
        may = (
            request.method in {"GET", "HEAD"}
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not _is_settling()
            and _answers()
        )
        token = _may_read.set(may)
        try:
            return get_response(request)
        finally:
            _may_read.reset(token)

    return middleware


def _settle() -> None:
    # Where the cache is away, nobody reads from the replica: see below.
    with suppress(Exception):
        cache.set(SETTLING, 1, SETTLES)


def _is_settling() -> bool:
    """Say whether something was written a moment ago; yes where nobody can tell."""
    try:
        if cache.get(SETTLING) is not None:
            return True
    except Exception:  # noqa: BLE001  (each kind of cache fails in a way of its own)
        return True
    # One that goes on without its Redis finds nothing, and says so only when it is asked.
    return getattr(cache, "is_away", False)


def _answers() -> bool:
    """Say whether the replica answers; one that didn't is left alone for a while."""
    global _away_until
    if time.monotonic() < _away_until:
        return False
    connection = connections[REPLICA]
    try:
        connection.close_if_health_check_failed()
        connection.ensure_connection()
    except DatabaseError:
        _away_until = time.monotonic() + LEFT_ALONE
        return False
    return True
