"""How moderators answer reports, and take the answer back."""

from django.db import transaction

from community.errors import DecidedMeanwhileError
from community.models import ModerationDecision, Report, User
from community.services.deciding import (
    locked_comment,
    log_decision,
    open_reports,
    settle_with,
    settled_by,
)

Action = ModerationDecision.Action
ACTIONS = {
    Report.Outcome.UPHELD: Action.REPORTS_UPHELD,
    Report.Outcome.DISMISSED: Action.REPORTS_DISMISSED,
}


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
    if outcome not in ACTIONS:
        raise ValueError("Reports are upheld or dismissed.")
    comment = locked_comment(comment_id, moderator)
    reports = open_reports(comment)
    if not reports.exists():
        return None
    decision = log_decision(comment=comment, moderator=moderator, action=ACTIONS[outcome])
    settle_with(reports, outcome, decision)
    return decision


@transaction.atomic
def reopen_reports(
    *, comment_id: int, moderator: User, undoes: ModerationDecision
) -> ModerationDecision:
    """Let the reports wait again that a decision has answered.

    Args:
        comment_id: the comment's number.
        moderator: who takes the answer back.
        undoes: the decision that has answered them.

    Raises:
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotReadableError: there is no such comment.
        DecidedMeanwhileError: none of these reports is left.
    """
    comment = locked_comment(comment_id, moderator)
    if not settled_by(undoes).update(outcome=Report.Outcome.OPEN, settled_at=None):
        raise DecidedMeanwhileError
    return log_decision(
        comment=comment, moderator=moderator, action=Action.REPORTS_REOPENED, undoes=undoes
    )
