"""Why a photo or film can't be taken, or not be decided about; each error has words for people."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class SubmissionError(Exception):
    """The ground of these refusals."""

    message: ClassVar[str | Promise] = _("This can’t be done.")

    def __init__(self, words: str | Promise = "") -> None:
        """Take the words of the moment, where the error's own don't say enough."""
        super().__init__()
        self.words = words

    def __str__(self) -> str:
        return str(self.words or self.message)


class FileRefusedError(SubmissionError):
    """A file that can't be taken."""

    message = _("This file can’t be taken.")


class SentAlreadyError(SubmissionError):
    """The same file by the same member."""

    message = _("You have sent this file already.")


class ChangedMeanwhileError(SubmissionError):
    """Somebody else has decided, or the member has withdrawn it."""

    message = _("This has been decided or withdrawn in the meantime.")


class NotPublisherError(SubmissionError):
    """A moderator who may not publish the album."""

    message = _("You may not publish this album.")


class TooLateToChangeError(SubmissionError):
    """New words for what a moderator has decided about."""

    message = _("A moderator has looked at it; its words can no longer be changed.")
