"""Films put together anew by ffmpeg, on machines that have it: picture and sound, nothing else."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from gallery.containers import CONTAINERS
from gallery.stripping.blanks import UnreadableFilmError

PROGRAM, PROBE = "ffmpeg", "ffprobe"
# Seconds. Nothing is decoded, so even a large film is copied in some.
TIME_LIMIT = 180
# Notes can stand between the pictures themselves; those units are left out (H.264 and H.265,
# supplemental enhancement information).
FILTERS = {"h264": "filter_units=remove_types=6", "hevc": "filter_units=remove_types=39-40"}


def has_ffmpeg() -> bool:
    """Say whether this machine can put films together anew."""
    return bool(shutil.which(PROGRAM) and shutil.which(PROBE))


def may_hold_messages(path: Path, extension: str) -> bool:
    """Say whether notes may stand between the pictures of a film; not where it can't be read.

    Args:
        path: the film.
        extension: as of `remux`.
    """
    try:
        return _codec(path, CONTAINERS[extension].demuxer) in FILTERS
    except UnreadableFilmError:
        return False


def remux(path: Path, extension: str) -> Path:
    """Return a film with the same picture and sound in a new file, which the caller removes.

    Turned pictures stay turned. Chapters, subtitles, further tracks and all notes are left out.

    Args:
        path: the film.
        extension: ``mp4``, ``mov`` or ``webm``; ffmpeg tries no other format, so a playlist in
            disguise can't make it open further files.

    Raises:
        UnreadableFilmError: ffmpeg can't read it, or takes too long.
    """
    target_format = "webm" if extension == "webm" else "mp4"
    demuxer = CONTAINERS[target_format].demuxer
    codec = _codec(path, demuxer)
    with tempfile.NamedTemporaryFile(suffix=f".{target_format}", delete=False) as made:
        target = Path(made.name)
    command = [PROGRAM, "-nostdin", "-v", "error", "-y", "-threads", "1"]
    command += ["-protocol_whitelist", "file", "-f", demuxer, "-i", str(path)]
    command += ["-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1"]
    command += ["-dn", "-sn", "-c", "copy", "-fflags", "+bitexact"]
    if codec in FILTERS:
        command += ["-bsf:v", FILTERS[codec]]
    if target_format == "mp4":
        # Its beginning tells all, so that a player begins before it has the whole film.
        command += ["-movflags", "+faststart"]
    command += ["-f", target_format, str(target)]
    try:
        _run(command)
    except UnreadableFilmError:
        target.unlink(missing_ok=True)
        raise
    return target


def _codec(path: Path, demuxer: str) -> str:
    command = [PROBE, "-v", "error", "-protocol_whitelist", "file", "-f", demuxer, "-of", "json"]
    command += ["-select_streams", "v:0", "-show_entries", "stream=codec_name", "-i", str(path)]
    streams = json.loads(_run(command)).get("streams", [])
    if not streams:
        raise UnreadableFilmError("There is no moving picture.")
    return str(streams[0].get("codec_name", ""))


def _run(command: list[str]) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  (a fixed program; the paths are our own)
            command, capture_output=True, timeout=TIME_LIMIT, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableFilmError(type(error).__name__) from error
    return done.stdout
