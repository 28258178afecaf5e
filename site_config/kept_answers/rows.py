"""Rows that nearly every page asks for, read once by each process until their tables change."""

from collections.abc import Callable, Hashable
from hashlib import blake2b
from typing import TypeVar

from django.core.cache import cache
from django.db.models import Model

from site_config.kept_answers.changes import state_of

Rows = TypeVar("Rows")

CACHE_SECONDS = 3600


def kept_rows(
    name: str, about: Hashable, models: list[type[Model]], read: Callable[[], Rows]
) -> Rows:
    """Return rows as they were read since one of their tables last changed.

    Whoever gets them gets copies of their own. While no answer is made that may be kept, nobody
    knows what has changed since, and they are read each time.

    Args:
        name: what they are, for the key.
        about: what distinguishes them from others of the name, with a ``repr`` of its own.
        models: those that are read; the answer hangs on them.
        read: reads them; that there are none (None) is not kept.
    """
    state = state_of(*models)
    if not state:
        return read()
    # A host may be longer than keys may be.
    digest = blake2b(repr(about).encode(), digest_size=16).hexdigest()
    key = f"site_config.rows.{name}.{state}.{digest}"
    rows = cache.get(key)
    if rows is None and (rows := read()) is not None:
        cache.set(key, rows, CACHE_SECONDS)
    return rows
