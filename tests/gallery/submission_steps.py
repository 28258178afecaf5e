"""What tests of submissions do again and again."""

from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from community.models import User
from gallery.models import AlbumPage, AlbumPhoto, MediaSubmission
from gallery.submissions.deciding import ShownWords, approve_photo
from gallery.submissions.sending import Words, send_media
from tests.upload_files import picture_with_notes

WORDS = {
    "title": "Our house",
    "description": "The red house beside the Lana, in the morning.",
    "place": "Lana",
    "licence": "cc-by-4.0",
    "made": "on",
    "people": "on",
}
FORM = "/en/contribute/"


def photo_file(name: str = "Rruga e Kavajës 7.jpg", extra: bytes = b"") -> SimpleUploadedFile:
    """Return a photo with its place; other bytes after its end make it another file."""
    return SimpleUploadedFile(name, picture_with_notes() + extra)


def send(client: Client, *files: SimpleUploadedFile, **given: Any) -> HttpResponse:
    """Send the form with these files, as a browser without a script does."""
    return client.post(FORM, WORDS | given | {"files": files or [photo_file()]})


def send_by_script(client: Client, file: SimpleUploadedFile, **given: Any) -> HttpResponse:
    """Send one file as the script does."""
    headers = {"X-Requested-With": "fetch"}
    return client.post(FORM, WORDS | given | {"files": [file]}, headers=headers)


def submitted(member: User, extra: bytes = b"", **given: Any) -> MediaSubmission:
    """Return a photo of a member that waits."""
    words = Words(**{name: (WORDS | given)[name] for name in Words._fields})
    return send_media(member=member, upload=photo_file(extra=extra), words=words, language="en")


def approved(member: User, moderator: User, album: AlbumPage, **given: Any) -> AlbumPhoto:
    """Return a member's photo that stands in an album."""
    waiting = submitted(member, **given)
    words = {"en": ShownWords(waiting.title, "A red house.", "In the morning.")}
    return approve_photo(submission_id=waiting.pk, moderator=moderator, album=album, words=words)


def decide(client: Client, submission: MediaSubmission, **form: Any) -> HttpResponse:
    """Send a moderator's decision."""
    return client.post(page_of(submission), form)


def page_of(submission: MediaSubmission) -> str:
    """Return where a moderator decides about a submission."""
    return reverse("gallery_mediasubmission_modeladmin_inspect", args=[submission.pk])


def files_in(folder: Path | str) -> list[Path]:
    """Return all files below a folder."""
    return sorted(path for path in Path(folder).rglob("*") if path.is_file())
