"""Appeals: whoever was decided about asks once, and somebody else looks again."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from community.errors import (
    CommunityError,
    EmptyTextError,
    LinkUsedError,
    NoAppealError,
    NotModeratorError,
    OwnAppealError,
    OwnDecisionError,
)
from community.models import Appeal, Conversation, ModerationDecision, State, User
from community.models.appeals import LONGEST_APPEAL
from community.moderation_mails import LINK_SALT
from community.policy import can_moderate
from community.services.appeal_answers import answer_appeal
from community.services.moderating import last_hiding, restore_comment
from community.services.moderating_members import lift_sanction

Action = ModerationDecision.Action
APPEAL_SPAN = timedelta(days=30)
AGAINST_COMMENTS = frozenset({Action.HIDDEN})
AGAINST_MEMBERS = frozenset({Action.WARNED, Action.SUSPENDED, Action.BANNED})


def stands(decision: ModerationDecision) -> bool:
    """Say whether what a decision has done holds still, so that there is something to undo."""
    if decision.action in AGAINST_COMMENTS:
        comment = decision.comment
        return bool(comment and comment.state == State.HIDDEN and last_hiding(comment) == decision)
    sanction = getattr(decision, "sanction", None)
    return bool(sanction and sanction.lifted_at is None)


def can_appeal(decision: ModerationDecision) -> bool:
    """Say whether whoever a decision is about can appeal now: once, within 30 days."""
    return (
        decision.action in AGAINST_COMMENTS | AGAINST_MEMBERS
        and timezone.now() - decision.made_at < APPEAL_SPAN
        and not Appeal.objects.filter(decision=decision).exists()
        and stands(decision)
    )


def decision_about(member: User, decision_id: int) -> ModerationDecision | None:
    """Return a decision about a member or what they wrote; nothing where it concerns others."""
    decision = _with_subject(decision_id)
    if decision is None or decision.action not in AGAINST_COMMENTS | AGAINST_MEMBERS:
        return None
    concerned = decision.member_id or (decision.comment.user_id if decision.comment else None)
    return decision if concerned == member.pk else None


def decision_of_link(token: str) -> ModerationDecision:
    """Return the decision that the link in a guest's mail stands for, and change nothing.

    Raises:
        LinkUsedError: it is none of ours, too old, or there is nothing left to see.
    """
    try:
        number = signing.loads(token, salt=LINK_SALT, max_age=APPEAL_SPAN)
    except signing.BadSignature as error:
        raise LinkUsedError from error
    decision = _with_subject(number)
    if decision is None or decision.comment is None or decision.comment.user_id:
        raise LinkUsedError
    return decision


@transaction.atomic
def make_appeal(*, decision: ModerationDecision, author: User | None, words: str) -> Appeal:
    """Ask once that a colleague of the moderator looks again.

    Args:
        decision: as `decision_about` or `decision_of_link` have returned it.
        author: the member; nobody for a guest.
        words: why the decision is wrong; cut at 1,000 characters.

    Raises:
        EmptyTextError: there are no words.
        NoAppealError: the decision doesn't stand, is too old, or there was an appeal.
    """
    words = Truncator(" ".join(words.replace("\x00", "").split())).chars(LONGEST_APPEAL)
    if not words:
        raise EmptyTextError
    _lock(decision)
    decision.refresh_from_db()
    if not can_appeal(decision):
        raise NoAppealError
    return Appeal.objects.create(decision=decision, author=author, words=words)


def why_not_answer(moderator: User, appeal: Appeal) -> CommunityError | None:
    """Return what keeps somebody from answering an appeal; nothing where they may."""
    if not can_moderate(moderator):
        return NotModeratorError()
    decision = appeal.decision
    if decision.moderator_id == moderator.pk:
        return OwnAppealError()
    comment = decision.comment
    concerned = decision.member_id or (comment.user_id if comment else None)
    return OwnDecisionError() if concerned == moderator.pk else None


@transaction.atomic
def settle_appeal(*, appeal_id: int, moderator: User, granted: bool, words: str) -> Appeal:
    """Answer an appeal: take the decision back, or let it stay. The author is told why.

    Args:
        appeal_id: the appeal's number.
        moderator: who answers; somebody else than whoever has decided.
        granted: whether the decision is taken back.
        words: for the author; not empty.

    Raises:
        EmptyTextError: there are no words for the author.
        NoAppealError: there is no such appeal, or it is answered.
        NotModeratorError, OwnAppealError, OwnDecisionError: this person can't answer it.
    """
    if not words.strip():
        raise EmptyTextError
    known = Appeal.objects.filter(pk=appeal_id).values_list("decision", flat=True).first()
    decision = _with_subject(known) if known else None
    if decision is None:
        raise NoAppealError
    _lock(decision)
    appeal = Appeal.objects.select_related("decision__comment__user", "decision__member").get(
        pk=appeal_id
    )
    if refusal := why_not_answer(moderator, appeal):
        raise refusal
    if appeal.outcome != Appeal.Outcome.OPEN:
        raise NoAppealError
    outcome = Appeal.Outcome.GRANTED if granted else Appeal.Outcome.REFUSED
    answer_appeal(appeal=appeal, moderator=moderator, outcome=outcome, words=words)
    if granted and stands(appeal.decision):
        _undo(appeal.decision, moderator)
    return appeal


def _undo(decision: ModerationDecision, moderator: User) -> None:
    if decision.action in AGAINST_COMMENTS:
        restore_comment(comment_id=decision.comment_id, moderator=moderator, undoes=decision)
    else:
        lift_sanction(sanction_id=decision.sanction.pk, moderator=moderator, undoes=decision)


def _lock(decision: ModerationDecision) -> None:
    """Let nobody else decide about the same comment or member until the transaction ends."""
    if decision.comment_id:
        Conversation.objects.locked_around(decision.comment_id)
    if decision.member_id:
        User.objects.select_for_update().filter(pk=decision.member_id).first()


def _with_subject(decision_id: int) -> ModerationDecision | None:
    return (
        ModerationDecision.objects.select_related(
            "comment__user", "comment__conversation__content_type", "member", "sanction", "appeal"
        )
        .filter(pk=decision_id)
        .first()
    )
