"""What moderators decide about comments. Each decision is one row of a log."""

from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.text import Truncator
from django.utils.translation import override

from community.errors import DecidedMeanwhileError, NotReadableError
from community.mails import send_account_mail
from community.models import (
    Comment,
    Conversation,
    HiddenFor,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.models.placing import move_to_state
from community.policy import why_not_decide
from community.purging import purge_comment
from community.targets import target_of, title_of

Action = ModerationDecision.Action
LONGEST_WORDS = 1000
# Of a hidden comment, as much as its author needs to know which one it was.
QUOTED_AT_MOST = 200


@transaction.atomic
def approve_comment(*, comment_id: int, moderator: User) -> ModerationDecision | None:
    """Let everybody read a comment that waits.

    Returns:
        The row of the log; nothing where the comment was public already.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: it neither waits nor is public.
    """
    comment = _locked(comment_id, moderator)
    if comment.state == State.PUBLIC:
        return None
    _expect(comment, State.HELD)
    decision = _log(comment, moderator, Action.APPROVED)
    _show(comment)
    return decision


@transaction.atomic
def hide_comment(
    *, comment_id: int, moderator: User, reason: HiddenFor, words: str = ""
) -> ModerationDecision | None:
    """Take a comment out of sight, tell its author why, and uphold the reports about it.

    Args:
        comment_id: the comment's number.
        moderator: who decides.
        reason: which rule it breaks; readers are told, where they had seen the comment.
        words: what the author is told besides; cut at 1,000 characters.

    Returns:
        The row of the log; nothing where the comment was hidden already.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: its author has deleted it.
    """
    comment = _locked(comment_id, moderator)
    if comment.state == State.HIDDEN:
        return None
    _expect(comment, State.HELD, State.PUBLIC)
    words = Truncator(" ".join(words.split())).chars(LONGEST_WORDS)
    decision = _log(comment, moderator, Action.HIDDEN, reason=HiddenFor(reason), words=words)
    Comment.objects.filter(pk=comment.pk).update(hidden_for=reason)
    comment.hidden_for = reason
    move_to_state(comment, State.HIDDEN)
    _open_reports(comment).update(outcome=Report.Outcome.UPHELD)
    _tell_author(comment, decision)
    return decision


@transaction.atomic
def restore_comment(*, comment_id: int, moderator: User) -> ModerationDecision | None:
    """Show a hidden comment again, with the replies below it.

    Returns:
        The row of the log; nothing where the comment was public already.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: it isn't hidden.
    """
    comment = _locked(comment_id, moderator)
    if comment.state == State.PUBLIC:
        return None
    _expect(comment, State.HIDDEN)
    decision = _log(comment, moderator, Action.RESTORED)
    _show(comment)
    return decision


@transaction.atomic
def settle_reports(
    *, comment_id: int, moderator: User, outcome: Report.Outcome
) -> ModerationDecision | None:
    """Answer all open reports about a comment; the comment itself stays as it is.

    Args:
        comment_id: the comment's number.
        moderator: who decides.
        outcome: upheld or dismissed.

    Returns:
        The row of the log; nothing where no report was open.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        ValueError: the outcome settles nothing.
    """
    actions = {
        Report.Outcome.UPHELD: Action.REPORTS_UPHELD,
        Report.Outcome.DISMISSED: Action.REPORTS_DISMISSED,
    }
    if outcome not in actions:
        raise ValueError("Reports are upheld or dismissed.")
    comment = _locked(comment_id, moderator)
    if not _open_reports(comment).update(outcome=outcome):
        return None
    return _log(comment, moderator, actions[outcome])


def _locked(comment_id: int, moderator: User) -> Comment:
    """Return a comment whose conversation is locked until the transaction ends."""
    conversation = Conversation.objects.filter(comments=comment_id).first()
    if conversation is not None:
        Conversation.objects.locked(conversation.key)
    comment = Comment.objects.select_related("conversation", "user").filter(pk=comment_id).first()
    if comment is None:
        raise NotReadableError
    if refusal := why_not_decide(moderator, comment):
        raise refusal
    return comment


def _expect(comment: Comment, *states: State) -> None:
    if comment.state not in states:
        raise DecidedMeanwhileError


def _open_reports(comment: Comment) -> QuerySet[Report]:
    return comment.reports.filter(outcome=Report.Outcome.OPEN)


def _show(comment: Comment) -> None:
    """Let a comment be public, and forget why it was not."""
    Comment.objects.filter(pk=comment.pk).update(held_for="", hidden_for="")
    comment.held_for = comment.hidden_for = ""
    move_to_state(comment, State.PUBLIC)
    if comment.hidden_above == 0:
        Conversation.objects.filter(
            Q(last_posted_at__isnull=True) | Q(last_posted_at__lt=comment.submit_date),
            pk=comment.conversation_id,
        ).update(last_posted_at=comment.submit_date)


def _log(
    comment: Comment, moderator: User, action: Action, reason: str = "", words: str = ""
) -> ModerationDecision:
    """Write the decision down, and have its pages forgotten by shared caches."""
    transaction.on_commit(partial(purge_comment, comment.pk), robust=True)
    return ModerationDecision.objects.create(
        comment=comment,
        moderator=moderator,
        action=action,
        reason=reason,
        words=words,
        state_before=comment.state,
    )


def _tell_author(comment: Comment, decision: ModerationDecision) -> None:
    """Put a mail into the outbox, in the author's language, where there is a mailbox."""
    author = comment.user
    mailbox = author.email if author else comment.user_email
    if not mailbox:
        return
    language = author.language if author else comment.language
    target = target_of(comment.conversation)
    with override(language):
        # One line each: a paragraph that is nothing but an address would become a button.
        context = {
            "title": title_of(target) if target else "",
            "quoted": Truncator(" ".join(comment.comment.split())).chars(QUOTED_AT_MOST),
            "reason": decision.get_reason_display(),
            "words": decision.words,
        }
    send_account_mail(
        template="community/mails/comment_hidden", to=mailbox, language=language, context=context
    )
