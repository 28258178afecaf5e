"""Taking a decision back. That is a decision too: it is logged, and tells what it undoes."""

from collections.abc import Callable

from django.db import transaction

from community.errors import NotModeratorError, NotTakenBackError
from community.models import Appeal, HiddenFor, ModerationDecision, Report, State, User
from community.policy import can_moderate
from community.services.correcting import correct_back
from community.services.deciding import settled_by
from community.services.moderating import (
    approve_comment,
    hide_comment,
    hold_comment,
    mark_official,
    restore_comment,
)
from community.services.moderating_conversations import close_conversation, move_thread
from community.services.moderating_members import impose_again, lift_sanction
from community.services.moderating_reports import reopen_reports
from community.targets import target_of

Action = ModerationDecision.Action
Taking = Callable[[ModerationDecision, User], ModerationDecision | None]


@transaction.atomic
def take_back(*, decision_id: int, moderator: User) -> ModerationDecision:
    """Undo what a decision has done, as far as it still stands.

    What an appeal has settled is final: neither the answer nor what it has changed is taken back.

    Args:
        decision_id: the decision's number.
        moderator: who takes it back; not only whoever has made it.

    Returns:
        The new row of the log.

    Raises:
        NotModeratorError, OwnDecisionError, ColleagueError: this person can't decide about it.
        NotTakenBackError: there is nothing to take back, or no longer.
        CommunityError: a subclass says what has changed in the meantime.
    """
    if not can_moderate(moderator):
        raise NotModeratorError
    # Locked, so that two clicks at once take it back once.
    decision = ModerationDecision.objects.select_for_update().filter(pk=decision_id).first()
    if decision is None or not can_be_taken_back(decision):
        raise NotTakenBackError
    undone = TAKING_BACK[Action(decision.action)](decision, moderator)
    if undone is None:
        raise NotTakenBackError
    return undone


def can_be_taken_back(decision: ModerationDecision) -> bool:
    """Say whether a decision stands, and is of a kind that can be undone."""
    about = {
        Action.CLOSED: decision.conversation_id,
        Action.OPENED: decision.conversation_id,
        Action.MOVED: decision.comment_id and decision.conversation_id,
        Action.WARNED: decision.member_id,
        Action.SUSPENDED: decision.member_id,
        Action.BANNED: decision.member_id,
        Action.LIFTED: decision.member_id,
    }
    action = Action(decision.action)
    return bool(
        action in TAKING_BACK
        and about.get(action, decision.comment_id)
        and not decision.taken_back_by.all()
        and not _is_final(decision)
    )


def _is_final(decision: ModerationDecision) -> bool:
    """Say whether an appeal against a decision, or against what it undoes, is answered."""
    concerned = [decision, decision.undoes] if decision.undoes else [decision]
    appeals = [getattr(one, "appeal", None) for one in concerned]
    return any(appeal and appeal.outcome != Appeal.Outcome.OPEN for appeal in appeals)


def _approved(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    undone = hold_comment(comment_id=decision.comment_id, moderator=moderator, undoes=decision)
    settled_by(decision).update(outcome=Report.Outcome.OPEN, settled_at=None)
    return undone


def _held(decision: ModerationDecision, moderator: User) -> ModerationDecision | None:
    return approve_comment(comment_id=decision.comment_id, moderator=moderator, undoes=decision)


def _hidden(decision: ModerationDecision, moderator: User) -> ModerationDecision | None:
    if decision.state_before == State.HELD:
        undone = hold_comment(comment_id=decision.comment_id, moderator=moderator, undoes=decision)
        settled_by(decision).update(outcome=Report.Outcome.OPEN, settled_at=None)
        return undone
    return restore_comment(comment_id=decision.comment_id, moderator=moderator, undoes=decision)


def _restored(decision: ModerationDecision, moderator: User) -> ModerationDecision | None:
    hidden = decision.undoes
    return hide_comment(
        comment_id=decision.comment_id,
        moderator=moderator,
        reason=HiddenFor(hidden.reason) if hidden else HiddenFor.OTHER,
        words=hidden.words if hidden else "",
        undoes=decision,
    )


def _settled(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    return reopen_reports(comment_id=decision.comment_id, moderator=moderator, undoes=decision)


def _official(decision: ModerationDecision, moderator: User) -> ModerationDecision | None:
    return mark_official(
        comment_id=decision.comment_id,
        moderator=moderator,
        official=decision.action == Action.NOT_OFFICIAL,
        undoes=decision,
    )


def _closed(decision: ModerationDecision, moderator: User) -> ModerationDecision | None:
    return close_conversation(
        key=decision.conversation.key,
        moderator=moderator,
        closed=decision.action == Action.OPENED,
        undoes=decision,
    )


def _moved(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    target = target_of(decision.conversation)
    if target is None:
        raise NotTakenBackError
    return move_thread(
        comment_id=decision.comment_id, target=target, moderator=moderator, undoes=decision
    )


def _corrected(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    return correct_back(decision=decision, moderator=moderator)


def _sanctioned(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    sanction = getattr(decision, "sanction", None)
    if sanction is None:
        raise NotTakenBackError
    return lift_sanction(sanction_id=sanction.pk, moderator=moderator, undoes=decision)


def _lifted(decision: ModerationDecision, moderator: User) -> ModerationDecision:
    sanction = getattr(decision.undoes, "sanction", None)
    if sanction is None:
        raise NotTakenBackError
    return impose_again(sanction_id=sanction.pk, moderator=moderator, undoes=decision)


TAKING_BACK: dict[ModerationDecision.Action, Taking] = {
    Action.APPROVED: _approved,
    Action.HELD: _held,
    Action.HIDDEN: _hidden,
    Action.RESTORED: _restored,
    Action.REPORTS_UPHELD: _settled,
    Action.REPORTS_DISMISSED: _settled,
    Action.OFFICIAL: _official,
    Action.NOT_OFFICIAL: _official,
    Action.CLOSED: _closed,
    Action.OPENED: _closed,
    Action.MOVED: _moved,
    Action.CORRECTED: _corrected,
    Action.WARNED: _sanctioned,
    Action.SUSPENDED: _sanctioned,
    Action.BANNED: _sanctioned,
    Action.LIFTED: _lifted,
}
