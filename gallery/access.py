"""Who decides about what members send in, and about the rights in works."""

from community.policy import Visitor


def can_decide(user: Visitor) -> bool:
    """Say whether somebody approves and rejects what members have sent in."""
    return _may(user, "gallery.change_mediasubmission")


def can_take_down(user: Visitor) -> bool:
    """Say whether somebody hides works, and answers whoever asks for it."""
    return _may(user, "gallery.change_takedownrequest")


def can_see_ledger(user: Visitor) -> bool:
    """Say whether somebody reads who made what, and who agreed to what."""
    return _may(user, "gallery.view_work")


def _may(user: Visitor, right: str) -> bool:
    return bool(user and user.is_active and user.has_perm(right))
