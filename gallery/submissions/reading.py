"""Files that members send in: looked at, and written anew without what a camera wrote."""

import hashlib
from pathlib import PurePath
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from community.picture_uploads import ACCEPT as PICTURES
from community.picture_uploads import LARGEST_FILE as LARGEST_PHOTO
from community.picture_uploads import read_picture
from gallery.models import MediaSubmission
from gallery.probe import measure
from gallery.stripping.films import (
    UNREADABLE,
    FilmError,
    check_film,
    is_film_name,
    strip_film,
)
from gallery.stripping.remux import has_ffmpeg
from gallery.submissions.errors import FileRefusedError
from site_config.uploads import check_file_name

# Pixels and quality of a photo as it is kept: enough to be printed on a page.
PHOTO_SIDE, PHOTO_QUALITY = 4000, 90
PREVIEW_SIDE, PREVIEW_QUALITY = 960, 80
LARGEST_FILM = 100 * 1024 * 1024
ACCEPT = f"{PICTURES},video/mp4,video/webm,.mp4,.webm"
ACCEPT_WITH_FFMPEG = f"{ACCEPT},video/quicktime,.mov"


class ReadMedia(NamedTuple):
    """A file as it is kept.

    Attributes:
        kind: photo or film.
        file: its content, without any notes.
        preview: a small picture of a photo.
        digest: tells the file that was sent from others (SHA-256).
        size: of the file that is kept, in bytes.
        is_ready: whether it is free of notes; else a worker has to put it together anew first.
    """

    kind: MediaSubmission.Kind
    file: File
    preview: ContentFile | None
    digest: str
    size: int
    is_ready: bool = True


def accepted() -> str:
    """Return the kinds of files that can be chosen here, as a form's field lists them."""
    return ACCEPT_WITH_FFMPEG if has_ffmpeg() else ACCEPT


def largest(name: str) -> int:
    """Return how many bytes a file of this name may have."""
    return LARGEST_FILM if is_film_name(name) else LARGEST_PHOTO


def read_media(upload: UploadedFile) -> ReadMedia:
    """Return a file that was sent, as it is kept.

    Raises:
        FileRefusedError: with a sentence for the person who sent it.
    """
    name = upload.name or ""
    try:
        check_file_name(name)
    except ValidationError as error:
        raise FileRefusedError(" ".join(error.messages)) from error
    if not upload.size:
        raise FileRefusedError(_("This file is empty. Choose another."))
    if upload.size > largest(name):
        message = _("This file has %(size)s; a photo may have %(photo)s, a film %(film)s.")
        raise FileRefusedError(
            message
            % {
                "size": filesizeformat(upload.size),
                "photo": filesizeformat(LARGEST_PHOTO),
                "film": filesizeformat(LARGEST_FILM),
            }
        )
    digest = _digest(upload)
    if is_film_name(name):
        return _read_film(upload, digest)
    return _read_photo(upload, digest)


def _read_photo(upload: UploadedFile, digest: str) -> ReadMedia:
    try:
        photo = read_picture(upload, PHOTO_SIDE, PHOTO_QUALITY)
        preview = read_picture(_as_upload(photo), PREVIEW_SIDE, PREVIEW_QUALITY)
    except ValidationError as error:
        raise FileRefusedError(" ".join(error.messages)) from error
    photo.seek(0)
    return ReadMedia(MediaSubmission.Kind.PHOTO, photo, preview, digest, photo.size)


def _read_film(upload: UploadedFile, digest: str) -> ReadMedia:
    name = upload.name or ""
    suffix = PurePath(name).suffix.lower()
    try:
        if has_ffmpeg():
            check_film(upload, name)
            container = "webm" if suffix == ".webm" else "mp4"
            measures = measure(upload, container)
            if measures is None or not measures.has_video:
                raise FilmError(UNREADABLE)
            film: File = File(upload.file, name=f"film{suffix}")
            return ReadMedia(
                MediaSubmission.Kind.FILM, film, None, digest, upload.size or 0, is_ready=False
            )
        film = strip_film(upload, name)
    except FilmError as error:
        raise FileRefusedError(str(error)) from error
    return ReadMedia(MediaSubmission.Kind.FILM, film, None, digest, film.size)


def _as_upload(photo: ContentFile) -> UploadedFile:
    photo.seek(0)
    return UploadedFile(photo, name=photo.name, size=photo.size)


def _digest(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
