"""What all decisions of moderators share: the lock, the right to decide, and the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import Truncator

from community.errors import DecidedMeanwhileError, NotReadableError
from community.models import Comment, Conversation, ModerationDecision, Report, State, User
from community.policy import why_not_decide
from community.purging import purge_comment

LONGEST_WORDS = 1000


def locked_comment(comment_id: int, moderator: User) -> Comment:
    """Return a comment whose conversation is locked until the transaction ends.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
    """
    Conversation.objects.locked_around(comment_id)
    comment = Comment.objects.select_related("conversation", "user").filter(pk=comment_id).first()
    if comment is None:
        raise NotReadableError
    if refusal := why_not_decide(moderator, comment):
        raise refusal
    return comment


@contextmanager
def as_read(comment_id: int, edition: str) -> Iterator[None]:
    """Let a decision be about the words that were read; nobody changes them until it is made.

    Args:
        comment_id: the comment's number.
        edition: as the comment had it when it was shown (`Comment.edition`).

    Raises:
        DecidedMeanwhileError: it has got other words since.
    """
    with transaction.atomic():
        Conversation.objects.locked_around(comment_id)
        comment = Comment.objects.filter(pk=comment_id).first()
        if comment is not None and comment.edition != edition:
            raise DecidedMeanwhileError
        yield


def expect(comment: Comment, *states: State) -> None:
    """Refuse a decision that no longer fits the comment.

    Raises:
        DecidedMeanwhileError: the comment is in none of these states.
    """
    if comment.state not in states:
        raise DecidedMeanwhileError


def tidy_words(words: str) -> str:
    """Return words of a moderator as they are stored: one line, 1,000 characters at most."""
    return Truncator(" ".join(words.replace("\x00", "").split())).chars(LONGEST_WORDS)


def log_decision(
    *,
    moderator: User,
    action: ModerationDecision.Action,
    comment: Comment | None = None,
    conversation: Conversation | None = None,
    member: User | None = None,
    reason: str = "",
    words: str = "",
    undoes: ModerationDecision | None = None,
) -> ModerationDecision:
    """Write a decision down, and have the pages it changes forgotten by shared caches."""
    if comment is not None:
        transaction.on_commit(partial(purge_comment, comment.pk), robust=True)
    return ModerationDecision.objects.create(
        comment=comment,
        conversation=conversation,
        member=member,
        moderator=moderator,
        action=action,
        reason=reason,
        words=words,
        state_before=comment.state if comment else "",
        undoes=undoes,
    )


def open_reports(comment: Comment) -> QuerySet[Report]:
    """Return the reports about a comment that nobody has answered yet."""
    return comment.reports.filter(outcome=Report.Outcome.OPEN)


def settle_with(
    reports: QuerySet[Report], outcome: Report.Outcome, decision: ModerationDecision
) -> int:
    """Answer reports by a decision. They bear its time, by which they are found again."""
    return reports.update(outcome=outcome, settled_at=decision.made_at)


def settled_by(decision: ModerationDecision) -> QuerySet[Report]:
    """Return the reports that a decision has answered."""
    return Report.objects.filter(comment=decision.comment_id, settled_at=decision.made_at)
