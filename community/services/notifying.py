"""What members are told of, and when."""

from community.models import Comment, ModerationDecision


def note_comment(comment: Comment) -> None:
    """Tell those concerned that everybody can read a comment now; called once it is public."""


def note_decision(decision: ModerationDecision) -> None:
    """Tell the member concerned what a moderator has decided."""
