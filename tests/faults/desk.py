"""A desk in the city hall: a process under the city's settings, in which staff act.

    python -m tests.faults.desk        one act in each line of input, its result in each of output

It stays, since Django takes seconds to come up.
"""

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


class ActFailedError(Exception):
    """An act has raised; the message tells the exception."""


class Desk:
    """The process, seen from the tests.

    Args:
        python: the interpreter.
        environment: of the city.
    """

    def __init__(self, python: Path, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [python, "-m", "tests.faults.desk"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=ROOT,
            text=True,
        )
        self._lock = threading.Lock()

    def __call__(self, act: str, **values: Any) -> Any:
        """Do one of `tests.faults.acts`, and return its result.

        Raises:
            ActFailedError: it has raised.
        """
        with self._lock:
            self._process.stdin.write(json.dumps([act, values]) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        went_well, result = json.loads(line or '[false, "the desk has ended"]')
        if not went_well:
            raise ActFailedError(result)
        return result

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.terminate()
        self._process.wait(30)


def serve() -> None:
    """Do what comes in, line by line."""
    import django

    django.setup()
    from django.db import close_old_connections

    from tests.faults import acts

    for line in sys.stdin:
        act, values = json.loads(line)
        close_old_connections()
        try:
            answer = [True, getattr(acts, act)(**values)]
        except Exception as error:  # noqa: BLE001  (whatever it is, the test shall see it)
            answer = [False, f"{type(error).__name__}: {error}"]
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve()
