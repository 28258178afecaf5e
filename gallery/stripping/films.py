"""A film as it came, and as it is kept: checked by what it holds, and without notes."""

import shutil
import tempfile
from pathlib import Path, PurePath
from typing import IO

from django.core.files.base import File
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gallery.containers import QUICKTIME_BRAND, is_container, read_head
from gallery.stripping.blanks import UnreadableFilmError
from gallery.stripping.iso_media import strip_iso_media
from gallery.stripping.remux import has_ffmpeg, may_hold_messages, remux
from gallery.stripping.webm import strip_webm

EXTENSIONS = ("mp4", "webm", "mov")
# What staff upload and we can look through by ourselves; sound in MP4 is put together alike.
STRIPPED = ("mp4", "webm", "m4a")


class FilmError(Exception):
    """A film can't be taken; the words are for the person who sent it."""

    def __init__(self, words: str | Promise) -> None:
        super().__init__()
        self.words = words

    def __str__(self) -> str:
        return str(self.words)


OTHER_KIND = _("The name says that this is a film, but the file is of another kind.")
UNREADABLE = _("This film is damaged, or made in a way that we can’t free from hidden notes.")
NEEDS_FFMPEG = _("We can’t take QuickTime files (.mov) here. Save the film as MP4 first.")


def is_film_name(name: str) -> bool:
    """Say whether a file is called a film; what it is, its content tells."""
    return _extension(name) in EXTENSIONS


def check_film(file: IO[bytes], name: str) -> None:
    """Look at the beginning of a file.

    Raises:
        FilmError: it is none of the films that are taken.
    """
    extension, head = _extension(name), read_head(file)
    if extension == "mov":
        if head[4:8] != b"ftyp" or head[8:12] != QUICKTIME_BRAND:
            raise FilmError(OTHER_KIND)
        if not has_ffmpeg():
            raise FilmError(NEEDS_FFMPEG)
    elif not is_container(extension, head):
        raise FilmError(OTHER_KIND)


def strip_film(file: IO[bytes], name: str) -> File:
    """Return a copy of a film without notes; its file goes when it is closed.

    Where ffmpeg is at hand it puts picture and sound together anew first; what comes of it is
    looked through all the same.

    Raises:
        FilmError: it can't be read, or not be freed from what it tells.
    """
    check_film(file, name)
    extension = _extension(name)
    kept = "webm" if extension == "webm" else "mp4"
    copy = tempfile.NamedTemporaryFile(prefix="film-", suffix=f".{extension}")  # noqa: SIM115
    try:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        copy.flush()
        if has_ffmpeg():
            copy = _remuxed(copy, extension)
        (strip_webm if kept == "webm" else strip_iso_media)(copy)
        copy.flush()
    except UnreadableFilmError as error:
        copy.close()
        raise FilmError(UNREADABLE) from error
    except BaseException:
        copy.close()
        raise
    return File(copy, name=f"film.{kept}")


def strip_upload(file: IO[bytes], name: str) -> None:
    """Free a film or recording that staff upload from its notes, where it lies.

    Of a film in whose format messages may stand between the pictures, picture and sound are put
    together anew first, where ffmpeg is at hand. That copies the file and decodes nothing.

    Args:
        file: as it was uploaded, open for reading and writing.
        name: tells the format; the content was compared with it.

    Raises:
        FilmError: it can't be read, or not be freed from what it tells.
    """
    try:
        if _extension(name) == "mp4" and has_ffmpeg():
            _leave_messages_out(file, _extension(name))
        if _extension(name) == "webm":
            strip_webm(file)
        else:
            strip_iso_media(file, needs_picture=_extension(name) != "m4a")
    except UnreadableFilmError as error:
        raise FilmError(UNREADABLE) from error


def _leave_messages_out(file: IO[bytes], extension: str) -> None:
    with tempfile.NamedTemporaryFile(prefix="film-", suffix=f".{extension}") as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        copy.flush()
        if not may_hold_messages(Path(copy.name), extension):
            return
        with _remuxed(copy, extension) as clean:
            clean.seek(0)
            file.seek(0)
            shutil.copyfileobj(clean, file)
            file.truncate()
            file.flush()


def _remuxed(copy: IO[bytes], extension: str) -> IO[bytes]:
    made = remux(Path(copy.name), extension)
    try:
        again = tempfile.NamedTemporaryFile(prefix="film-", suffix=made.suffix)  # noqa: SIM115
        with made.open("rb") as source:
            shutil.copyfileobj(source, again)
        again.flush()
    finally:
        made.unlink(missing_ok=True)
    copy.close()
    return again


def _extension(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")
