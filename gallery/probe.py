"""Length and size of films, read by ffprobe on machines that have it."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from gallery.containers import CONTAINERS

PROGRAM = "ffprobe"
# Seconds. Reading the head of a film takes a fraction of one; a file that takes longer is odd.
TIME_LIMIT = 10


class Measures(NamedTuple):
    """What ffprobe read from a file.

    Attributes:
        duration: in seconds; None where the file doesn't say.
        width: of the moving picture, in pixels; None where there is none.
        height: likewise.
        has_video: whether there is a moving picture.
        has_audio: whether there is sound.
    """

    duration: float | None
    width: int | None
    height: int | None
    has_video: bool
    has_audio: bool


def measure(file: Any, extension: str) -> Measures | None:
    """Read length and size of an uploaded film or recording.

    Args:
        file: a Django file, on the disk or in memory.
        extension: names the format; ffprobe tries no other, so a playlist in disguise can't make
            it open further files.

    Returns:
        The measures, or None where ffprobe is missing, fails or takes too long.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    with _on_disk(file) as path:
        command = [program, "-v", "error", "-protocol_whitelist", "file"]
        command += ["-f", CONTAINERS[extension].demuxer, "-of", "json"]
        command += ["-show_entries", "format=duration:stream=codec_type,width,height", "-i", path]
        try:
            done = subprocess.run(  # noqa: S603  (a fixed program; the path is our own)
                command, capture_output=True, timeout=TIME_LIMIT, check=True
            )
            return _read(json.loads(done.stdout))
        except (subprocess.SubprocessError, OSError, ValueError):
            return None


@contextmanager
def _on_disk(file: Any) -> Iterator[str]:
    """Yield the path of a file, written to the disk for as long as needed."""
    if hasattr(file, "temporary_file_path"):
        yield file.temporary_file_path()
        return
    with tempfile.NamedTemporaryFile(prefix="film-") as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        file.seek(0)
        copy.flush()
        yield copy.name


def _read(answer: dict[str, Any]) -> Measures:
    streams = answer.get("streams", [])
    pictures = [stream for stream in streams if stream.get("codec_type") == "video"]
    picture = pictures[0] if pictures else {}
    duration = answer.get("format", {}).get("duration")
    return Measures(
        duration=round(float(duration), 3) if duration else None,
        width=picture.get("width"),
        height=picture.get("height"),
        has_video=bool(pictures),
        has_audio=any(stream.get("codec_type") == "audio" for stream in streams),
    )
