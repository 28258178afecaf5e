"""The answer to an appeal: stored, logged and mailed."""

from django.utils import timezone

from community.models import Appeal, ModerationDecision, User
from community.moderation_mails import tell_answered
from community.services.deciding import log_decision, tidy_words
from community.services.notifying import note_decision

Action = ModerationDecision.Action


def answer_appeal(
    *, appeal: Appeal, moderator: User, outcome: Appeal.Outcome, words: str = ""
) -> ModerationDecision:
    """Store the answer to an open appeal, and tell whoever has made it.

    What a granted appeal changes is done by the caller, in the same transaction.

    Args:
        appeal: read within the lock of what it is about.
        moderator: who answers.
        outcome: granted or refused.
        words: what the author is told besides.
    """
    decision = appeal.decision
    appeal.outcome, appeal.settled_by = outcome, moderator
    appeal.answer, appeal.settled_at = tidy_words(words), timezone.now()
    appeal.save(update_fields=["outcome", "settled_by", "answer", "settled_at"])
    granted = outcome == Appeal.Outcome.GRANTED
    answer = log_decision(
        comment=decision.comment,
        member=decision.member,
        moderator=moderator,
        action=Action.APPEAL_GRANTED if granted else Action.APPEAL_REFUSED,
        reason=decision.reason,
        words=appeal.answer,
    )
    tell_answered(appeal)
    note_decision(answer)
    return answer


def concede_appeal(decision: ModerationDecision, moderator: User) -> None:
    """Grant the appeal that waits against a decision, since the decision is taken back."""
    appeal = Appeal.objects.filter(decision=decision, outcome=Appeal.Outcome.OPEN).first()
    if appeal is not None:
        answer_appeal(appeal=appeal, moderator=moderator, outcome=Appeal.Outcome.GRANTED)
