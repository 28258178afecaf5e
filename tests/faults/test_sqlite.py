"""SQLite as the portal sets it up: eight writers, and half of them killed in the midst of it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from site_config.settings.databases import SQLITE_OPTIONS

WRITERS = 8
# Each writes one row after the other in a transaction of its own, begun as Django begins it, and
# says its number only once it is committed. What it reads first is what a request would.
WRITER = """
import sqlite3, sys
path, begin, timeout, pragmas, name = sys.argv[1:]
connection = sqlite3.connect(path, timeout=float(timeout), isolation_level=None)
connection.executescript(pragmas)
for number in range(100_000):
    connection.execute(f"BEGIN {begin}")
    connection.execute("SELECT count(*) FROM words").fetchone()
    connection.execute("INSERT INTO words VALUES (?, ?)", (f"{name} {number}", "x" * 2000))
    connection.execute("COMMIT")
    print(f"{name} {number}", flush=True)
"""


def write_and_kill(folder: Path, begin: str, timeout: float) -> tuple[list[str], list[str], Path]:
    """Let eight write for a while, kill half of them, and the others a moment later.

    Returns:
        The acknowledged rows, what was complained of, and the database.
    """
    path = folder / "portal.sqlite3"
    pragmas = str(SQLITE_OPTIONS["init_command"])
    with sqlite3.connect(path) as connection:
        connection.executescript(f"{pragmas} CREATE TABLE words (name TEXT UNIQUE, text TEXT);")
    connection.close()
    said = [(folder / f"{n}.out", folder / f"{n}.err") for n in range(WRITERS)]
    writers = []
    for number, (out, err) in enumerate(said):
        with out.open("wb") as output, err.open("wb") as errors:
            values = [str(path), begin, str(timeout), pragmas, f"writer {number}"]
            command = [sys.executable, "-c", WRITER, *values]
            writers.append(subprocess.Popen(command, stdout=output, stderr=errors))
    end = time.monotonic() + 30
    while time.monotonic() < end and any(out.stat().st_size < 40 for out, _err in said):
        if any(err.stat().st_size for _out, err in said):
            break
        time.sleep(0.05)
    for group in (writers[: WRITERS // 2], writers[WRITERS // 2 :]):
        time.sleep(0.5)
        for writer in group:
            os.kill(writer.pid, signal.SIGKILL)
            writer.wait()
    acknowledged = [line for out, _err in said for line in out.read_text().split("\n")[:-1] if line]
    complaints = [err.read_text() for _out, err in said if err.stat().st_size]
    return acknowledged, complaints, path


def test_killed_writers_leave_a_sound_database_and_lose_nothing(tmp_path):
    acknowledged, complaints, path = write_and_kill(
        tmp_path, SQLITE_OPTIONS["transaction_mode"], SQLITE_OPTIONS["timeout"]
    )

    with sqlite3.connect(path) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
        stored = {name for (name,) in connection.execute("SELECT name FROM words")}
    connection.close()
    assert verdict == "ok"
    assert len({name.rpartition(" ")[0] for name in acknowledged}) == WRITERS
    assert set(acknowledged) <= stored
    # At most one row of each was committed and could not be told any more.
    assert len(stored) - len(acknowledged) <= WRITERS
    assert complaints == []


def test_twin_who_takes_the_right_to_write_late_is_told_that_it_is_locked(tmp_path):
    _acknowledged, complaints, _path = write_and_kill(tmp_path, "DEFERRED", timeout=20)

    assert any("locked" in words for words in complaints)
