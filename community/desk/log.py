"""Rows of the log of decisions, as moderators read them and take them back."""

from django.db.models import QuerySet

from community.errors import NotTakenBackError
from community.models import ModerationDecision, User
from community.services.taking_back import can_be_taken_back, take_back

# Of a long history, as much as helps to decide.
ROWS_AT_MOST = 40
# What the button of a row is called, and the field with the row's number.
TAKE_BACK, NUMBER = "take_back", "number"


def read_rows(decisions: QuerySet[ModerationDecision]) -> list[ModerationDecision]:
    """Return the latest decisions, newest first, each knowing whether it can be taken back."""
    rows = (
        decisions.select_related(
            "moderator", "comment", "member", "sanction", "appeal", "undoes__appeal"
        )
        .prefetch_related("taken_back_by")
        .order_by("-made_at", "-pk")[:ROWS_AT_MOST]
    )
    found = list(rows)
    for row in found:
        row.can_be_taken_back = can_be_taken_back(row)
    return found


def take_back_row(
    decisions: QuerySet[ModerationDecision], number: str, moderator: User
) -> ModerationDecision:
    """Take back the decision whose button was pressed.

    Args:
        decisions: those that the page shows; others are not its business.
        number: what the form has sent.
        moderator: who has pressed it.

    Raises:
        CommunityError: a subclass says why it can't be taken back.
    """
    known = number.isascii() and number.isdecimal() and len(number) < 19
    if not known or not decisions.filter(pk=int(number)).exists():
        raise NotTakenBackError
    return take_back(decision_id=int(number), moderator=moderator)
