"""What the buttons of a comment's page do. Each returns what the moderator is told."""

from collections.abc import Callable

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.desk.log import NUMBER, TAKE_BACK, take_back_row
from community.errors import NoPlaceError
from community.models import Comment, ModerationDecision, Report
from community.services.moderating import approve_comment, mark_official, restore_comment
from community.services.moderating_conversations import close_conversation, move_thread
from community.services.moderating_reports import settle_reports
from community.targets import target_at_address

Act = Callable[[HttpRequest, Comment], str | Promise]


def decisions_around(comment: Comment) -> QuerySet[ModerationDecision]:
    """Return the decisions about a comment, and about the conversation it stands in."""
    about_all = Q(conversation=comment.conversation_id, comment__isnull=True)
    return ModerationDecision.objects.filter(Q(comment=comment) | about_all)


def approve(request: HttpRequest, comment: Comment) -> str | Promise:
    """Let everybody read the comment."""
    approve_comment(comment_id=comment.pk, moderator=request.user)
    return _("The comment is public now.")


def restore(request: HttpRequest, comment: Comment) -> str | Promise:
    """Show the comment again."""
    restore_comment(comment_id=comment.pk, moderator=request.user)
    return _("The comment is public again, with the replies to it.")


def dismiss(request: HttpRequest, comment: Comment) -> str | Promise:
    """Find nothing wrong with the comment."""
    settle_reports(comment_id=comment.pk, moderator=request.user, outcome=Report.Outcome.DISMISSED)
    return _("The reports are dismissed.")


def uphold(request: HttpRequest, comment: Comment) -> str | Promise:
    """Agree with the reports about a comment that is gone already."""
    settle_reports(comment_id=comment.pk, moderator=request.user, outcome=Report.Outcome.UPHELD)
    return _("The reports are upheld.")


def make_official(request: HttpRequest, comment: Comment) -> str | Promise:
    """Mark the comment as the city's answer."""
    mark_official(comment_id=comment.pk, moderator=request.user, official=True)
    return _("The comment is marked as the city’s answer.")


def make_unofficial(request: HttpRequest, comment: Comment) -> str | Promise:
    """Let the comment be no longer the city's answer."""
    mark_official(comment_id=comment.pk, moderator=request.user, official=False)
    return _("The comment is no longer marked as the city’s answer.")


def close(request: HttpRequest, comment: Comment) -> str | Promise:
    """Let nobody write there any more."""
    close_conversation(key=comment.conversation.key, moderator=request.user, closed=True)
    return _("The conversation is closed. Everything can still be read.")


def reopen(request: HttpRequest, comment: Comment) -> str | Promise:
    """Let people write there again."""
    close_conversation(key=comment.conversation.key, moderator=request.user, closed=False)
    return _("The conversation is open again.")


def move(request: HttpRequest, comment: Comment) -> str | Promise:
    """Move the thread to the page whose address was typed.

    Raises:
        NoPlaceError: there is none at this address.
    """
    target = target_at_address(request.POST.get("address", "")[:1000], request)
    if target is None:
        raise NoPlaceError
    move_thread(comment_id=comment.pk, target=target, moderator=request.user)
    return _("The thread is moved. Links to its comments lead to the new place.")


def undo(request: HttpRequest, comment: Comment) -> str | Promise:
    """Take the decision back whose button was pressed."""
    take_back_row(decisions_around(comment), request.POST.get(NUMBER, ""), request.user)
    return _("The decision is taken back.")


ACTIONS: dict[str, Act] = {
    "approve": approve,
    "restore": restore,
    "dismiss": dismiss,
    "uphold": uphold,
    "official": make_official,
    "not_official": make_unofficial,
    "close": close,
    "open": reopen,
    "move": move,
    TAKE_BACK: undo,
}
# After these the moderator goes on with the same comment; after the others with the next.
STAY = frozenset({"official", "not_official", "close", "open", "move", TAKE_BACK})
