"""What moderators decide about a comment. Each decision is one row of a log."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q

from community.errors import (
    NotModeratorError,
    NotReadableError,
    NotStaffWordsError,
    OverruledError,
)
from community.models import (
    Appeal,
    Comment,
    Conversation,
    Discussion,
    HeldFor,
    HiddenFor,
    ModerationDecision,
    Report,
    State,
    User,
)
from community.models.placing import move_to_state
from community.moderation_mails import tell_hidden
from community.policy import can_moderate
from community.services.appeal_answers import concede_appeal
from community.services.deciding import (
    expect,
    locked_comment,
    log_decision,
    open_reports,
    settle_with,
    settled_by,
    tidy_words,
)
from community.services.notifying import note_comment, note_decision

Action = ModerationDecision.Action


@transaction.atomic
def approve_comment(
    *, comment_id: int, moderator: User, undoes: ModerationDecision | None = None
) -> ModerationDecision | None:
    """Let everybody read a comment that waits, and dismiss the reports about it.

    Args:
        comment_id: the comment's number.
        moderator: who decides.
        undoes: the decision that is taken back by it, if there is one.

    Returns:
        The row of the log; nothing where the comment was public already.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: it neither waits nor is public.
    """
    comment = locked_comment(comment_id, moderator)
    if comment.state == State.PUBLIC:
        return None
    expect(comment, State.HELD)
    decision = log_decision(
        comment=comment, moderator=moderator, action=Action.APPROVED, undoes=undoes
    )
    _show(comment)
    settle_with(open_reports(comment), Report.Outcome.DISMISSED, decision)
    note_comment(comment)
    note_decision(decision)
    return decision


@transaction.atomic
def hold_comment(
    *, comment_id: int, moderator: User, undoes: ModerationDecision
) -> ModerationDecision:
    """Let a comment wait again whose approval, or whose hiding while it waited, is taken back.

    Raises:
        NotModeratorError, OwnDecisionError, NotReadableError: as for approving.
        DecidedMeanwhileError: it is no longer as that decision has left it.
    """
    comment = locked_comment(comment_id, moderator)
    expect(comment, State.PUBLIC if undoes.action == Action.APPROVED else State.HIDDEN)
    decision = log_decision(comment=comment, moderator=moderator, action=Action.HELD, undoes=undoes)
    reason = comment.held_for or (HeldFor.AGAIN if comment.user_id else HeldFor.GUEST)
    Comment.objects.filter(pk=comment.pk).update(held_for=reason, hidden_for="")
    comment.held_for, comment.hidden_for = reason, ""
    move_to_state(comment, State.HELD)
    note_decision(decision)
    return decision


@transaction.atomic
def hide_comment(
    *,
    comment_id: int,
    moderator: User,
    reason: HiddenFor,
    words: str = "",
    undoes: ModerationDecision | None = None,
) -> ModerationDecision | None:
    """Take a comment out of sight, tell its author why, and uphold the reports about it.

    Args:
        comment_id: the comment's number.
        moderator: who decides.
        reason: which rule it breaks; readers are told, where they had seen the comment.
        words: what the author is told besides; cut at 1,000 characters.
        undoes: the decision that is taken back by it, if there is one.

    Returns:
        The row of the log; nothing where the comment was hidden already.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: its author has deleted it.
        OverruledError: they have hidden it before, and a colleague has granted the appeal.
    """
    comment = locked_comment(comment_id, moderator)
    if comment.state == State.HIDDEN:
        return None
    expect(comment, State.HELD, State.PUBLIC)
    if comment.decisions.filter(
        moderator=moderator, action=Action.HIDDEN, appeal__outcome=Appeal.Outcome.GRANTED
    ).exists():
        raise OverruledError
    decision = log_decision(
        comment=comment,
        moderator=moderator,
        action=Action.HIDDEN,
        reason=HiddenFor(reason),
        words=tidy_words(words),
        undoes=undoes,
    )
    Comment.objects.filter(pk=comment.pk).update(hidden_for=reason)
    comment.hidden_for = reason
    move_to_state(comment, State.HIDDEN)
    settle_with(open_reports(comment), Report.Outcome.UPHELD, decision)
    tell_hidden(comment, decision)
    note_decision(decision)
    return decision


@transaction.atomic
def restore_comment(
    *, comment_id: int, moderator: User, undoes: ModerationDecision | None = None
) -> ModerationDecision | None:
    """Show a hidden comment again, with the replies below it.

    It was not to be hidden: the reports that were upheld with it are dismissed, and an appeal
    that waits is granted.

    Returns:
        The row of the log; nothing where the comment was public already.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: it isn't hidden.
    """
    comment = locked_comment(comment_id, moderator)
    if comment.state == State.PUBLIC:
        return None
    expect(comment, State.HIDDEN)
    hidden = last_hiding(comment)
    decision = log_decision(
        comment=comment, moderator=moderator, action=Action.RESTORED, undoes=undoes or hidden
    )
    was_never_seen = bool(comment.held_for)
    _show(comment)
    if was_never_seen:
        note_comment(comment)
    if hidden is not None:
        settle_with(settled_by(hidden), Report.Outcome.DISMISSED, decision)
        concede_appeal(hidden, moderator)
    note_decision(decision)
    return decision


@transaction.atomic
def mark_official(
    *,
    comment_id: int,
    moderator: User,
    official: bool,
    undoes: ModerationDecision | None = None,
) -> ModerationDecision | None:
    """Mark a comment as the city's answer, or no longer.

    It judges nobody's words, so whoever has written the answer may mark it too.

    Returns:
        The row of the log; nothing where it is so already.

    Raises:
        NotModeratorError: this person decides nothing.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: it isn't public.
        NotStaffWordsError: nobody of the city has written it.
    """
    if not can_moderate(moderator):
        raise NotModeratorError
    Conversation.objects.locked_around(comment_id)
    comment = Comment.objects.select_related("conversation", "user").filter(pk=comment_id).first()
    if comment is None:
        raise NotReadableError
    if comment.is_official == official:
        return None
    if official:
        expect(comment, State.PUBLIC)
        if comment.opens or comment.user is None or not comment.user.works_for_the_city:
            raise NotStaffWordsError
    Comment.objects.filter(pk=comment.pk).update(is_official=official)
    decision = log_decision(
        comment=comment,
        moderator=moderator,
        action=Action.OFFICIAL if official else Action.NOT_OFFICIAL,
        undoes=undoes,
    )
    note_decision(decision)
    return decision


def last_hiding(comment: Comment) -> ModerationDecision | None:
    """Return the decision by which a comment was hidden last."""
    return comment.decisions.filter(action=Action.HIDDEN).order_by("-made_at", "-pk").first()


def hiding_of_discussion(discussion_id: int) -> ModerationDecision | None:
    """Return the decision that hides a discussion which everybody could read before."""
    opening = Comment.objects.filter(
        opens=True,
        state=State.HIDDEN,
        conversation__object_id=discussion_id,
        conversation__content_type=ContentType.objects.get_for_model(Discussion),
    ).first()
    hiding = last_hiding(opening) if opening else None
    return hiding if hiding and hiding.state_before == State.PUBLIC else None


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
