"""Reads a PDF in a process of its own, within limits of time and memory."""

import base64
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from site_config.models.document_states import ReadingState
from site_config.pdf.child import LARGE, LONGEST_TEXT, PICTURES

# By which rules a file is read. Raise the number with each change of them that should reach files
# which are read already (`site_config.document_rereading`).
#   1: the first page in several sizes and formats.
RULES = 1
CHILD = Path(__file__).with_name("child.py")
# Seconds of the processor, and of the clock: other work may share the machine.
CPU_SECONDS = 60
CLOCK_SECONDS = 180
MEMORY = 640 * 1024 * 1024
# No printed work has more; a higher number comes from a damaged or a hostile file.
MOST_PAGES = 30_000
# Bytes of one line: a page's text, with every letter written as \uXXXX, or the picture.
LONGEST_LINE = 8 * 1024 * 1024
# How a process ends that has passed its limits: killed, out of time, or without memory.
PASSED_LIMITS = {-signal.SIGKILL, -signal.SIGXCPU, -signal.SIGABRT}


@dataclass(frozen=True)
class Limits:
    """How much reading one file may take.

    Attributes:
        cpu_seconds: of the processor.
        clock_seconds: from the start.
        memory: bytes of address space.
    """

    cpu_seconds: int = CPU_SECONDS
    clock_seconds: float = CLOCK_SECONDS
    memory: int = MEMORY


@dataclass
class Reading:
    """What was found in a PDF.

    Attributes:
        state: what became of it.
        page_count: how many pages it has; nothing where it can't be opened.
        texts: the words of its pages, in their order.
        is_tagged: whether tags tell order and meaning (ISO 32000-2, §14.8).
        title: as its metadata say.
        language: as its catalogue says (BCP 47).
        pictures: the first page by the names of `PICTURES`; empty where it could not be drawn.
        picture_size: width and height of the large one in pixels.
    """

    state: ReadingState = ReadingState.BROKEN
    page_count: int | None = None
    texts: list[str] = field(default_factory=list)
    is_tagged: bool | None = None
    title: str = ""
    language: str = ""
    pictures: dict[str, bytes] = field(default_factory=dict)
    picture_size: tuple[int, int] = (0, 0)


class _TooLargeError(Exception):
    pass


def read_pdf(
    path: str | os.PathLike[str],
    *,
    limits: Limits | None = None,
    tell: Callable[[int, int], object] | None = None,
) -> Reading:
    """Read a PDF in a child process.

    It never raises for what is in the file: that is told by the state.

    Args:
        path: of a file on this machine.
        limits: how much it may take.
        tell: is told after each page how many were read, and of how many.
    """
    limits = limits or Limits()
    found = _Collected(tell)
    try:
        with _child(path, limits) as child:
            for line in _lines(child.stdout):
                found.take(json.loads(line))
    except _TooLargeError:
        found.reading.state = ReadingState.TOO_LARGE
        return found.reading
    except ValueError:
        return found.reading  # It was ended in the middle of a line.
    if found.done:
        found.finish()
    elif child.returncode in PASSED_LIMITS or found.error == "too_large":
        found.reading.state = ReadingState.TOO_LARGE
    elif found.error == "protected":
        found.reading.state = ReadingState.PROTECTED
    return found.reading


class _Collected:
    """Puts the child's lines together."""

    def __init__(self, tell: Callable[[int, int], object] | None) -> None:
        self.reading = Reading()
        self.scripts = self.done = False
        self.error = ""
        self._tell = tell
        self._length = 0

    def take(self, line: dict[str, Any]) -> None:
        """Take one line.

        Raises:
            _TooLargeError: there is more than a publication has.
        """
        reading = self.reading
        if "pages" in line:
            reading.page_count = line["pages"]
            if reading.page_count > MOST_PAGES:
                reading.page_count = None
                raise _TooLargeError
            reading.is_tagged, reading.title = line["tagged"], line["title"]
            reading.language, self.scripts = line["language"], line["scripts"]
        elif (name := line.get("picture")) in PICTURES:
            reading.pictures[name] = base64.b64decode(line["content"])
            if name == LARGE:
                reading.picture_size = (line["width"], line["height"])
        elif "page" in line:
            reading.texts.append(line["text"])
            self._length += len(line["text"])
            if self._length > LONGEST_TEXT:
                raise _TooLargeError
            if self._tell:
                self._tell(len(reading.texts), reading.page_count or 0)
        self.error = line.get("error", self.error)
        self.done = self.done or "done" in line

    def finish(self) -> None:
        """Say what a file is that was read to its end."""
        if not any(text.strip() for text in self.reading.texts):
            self.reading.state = ReadingState.NO_TEXT
        elif self.scripts:
            self.reading.state = ReadingState.SCRIPTED
        else:
            self.reading.state = ReadingState.READ


@contextmanager
def _child(path: str | os.PathLike[str], limits: Limits) -> Iterator["subprocess.Popen[bytes]"]:
    """Start the program, and see to its end by the clock, whatever happens."""
    arguments = [os.fspath(path), str(limits.cpu_seconds), str(limits.memory)]
    child = subprocess.Popen(  # noqa: S603  (our own program, and no shell)
        [sys.executable, "-I", os.fspath(CHILD), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Nothing of what the portal knows by its environment.
        env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
        close_fds=True,
    )
    clock = threading.Timer(limits.clock_seconds, child.kill)
    clock.daemon = True
    clock.start()
    try:
        yield child
        child.wait()
    finally:
        clock.cancel()
        with suppress(ProcessLookupError):
            child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _lines(output: IO[bytes] | None) -> Iterator[bytes]:
    while output and (line := output.readline(LONGEST_LINE + 1)):
        if len(line) > LONGEST_LINE:
            raise _TooLargeError
        yield line
