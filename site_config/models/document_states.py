"""What has become of reading a document."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadingState(models.TextChoices):
    """How far the portal has come in reading a PDF, or why it could not."""

    OTHER = "other", _("Not read: only PDFs are")
    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    READ = "read", _("Read")
    SCRIPTED = "scripted", _("Read; it contains scripts")
    NO_TEXT = "no_text", _("No text: only pictures of pages")
    PROTECTED = "protected", _("Protected by a password")
    BROKEN = "broken", _("Damaged")
    TOO_LARGE = "too_large", _("Too large to be read")


# Nothing more will come of these by itself.
UNFINISHED = frozenset({ReadingState.WAITING, ReadingState.READING})
# Their text is known, page by page.
WITH_TEXT = frozenset({ReadingState.READ, ReadingState.SCRIPTED})
# Readers can't open the file at all, or not without a password.
UNREADABLE = frozenset({ReadingState.PROTECTED, ReadingState.BROKEN})
# Somebody has to look at these.
PROBLEMS = UNREADABLE | {ReadingState.SCRIPTED, ReadingState.NO_TEXT, ReadingState.TOO_LARGE}
