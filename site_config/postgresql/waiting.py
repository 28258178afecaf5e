"""Waiting for PostgreSQL, and giving up in time.

A server that has frozen, or a network that swallows packets, sends neither an answer nor an end;
``statement_timeout`` is the server's own and doesn't help then. psycopg2 lets a program wait by
itself (``set_wait_callback``): here with a deadline. Whoever has waited for a while asks over a
connection of its own whether the server is there at all: one that only works long is waited for.
"""

import select
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import Any
from weakref import WeakKeyDictionary

import psycopg2
from psycopg2.extensions import POLL_OK, POLL_READ, POLL_WRITE, STATUS_SETUP, set_wait_callback

# Seconds without an answer after which the server is asked whether it is there, at first.
SILENCE = 0.8
# Seconds in which a server that is there answers.
SIGN = 1.5
# Seconds for which nobody else tries to connect to a server that was not there a moment ago: a
# request that has lost its connection must not wait for the next one too.
AWAY = 1.0

_away_until: dict[str, float] = {}
_limits: "WeakKeyDictionary[Any, float]" = WeakKeyDictionary()
_here = local()


def install() -> None:
    """Have all connections of this process wait here; those without a limit wait for ever."""
    set_wait_callback(wait)


def limit(connection: Any, seconds: float) -> None:
    """Let no question over a connection wait longer."""
    _limits[connection] = seconds


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Let nothing in this block wait longer: connecting, or a look whether a server lives."""
    before = getattr(_here, "seconds", None)
    _here.seconds = seconds
    try:
        yield
    finally:
        _here.seconds = before


def wait(connection: Any) -> None:
    """Wait until the server has answered.

    Raises:
        psycopg2.OperationalError: it hasn't, for longer than it may, or is not there. The
            connection is of no more use: an answer may still come.
    """
    here = getattr(_here, "seconds", None)
    seconds = here or _limits.get(connection)
    started = time.monotonic()
    # Connecting and looking have short deadlines of their own.
    look = SILENCE if seconds and not here else None
    connects = connection.status == STATUS_SETUP
    if connects and _away_until.get(connection.dsn, 0.0) > started:
        raise psycopg2.OperationalError("the server was not there a moment ago")
    while (state := connection.poll()) != POLL_OK:
        waited = time.monotonic() - started
        if seconds and waited >= seconds:
            if connects:
                _away_until[connection.dsn] = time.monotonic() + AWAY
            raise psycopg2.OperationalError(f"the server has not answered for {seconds:g} s")
        if look and waited >= look:
            if not is_there(connection.dsn):
                raise psycopg2.OperationalError("the server has stopped answering")
            look = 2 * (time.monotonic() - started)
            continue
        ends = [end for end in (seconds, look) if end]
        left = min(ends) - waited if ends else None
        if state == POLL_READ:
            select.select([connection.fileno()], [], [], left)
        elif state == POLL_WRITE:
            select.select([], [connection.fileno()], [], left)
        else:
            raise psycopg2.OperationalError("the connection is in a state that nobody knows")


def is_there(dsn: str) -> bool:
    """Say whether a server answers, even if only that it has no room.

    Args:
        dsn: of a connection, without its password: to be refused is an answer, too.
    """
    with at_most(SIGN):
        try:
            psycopg2.connect(dsn).close()
        except psycopg2.Error:
            return _away_until.get(dsn, 0.0) < time.monotonic()
    return True
