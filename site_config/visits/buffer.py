"""The one writer of visits: counts in memory, and writes sums down now and then.

Counting is an addition under a lock: no page waits for the database. A thread of each process
writes after `FLUSH_SECONDS`, or at once when many different things were counted; a process that
ends writes first. One that is killed loses what it counted since, less than a minute.
"""

import atexit
import logging
import os
import threading
from collections import Counter
from datetime import date

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from site_config.models.visits import VisitKind
from site_config.visits.subjects import check_subject
from site_config.visits.totals import add_to_totals

logger = logging.getLogger(__name__)

# Seconds for which counts stay in memory at most. ``VISITS_FLUSH_SECONDS`` may set another
# number; with 0 every count is written by whoever counts, as tests need it.
FLUSH_SECONDS = 30
# Different sums in memory at which the writer doesn't wait for its time.
MOST_KEYS = 500

Key = tuple[date, str, str]


class VisitBuffer:
    """Sums that are not written down yet, of one process; safe among threads.

    Args:
        seconds: how long sums wait for the writer; 0 writes at once.
        most_keys: how many different sums wake the writer earlier.
    """

    def __init__(self, seconds: float = FLUSH_SECONDS, most_keys: int = MOST_KEYS) -> None:
        self.seconds, self.most_keys = seconds, most_keys
        self._begin()

    def _begin(self) -> None:
        """Start empty, without a thread; also in a child process, which has none of its own."""
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._wake = threading.Event()
        self._counts: Counter[Key] = Counter()
        self._thread: threading.Thread | None = None

    def add(self, day: date, kind: str, subject: str, number: int = 1) -> None:
        """Count in memory."""
        with self._lock:
            self._counts[day, kind, subject] += number
            full = len(self._counts) >= self.most_keys
            if self.seconds and self._thread is None:
                self._thread = threading.Thread(target=self._write, name="visits", daemon=True)
                self._thread.start()
        if not self.seconds:
            self.flush()
        elif full:
            self._wake.set()

    def waiting(self) -> Counter[Key]:
        """Return a copy of the sums that are not written down yet."""
        with self._lock:
            return self._counts.copy()

    def flush(self) -> None:
        """Write down all sums; where the database refuses, they wait for the next time."""
        with self._writing:
            with self._lock:
                taken, self._counts = self._counts, Counter()
            if not taken:
                return
            try:
                add_to_totals(taken)
            except DatabaseError as error:
                with self._lock:
                    self._counts.update(taken)
                logger.warning("Visits wait for the database: %s", type(error).__name__)

    def _write(self) -> None:
        while True:
            self._wake.wait(self.seconds)
            self._wake.clear()
            try:
                self.flush()
            except Exception:  # the thread has to go on counting, whatever it was
                logger.exception("Visits were not written down")
            finally:
                # Between two rounds the connection would only wait to be cut off.
                connections.close_all()


_buffer = VisitBuffer(getattr(settings, "VISITS_FLUSH_SECONDS", FLUSH_SECONDS))
atexit.register(_buffer.flush)
if hasattr(os, "register_at_fork"):
    # What the parent has counted is the parent's to write, and its thread stays there.
    os.register_at_fork(after_in_child=_buffer._begin)


def count(kind: VisitKind, subject: str) -> None:
    """Count one visit of today, in the city's time.

    Args:
        kind: what was done.
        subject: to what, as `site_config.visits.subject_of` names it.

    Raises:
        ValueError: there is no such kind, or the subject's name is not well formed.
    """
    if settings.READ_ONLY:
        return  # It could never be written down.
    _buffer.add(timezone.localdate(), VisitKind(kind).value, check_subject(subject))


def flush() -> None:
    """Write down what this process has counted."""
    _buffer.flush()
