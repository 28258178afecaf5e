"""Work that only one process of the portal does at a time."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


def lock_number(name: str) -> int:
    """Return the number by which PostgreSQL knows a lock: a signed integer of 64 bits."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@contextmanager
def only_here(name: str) -> Iterator[bool]:
    """Run the block in one transaction, and say whether nobody else is at this work.

    On PostgreSQL the lock belongs to the transaction: it also excludes others through a
    connection pool, it ends when a process dies, and who comes second doesn't wait.
    On SQLite the transaction itself excludes every other writer (``BEGIN IMMEDIATE``), so who
    comes second waits and then finds the work done.

    Args:
        name: what is done, such as ``publish``.

    Yields:
        False where another process is at it; the block then leaves the work to that one.
    """
    with transaction.atomic():
        if connection.vendor != "postgresql":
            yield True
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock_number(name)])
            (mine,) = cursor.fetchone()
        yield bool(mine)


def hold(name: str) -> None:
    """Wait until nobody else holds a lock, and hold it until the running transaction ends.

    On PostgreSQL the lock is the transaction's own, so it holds across nodes and through a
    connection pool. On SQLite the transaction itself excludes every other writer
    (``BEGIN IMMEDIATE``).

    Args:
        name: what is to be changed by one at a time.

    Raises:
        TransactionManagementError: no transaction is running.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A lock is held within atomic.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock_number(name)])
