"""A member sends in photos and films, changes their words, and takes them back."""

from functools import partial
from typing import NamedTuple

from django.core.files.base import File
from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from community.models import User
from gallery.models import Consent, MediaSubmission
from gallery.rights.removal import remove_work
from gallery.stripping.films import FilmError, strip_film
from gallery.submissions.consents import keep_consents
from gallery.submissions.errors import (
    ChangedMeanwhileError,
    FileRefusedError,
    SentAlreadyError,
    TooLateToChangeError,
)
from gallery.submissions.reading import ReadMedia, read_media
from site_config.rate_limits import Limit, count_use

NOT_STORED = _("The file could not be stored just now. Please try again later.")
FILES_AN_HOUR = Limit(10, 3600)
# Counted in KiB, by the size of what arrives.
KIB_A_DAY = Limit(200 * 1024, 86_400)


class Words(NamedTuple):
    """What a member says of a photo or film."""

    title: str
    description: str
    place: str
    licence: str


def send_media(
    *, member: User, upload: UploadedFile, words: Words, language: str
) -> MediaSubmission:
    """Take one photo or film, which then waits for a moderator.

    Args:
        member: who sends it, and has agreed to all of `gallery.submissions.consents`.
        upload: the file as it came.
        words: what the member says of it.
        language: the language of these words.

    Raises:
        SubmissionError: a subclass says why it can't be taken; nothing is stored.
        RateLimitedError: this member has sent too much.
    """
    who = f"member {member.pk}"
    count_use("submission", who, FILES_AN_HOUR)
    count_use("submission_size", who, KIB_A_DAY, amount=-(-(upload.size or 0) // 1024))
    read = read_media(upload)
    submission = MediaSubmission(
        member=member,
        kind=read.kind,
        state=MediaSubmission.State.WAITING if read.is_ready else MediaSubmission.State.PREPARING,
        digest=read.digest,
        size=read.size,
        title=words.title,
        description=words.description,
        place=words.place,
        licence=words.licence,
        language=language,
    )
    with read.file:
        _store(submission, read)
    return submission


def _store(submission: MediaSubmission, read: ReadMedia) -> None:
    kept: list[tuple[Storage, str]] = []
    try:
        with transaction.atomic():
            for field, file in ((submission.file, read.file), (submission.preview, read.preview)):
                if file is None:
                    continue
                name = field.field.generate_filename(submission, file.name)
                # Before it is written: a full disk leaves the beginning of a file.
                kept.append((field.storage, name))
                field.name = field.storage.save(name, file)
            submission.save(force_insert=True)
            keep_consents(submission)
            if submission.state == MediaSubmission.State.PREPARING:
                transaction.on_commit(partial(prepare_film.enqueue, submission.pk), robust=True)
    except BaseException as error:
        # Also where the disk is full: what was written so far goes.
        for storage, name in kept:
            storage.delete(name)
        if isinstance(error, IntegrityError):
            raise SentAlreadyError from error
        if isinstance(error, OSError):
            raise FileRefusedError(NOT_STORED) from error
        raise


@task()
def prepare_film(submission_id: int) -> None:
    """Put a film that waits together anew; from then on moderators can look at it."""
    waiting = MediaSubmission.objects.filter(
        pk=submission_id, state=MediaSubmission.State.PREPARING
    ).first()
    if waiting is None:
        return
    storage, raw = waiting.file.storage, waiting.file.name
    name, size, state = "", 0, MediaSubmission.State.FAILED
    try:
        with waiting.file.open() as came, strip_film(came, raw) as film:
            size = film.size
            name = waiting.file.field.generate_filename(waiting, film.name)
            name = storage.save(name, File(film))
        state = MediaSubmission.State.WAITING
    except FilmError:
        size = 0
    prepared = MediaSubmission.objects.filter(
        pk=submission_id, state=MediaSubmission.State.PREPARING, file=raw
    ).update(file=name, size=size, state=state)
    # Nobody keeps what tells too much; and a film that was withdrawn meanwhile is not kept.
    storage.delete(raw)
    if name and not prepared:
        storage.delete(name)


@transaction.atomic
def change_words(*, submission_id: int, member: User, words: Words) -> None:
    """Give a submission other words while it waits.

    Raises:
        TooLateToChangeError: a moderator has decided, or it is gone.
    """
    submission = (
        MediaSubmission.objects.select_for_update().filter(pk=submission_id, member=member).first()
    )
    if submission is None or not submission.can_change:
        raise TooLateToChangeError
    is_other_licence = submission.licence != words.licence
    submission.title, submission.description = words.title, words.description
    submission.place, submission.licence = words.place, words.licence
    submission.save(update_fields=["title", "description", "place", "licence"])
    if is_other_licence:
        keep_consents(submission)


@transaction.atomic
def withdraw(*, submission_id: int, member: User) -> None:
    """Take a submission back: its file and words go, also where it stands in the gallery.

    Raises:
        ChangedMeanwhileError: it is gone already.
    """
    submission = (
        MediaSubmission.objects.select_for_update().filter(pk=submission_id, member=member).first()
    )
    if submission is None:
        raise ChangedMeanwhileError
    forget_submission(submission)


def forget_submission(submission: MediaSubmission) -> None:
    """Remove a submission with its files and, where it was approved, with what became of it.

    Runs in the caller's transaction; files go after its commit.
    """
    if submission.work is not None:
        remove_work(work=submission.work, by=submission.member)
    # Past the ledger, which keeps lines about works: this one is about nothing any more.
    Consent._base_manager.filter(submission=submission, work__isnull=True).delete()
    drop_files(submission)
    submission.delete()


def drop_files(submission: MediaSubmission) -> None:
    """Remove the files of a submission once the transaction is committed."""
    for field in (submission.file, submission.preview):
        if field:
            transaction.on_commit(partial(field.storage.delete, field.name), robust=True)
