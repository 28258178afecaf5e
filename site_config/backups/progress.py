"""Telling how far a long piece of work has come."""

import time
from collections.abc import Callable

MEGABYTE = 1024**2
# Seconds between two lines.
EVERY = 1.0


class Progress:
    """Tells of bytes that went by: once a second at most, and once at the end.

    Args:
        tell: takes a line.
        what: is being done.
        total: bytes that are expected; 0 where nobody knows.
    """

    def __init__(self, tell: Callable[[str], object], what: str, total: int = 0) -> None:
        self._tell, self._what, self._total = tell, what, total
        self._done = 0
        self._told_at = time.monotonic()

    def add(self, amount: int) -> None:
        """Note that bytes went by."""
        self._done += amount
        if time.monotonic() - self._told_at >= EVERY:
            self._told_at = time.monotonic()
            self._tell(self._line())

    def finish(self) -> None:
        """Tell how much it was."""
        self._tell(f"{self._what}: {self._done / MEGABYTE:.1f} MB, done")

    def _line(self) -> str:
        line = f"{self._what}: {self._done / MEGABYTE:.1f} MB"
        if self._total:
            share = min(100, 100 * self._done // self._total)
            line += f" of {self._total / MEGABYTE:.1f} MB ({share} %)"
        return line
