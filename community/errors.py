"""Why something that somebody wanted to do in the community can't be done.

Each error carries words for the person, in ``message``.
"""

from datetime import datetime
from typing import ClassVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class CommunityError(Exception):
    """The ground of the community's refusals."""

    message: ClassVar[str | Promise] = _("This can’t be done.")
    # By which a template knows what to offer instead.
    code: ClassVar[str] = ""

    def __str__(self) -> str:
        return str(self.message)


class ParentElsewhereError(CommunityError):
    """A reply to nothing, or to a comment of another page."""

    message = _("The comment you reply to is not on this page.")


class ParentGoneError(CommunityError):
    """A reply to a comment that not everybody can read."""

    message = _("The comment you reply to is no longer here. You can post your words as a new one.")


class TooDeepError(CommunityError):
    """A reply to a comment that stands too deep in its thread."""

    message = _("This branch goes as deep as it can. Reply to a comment further up.")


class CommentsClosedError(CommunityError):
    """Nobody can comment here now, or not this person."""

    message = _("Comments are closed here.")
    code = "closed"


class NotReadableError(CommunityError):
    """The page or the comment is not this person's to read."""

    message = _("There is nothing to read here.")


class NotYoursError(CommunityError):
    """Something is to be changed by somebody who has not written it."""

    message = _("Only who wrote a comment can change it.")


class TooLateError(CommunityError):
    """An edit after its time."""

    message = _("A comment can be changed for 15 minutes after it was posted.")


class EmptyTextError(CommunityError):
    """Words without a word."""

    message = _("Write something first.")


class TextTooLongError(CommunityError):
    """More words than a comment holds."""

    message = _("A comment has 3,000 characters at most.")


class TitleTooShortError(CommunityError):
    """A title that says nothing."""

    message = _("A title has at least 5 characters, and some of them can be read.")


class TitleTooLongError(CommunityError):
    """A title that is a text."""

    message = _("A title has 120 characters at most.")


class DiscussionTooLongError(CommunityError):
    """More words than a discussion opens with."""

    message = _("A discussion opens with 5,000 characters at most.")


class DiscussionTooLateError(CommunityError):
    """An edit of a discussion after its time."""

    message = _("A discussion can be changed for 15 minutes after it was started.")


class DiscussionsClosedError(CommunityError):
    """Nobody can start a discussion now."""

    message = _("Nobody can start a discussion at the moment.")
    code = "closed"


class EditsDiscussionError(CommunityError):
    """The words that open a discussion, taken for a comment."""

    message = _("These words open a discussion: change them together with its title.")


class PictureWithoutWordsError(CommunityError):
    """A picture that nobody has described."""

    message = _("Say what the picture shows, for those who do not see it.")


class PictureNotStoredError(CommunityError):
    """A picture for which the disk has no room."""

    message = _("Your picture could not be stored. Your words are still here: send them later.")


class OwnCommentError(CommunityError):
    """Somebody likes or reports their own words."""

    message = _("This comment is your own.")


class NotModeratorError(CommunityError):
    """Somebody decides about comments who may not."""

    message = _("Only moderators can do this.")


class OwnDecisionError(CommunityError):
    """A moderator decides about their own words."""

    message = _("You wrote this comment: a colleague has to decide about it.")


class DecidedMeanwhileError(CommunityError):
    """A decision that no longer fits the comment."""

    message = _("This comment has changed in the meantime. Look at it again, then decide.")


class SuspendedError(CommunityError):
    """The account can't write."""

    message = _("Your account can’t write comments.")
    code = "suspended"


class SanctionedError(SuspendedError):
    """A moderator has suspended or banned this member, who is told why and until when."""

    def __init__(self, reason: str | Promise, until: datetime | None) -> None:
        """Remember what the member is told.

        Args:
            reason: which rule they broke, in words.
            until: when they may write again; nothing for never.
        """
        super().__init__()
        self.reason, self.until = reason, until

    def __str__(self) -> str:
        if self.until is None:
            return gettext("A moderator has banned you from writing. Reason: %(reason)s.") % {
                "reason": self.reason
            }
        date = date_format(timezone.localtime(self.until), "DATETIME_FORMAT")
        return gettext("You can’t write until %(date)s. Reason: %(reason)s.") % {
            "date": date,
            "reason": self.reason,
        }


class ColleagueError(CommunityError):
    """A measure against somebody who works for the city."""

    message = _("Whoever works for the city can’t be warned, suspended or banned here.")


class EndNeededError(CommunityError):
    """A suspension without an end, or with one that is over or too far."""

    message = _("Choose a day after today for the end, within the next year.")


class NotStaffWordsError(CommunityError):
    """A comment to be the city's answer that nobody of the city has written."""

    message = _("Only a comment by somebody who works for the city can be the city’s answer.")


class NotMovableError(CommunityError):
    """Something else than a thread that everybody can read, or no place for it."""

    message = _("Only a whole thread can be moved, from one public page to another.")


class NoPlaceError(CommunityError):
    """An address at which no comments can stand."""

    message = _("There is no page or discussion with comments at this address.")


class NotTakenBackError(CommunityError):
    """A decision that can't be taken back, or no longer."""

    message = _("This decision can’t be taken back, or no longer.")


class OverruledError(CommunityError):
    """A moderator repeats a decision that a colleague has overruled."""

    message = _("A colleague has granted the appeal against your decision. It stays so.")


class NoAppealError(CommunityError):
    """An appeal against nothing, a second one, or one after its time."""

    message = _("There is nothing to appeal against here, or no longer.")


class OwnAppealError(CommunityError):
    """A moderator settles an appeal against their own decision."""

    message = _("This is an appeal against your decision: a colleague has to answer it.")


class MemberNeededError(CommunityError):
    """A guest where only members may act."""

    message = _("Sign in to do this.")
    code = "member"


class ExpiredFormError(CommunityError):
    """The token of a form is no longer good."""

    message = _("The form had waited too long. Your words are still here: send them once more.")


class FormUsedError(CommunityError):
    """A form that has posted other words already, as one that a browser has brought back."""

    message = _("You posted other words with this form. These are still here: send them once more.")


class MailboxFullError(CommunityError):
    """A mailbox that has got its mails of the day."""

    message = _("We have sent this mailbox all the mails of a day. Please try again tomorrow.")


class LinkUsedError(CommunityError):
    """A link that has nothing left to confirm."""

    message = _("This link was used already, or is older than 72 hours.")


class CheckFieldsError(CommunityError):
    """Fields of a form that say themselves what is wrong."""

    message = _("Please check what you wrote.")


class TooQuickError(CommunityError):
    """A form sent sooner than anybody reads it."""

    message = _("That was very quick. Please check what you wrote, then send it once more.")


class TrapError(CommunityError):
    """A field filled in that nobody sees."""

    message = _("Your browser filled in a field that nobody sees. Please send the form again.")


class LastAdministratorError(CommunityError):
    """The only administrator wants to leave."""

    message = _("You are the only administrator. Make somebody else one first; then you can leave.")


class ExportLinkError(CommunityError):
    """A link to an export that has nothing left to give."""

    message = _("This link was used already, or is older than an hour.")
