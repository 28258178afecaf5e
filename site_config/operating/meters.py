"""Counters that all web processes of a machine keep together, without a lock between them.

Each process writes into a file of its own that lies in its memory (``mmap``), so that counting is
an addition and nothing is lost when a process dies. Whoever is asked adds up all files. A file
whose process has ended is added to the one of the ended, and goes.
"""

import fcntl
import mmap
import os
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO

# A slot holds the value, a double of 8 bytes, and the key's UTF-8, filled up with NUL.
SLOT = 192
VALUE = struct.Struct("=d")
SLOTS = 8192
SIZE = SLOT * SLOTS
SUFFIX = ".meters"
ENDED = "ended"


class MetersFile:
    """One process's counters: a key and its value in each slot, in the order they first came."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] = path.open("w+b")
        # As long as it is held, nobody takes the file for that of an ended process.
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self._file.truncate(SIZE)  # Sparse: what is not written takes no room.
        self._map = mmap.mmap(self._file.fileno(), SIZE)
        self._slots: dict[str, int] = {}

    def add(self, key: str, amount: float) -> bool:
        """Add to a counter. Returns False where there is no more room for new ones."""
        at = self._slots.get(key)
        if at is None:
            raw = key.encode()
            at = len(self._slots) * SLOT
            if at >= SIZE or len(raw) > SLOT - VALUE.size:
                return False
            # The value is 0 already; a reader that comes now sees a counter that is at 0.
            self._map[at + VALUE.size : at + VALUE.size + len(raw)] = raw
            self._slots[key] = at
        (value,) = VALUE.unpack_from(self._map, at)
        VALUE.pack_into(self._map, at, value + amount)
        return True

    def close(self) -> None:
        """Let go of the file; it stays for whoever adds up."""
        self._map.close()
        self._file.close()


def read_counters(raw: bytes) -> Iterator[tuple[str, float]]:
    """Yield the keys and values of a file, up to the first slot that is empty."""
    for at in range(0, len(raw) - SLOT + 1, SLOT):
        key = raw[at + VALUE.size : at + SLOT].rstrip(b"\0")
        if not key:
            return
        yield key.decode(errors="replace"), VALUE.unpack_from(raw, at)[0]


class Meters:
    """The counters of this process, in a folder together with others, or in its memory alone."""

    def __init__(self, folder: str = "") -> None:
        self.folder = Path(folder) if folder else None
        self._lock = Lock()
        self._memory: Counter[str] = Counter()
        self._file: MetersFile | None = None
        self._pid = 0

    def add(self, key: str, amount: float = 1) -> None:
        """Add to a counter.

        Args:
            key: a name with its labels, as Prometheus writes them; at most 184 bytes.
            amount: by which it grows.
        """
        with self._lock:
            if self.folder is None:
                self._memory[key] += amount  # type: ignore[assignment]
                return
            if self._file is None or self._pid != os.getpid():
                self._open(self.folder)
            if self._file:
                self._file.add(key, amount)

    def add_up(self) -> dict[str, float]:
        """Return all counters of all processes, those that have ended among them."""
        if self.folder is None:
            with self._lock:
                return dict(self._memory)
        total: Counter[str] = Counter()
        with self._lock, suppress(OSError), FolderLock(self.folder):
            for path in sorted(self.folder.glob(f"*{SUFFIX}")):
                own = self._file is not None and self._file.path == path
                counters = dict(read_counters(path.read_bytes()))
                total.update(counters)
                if not own and path.stem != ENDED and _has_ended(path):
                    _add_to_ended(self.folder, counters)
                    path.unlink()
        return dict(total)

    def processes(self) -> list[int]:
        """Return the numbers of the processes that count here."""
        if self.folder is None:
            return [os.getpid()]
        found = {os.getpid()}
        for path in self.folder.glob(f"*{SUFFIX}"):
            if path.stem.isdigit() and not _has_ended(path):
                found.add(int(path.stem))
        return sorted(found)

    def _open(self, folder: Path) -> None:
        """Open a file for this process: also after a fork, when the old one is the parent's."""
        if self._file:
            self._file.close()
            self._file = None
        self._pid = os.getpid()
        with suppress(OSError), FolderLock(folder):
            path = folder / f"{self._pid}{SUFFIX}"
            if path.exists():  # An earlier process had this number.
                _add_to_ended(folder, dict(read_counters(path.read_bytes())))
            self._file = MetersFile(path)


class FolderLock:
    """Hold the folder, so that no file is added twice or lost while it is added up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._file = (self._folder / "lock").open("a")
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def __exit__(self, *error: object) -> None:
        self._file.close()


def _has_ended(path: Path) -> bool:
    """Say whether the process of a file is gone: nobody holds it any more."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _add_to_ended(folder: Path, counters: dict[str, float]) -> None:
    path = folder / f"{ENDED}{SUFFIX}"
    total: Counter[str] = Counter(counters)
    if path.exists():
        total.update(dict(read_counters(path.read_bytes())))
    unfinished = path.with_suffix(".new")
    with unfinished.open("wb") as file:
        for key, value in total.items():
            raw = key.encode()
            file.write(VALUE.pack(value) + raw + bytes(SLOT - VALUE.size - len(raw)))
    unfinished.replace(path)
