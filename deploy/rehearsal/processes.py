"""The processes of a rehearsal, known by files with their numbers: any later call finds them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Seconds.
START_PATIENCE = 60.0
STOP_PATIENCE = 35.0
STEP = 0.05


class NeverReadyError(Exception):
    """A process has ended, or did not answer in time; its log says why."""


@dataclass
class Process:
    """One process, in a session of its own.

    Attributes:
        name: of its log and of the file with its number.
        command: what is started.
        folder: where both files are.
        environment: of the process; one's own where nothing is given.
        port: on which it answers once it is ready.
        stop_signal: which ends it in order.
    """

    name: str
    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str] | None = None
    port: int | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    work_folder: Path | None = None

    @property
    def log(self) -> Path:
        """What it has said."""
        return self.folder / "log" / f"{self.name}.log"

    @property
    def _pid_file(self) -> Path:
        return self.folder / "run" / f"{self.name}.pid"

    @property
    def pid(self) -> int | None:
        """The number of the running process."""
        try:
            number = int(self._pid_file.read_text())
        except (FileNotFoundError, ValueError):
            return None
        return number if is_running(number) else None

    def start(self) -> None:
        """Start the process, unless it runs, and wait until it answers.

        Raises:
            NeverReadyError: it has ended or doesn't answer.
        """
        if self.pid is None:
            with self.log.open("ab") as log:
                started = subprocess.Popen(  # noqa: S603  (the rehearsal's own commands)
                    list(self.command),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env=None if self.environment is None else dict(self.environment),
                    cwd=self.work_folder,
                    start_new_session=True,
                )
            # Nobody waits for it here: another call ends it.
            started.returncode = 0
            self._pid_file.write_text(str(started.pid))
        self.await_ready()

    def await_ready(self) -> None:
        """Wait until the process answers on its port.

        Raises:
            NeverReadyError: it has ended or doesn't answer.
        """
        ready = await_that(lambda: self.pid is None or self.port is None or answers(self.port))
        if self.pid is None or not ready:
            raise NeverReadyError(f"{self.name} is not there; see {self.log}.")

    def stop(self) -> None:
        """End the process in order; kill it, with its children, where that takes too long."""
        number = self.pid
        if number is not None:
            os.kill(number, signal.SIGCONT)
            os.kill(number, self.stop_signal)
            if not await_that(lambda: not is_running(number), STOP_PATIENCE):
                os.killpg(number, signal.SIGKILL)
        self._pid_file.unlink(missing_ok=True)

    def kill(self) -> None:
        """Kill the process with its children at once, as a machine without memory would."""
        number = self.pid
        if number is not None:
            os.killpg(number, signal.SIGKILL)
            await_that(lambda: not is_running(number))

    def freeze(self) -> None:
        """Let the process and its children stand still: they hold connections and say nothing."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let the process and its children go on."""
        self._signal_all(signal.SIGCONT)

    def children(self) -> list[int]:
        """Return the numbers of its children, such as the workers of gunicorn."""
        return [number for number in all_processes() if parent_of(number) == self.pid]

    def _signal_all(self, number: signal.Signals) -> None:
        for process in (*self.children(), self.pid):
            if process is not None:
                os.kill(process, number)


def is_running(number: int) -> bool:
    """Say whether a process is there and has not ended; nobody may have asked how it ended."""
    status = _status(number)
    if status is not None and status[0] == "Z":
        with suppress(ChildProcessError):  # It is somebody else's child.
            os.waitpid(number, os.WNOHANG)
        return False
    return status is not None


def parent_of(number: int) -> int | None:
    """Return the number of a process's parent."""
    status = _status(number)
    return int(status[1]) if status else None


def all_processes() -> list[int]:
    """Return the numbers of all processes of the machine."""
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _status(number: int) -> list[str] | None:
    try:
        # After the name, which may hold spaces and brackets: state, parent, …
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def answers(port: int) -> bool:
    """Say whether somebody listens on a port of loopback."""
    with socket.socket() as connection:
        connection.settimeout(1)
        return connection.connect_ex(("127.0.0.1", port)) == 0


def await_that(is_true: Callable[[], bool], patience: float = START_PATIENCE) -> bool:
    """Wait until something is true. Returns whether it has become so in time (seconds)."""
    end = time.monotonic() + patience
    while not is_true():
        if time.monotonic() > end:
            return False
        time.sleep(STEP)
    return True
