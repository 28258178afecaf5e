"""The states of a comment, and why it is in one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Who can read a comment's words."""

    HELD = "held", _("Waits for a moderator")
    PUBLIC = "public", _("Public")
    HIDDEN = "hidden", _("Hidden by a moderator")
    DELETED = "deleted", _("Deleted by its author")
    ERASED = "erased", _("Erased with its author's account")

    @property
    def shows_words(self) -> bool:
        """Whether anybody can read the comment itself."""
        return self is State.PUBLIC

    @property
    def shows_replies(self) -> bool:
        """Whether replies stay where they are."""
        return self in {State.PUBLIC, State.DELETED, State.ERASED}


class HeldFor(TextChoices):
    """Why a comment waits."""

    NEWCOMER = "newcomer", _("Among the author's first three")
    GUEST = "guest", _("Written without an account")
    LINKS = "links", _("More than two links")
    FLOOD = "flood", _("Many in a short time")
    DUPLICATE = "duplicate", _("The same words as before")
    WORDS = "words", _("A word on the list")
    REPORTED = "reported", _("Reported")
    TRUST = "trust", _("After a decision against the author")
    AGAIN = "again", _("Its approval was taken back")


class HiddenFor(TextChoices):
    """Why a moderator has hidden a comment; readers are told."""

    OFF_TOPIC = "off-topic", _("Off the topic")
    INSULT = "insult", _("Insults somebody")
    HATE = "hate", _("Incites hatred")
    PERSONAL = "personal", _("Tells personal data")
    SPAM = "spam", _("Advertising")
    ILLEGAL = "illegal", _("Against the law")
    OTHER = "other", _("Against the house rules")
