"""The memory of one process for what it has made, limited by its size."""

import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

# Bytes that a process keeps at most, both forms of a body counted.
MOST_BYTES = 24 * 1024 * 1024
# Bytes of the headers, tables and places of one answer, at a rough guess.
OVERHEAD = 2_000


@dataclass
class KeptAnswer:
    """What was said, and what has to be unchanged for it to be said again.

    Attributes:
        body: as it was made.
        compressed: the same in gzip (RFC 1952).
        headers: those of the answer itself, not those that every answer gets.
        changes: the tables it was made from, each with its latest change.
        until: the monotonic second from which it is forgotten.
        fresh_until: when the page changes by the clock, as `limit_freshness` noted it.
        shows: what the caches in front are told that it shows.
    """

    body: bytes
    compressed: bytes
    headers: list[tuple[str, str]]
    changes: Mapping[str, int | None]
    until: float
    fresh_until: object = None
    shows: frozenset[str] = frozenset()
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.body) + len(self.compressed) + OVERHEAD

    def holds(self, changes: Mapping[str, int]) -> bool:
        """Say whether nothing has changed since it was made."""
        return time.monotonic() < self.until and all(
            changes.get(name) == change for name, change in self.changes.items()
        )


class Store:
    """Answers by their keys; those that were not asked for the longest time go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._lock = Lock()
        self._kept: OrderedDict[object, KeptAnswer] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: object) -> KeptAnswer | None:
        """Return an answer, whether it still holds or not."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: object, answer: KeptAnswer) -> None:
        """Keep an answer, and forget others where room is needed."""
        with self._lock:
            self._forget(key)
            self._kept[key] = answer
            self.bytes += answer.size
            while self.bytes > self.most_bytes:
                self._forget(next(iter(self._kept)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.bytes = 0

    def _forget(self, key: object) -> None:
        if (answer := self._kept.pop(key, None)) is not None:
            self.bytes -= answer.size
