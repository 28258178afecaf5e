"""Submissions and take-down requests, as part of what is held of a member."""

from collections.abc import Iterator
from typing import IO

from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from community.models import User
from community.personal_data import Person, Section, among
from gallery.models import MediaSubmission, RightsChange, TakeDownRequest, Work
from gallery.submissions.sending import forget_submission


def export_submissions(person: Person) -> list[Section]:
    """Return what the member has sent in, what they agreed to, and what they asked to take down."""
    return [_submissions(person), _requests(person)]


def export_files(person: Person) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the files of the submissions, each open under its name in the archive."""
    for submission in _submissions_of(person):
        file = _file_of(submission)
        if file and file.storage.exists(file.name):
            with file.storage.open(file.name) as opened:
                yield _name_of(submission), opened


def erase_submissions(person: Person) -> None:
    """Remove what the member has sent in, also what stands in the gallery, and what they asked."""
    for submission in _submissions_of(person):
        forget_submission(submission)
    # What is left says that something was given and taken back, and by nobody.
    given = Work.objects.filter(given_by=person.member)
    RightsChange.objects.filter(work__in=given).forget_words(before="", after="")
    TakeDownRequest.objects.filter(work__in=given).update(title="–", address="")
    given.update(title="", maker="", given_by=None)
    asked = TakeDownRequest.objects.filter(among("email", person.mailboxes))
    # That somebody has asked stays, and is answered in the ledger.
    asked.update(email="", name="", words="", answer="")


def _submissions(person: Person) -> Section:
    labels = {
        "number": _("number"),
        "title": _("title"),
        "description": _("description"),
        "place": _("place"),
        "licence": _("licence"),
        "sent": _("sent"),
        "state": _("state"),
        "reason": _("reason"),
        "words_for_you": _("words for you"),
        "file": _("file"),
        "consents": _("what you agreed to"),
        "words": _("words"),
        "version": _("version of the text"),
        "given": _("given"),
    }
    rows = [
        {
            "number": submission.pk,
            "title": submission.title,
            "description": submission.description,
            "place": submission.place,
            "licence": submission.get_licence_display(),
            "sent": submission.sent_at,
            "state": submission.get_state_display(),
            "reason": submission.get_reason_display(),
            "words_for_you": submission.words,
            "file": _name_of(submission) if _file_of(submission) else "",
            "consents": [
                {"words": given.words, "version": given.version, "given": given.given_at}
                for given in submission.consents.all()
            ],
        }
        for submission in _submissions_of(person)
    ]
    return Section("submissions", _("Photos and films you sent in"), labels, rows)


def _requests(person: Person) -> Section:
    labels = {
        "number": _("number"),
        "about": _("about"),
        "words": _("words"),
        "made": _("made"),
        "outcome": _("outcome"),
        "answer": _("answer"),
    }
    asked = TakeDownRequest.objects.filter(among("email", person.mailboxes)).order_by("pk")
    rows = [
        {
            "number": request.number,
            "about": request.title,
            "words": request.words,
            "made": request.made_at,
            "outcome": request.get_outcome_display(),
            "answer": request.answer,
        }
        for request in asked
    ]
    return Section("take_downs", _("What you asked us to take down"), labels, rows)


def _submissions_of(person: Person) -> list[MediaSubmission]:
    member: User = person.member
    rows = MediaSubmission.objects.filter(member=member).select_related(
        "work__image", "work__media"
    )
    return list(rows.prefetch_related("consents").order_by("pk"))


def _file_of(submission: MediaSubmission) -> FieldFile | None:
    """Return the file: where it waits, or where it stands in the gallery."""
    if submission.file:
        return submission.file
    work = submission.work
    if work is None:
        return None
    return (work.image and work.image.file) or (work.media and work.media.file)


def _name_of(submission: MediaSubmission) -> str:
    file = _file_of(submission)
    suffix = file.name.rpartition(".")[2]
    return f"submissions/{submission.pk}.{suffix}"
