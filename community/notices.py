"""What a member reads of what they are told: in the portal and by mail, as far as it can be read.

Notifications hold no words. These are read where they stand, at the moment they are shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from community.models import Comment, ModerationDecision, Notification, State, Subject, User
from community.models.notifications import NotificationQuerySet
from community.policy import readable_conversations
from community.targets import address_of, targets_of, title_of
from community.text import plain_text

# Letters of a comment that are shown of it.
QUOTED_AT_MOST = 200
# Beyond, the bell only says that there are more.
COUNTED_AT_MOST = 99

Action = ModerationDecision.Action
DECISIONS: dict[str, Promise] = {
    Action.APPROVED: gettext_lazy("A moderator has approved your comment. Everybody can read it."),
    Action.HELD: gettext_lazy("Your comment waits for a moderator again."),
    Action.HIDDEN: gettext_lazy("A moderator has hidden your comment."),
    Action.RESTORED: gettext_lazy("Your comment is shown again."),
    Action.OFFICIAL: gettext_lazy("Your comment is marked as the city’s answer."),
    Action.CLOSED: gettext_lazy("A moderator has closed your discussion. It can still be read."),
    Action.OPENED: gettext_lazy("Your discussion is open again."),
    Action.MOVED: gettext_lazy("A moderator has moved your comment to where it belongs."),
    Action.CORRECTED: gettext_lazy("A moderator has corrected the words of your discussion."),
    Action.WARNED: gettext_lazy("The moderators have warned you."),
    Action.SUSPENDED: gettext_lazy("You can’t write for some time."),
    Action.BANNED: gettext_lazy("You can’t write any more."),
    Action.LIFTED: gettext_lazy("You can write again."),
    Action.PROFILE_CLEARED: gettext_lazy(
        "The moderators have removed the name and the text of your profile. Choose others."
    ),
    Action.APPEAL_GRANTED: gettext_lazy("Your appeal was granted."),
    Action.APPEAL_REFUSED: gettext_lazy("Your appeal was refused."),
}
# These have a page that says why, and takes an appeal.
EXPLAINED = frozenset({Action.HIDDEN, Action.WARNED, Action.SUSPENDED, Action.BANNED})


@dataclass(frozen=True)
class Notice:
    """One thing that a member is told, in the language that is active."""

    notification: Notification
    sentence: str
    # A path of the portal; a mail puts the base address before it.
    url: str
    quoted: str = ""
    language: str = ""
    person: User | None = None


def notifications_for(member: User) -> NotificationQuerySet:
    """Return what a member was told and can still read, the newest first.

    What is hidden, deleted or closed to them by now is neither listed nor counted.
    """
    readable = Q(
        comment__state=State.PUBLIC,
        comment__hidden_above=0,
        comment__conversation__in=readable_conversations(member).order_by().values("pk"),
    )
    # Of a decision about the member, or a whole conversation, there is no comment to be gone.
    still_there = Q(comment__isnull=True) | ~Q(comment__state__in=[State.DELETED, State.ERASED])
    about_own = Q(decision__isnull=False) & still_there
    return Notification.objects.filter(Q(decision__isnull=True) & readable | about_own).filter(
        recipient=member
    )


def count_unread(member: User) -> int:
    """Return how many readable notifications a member has not opened, 100 for more than 99."""
    return notifications_for(member).unread()[: COUNTED_AT_MOST + 1].count()


def read_notices(notifications: Iterable[Notification]) -> list[Notice]:
    """Return what some notifications say, in a few queries however many they are."""
    rows = list(notifications)
    prefetch_related_objects(
        rows, "comment__user", "comment__conversation", "decision__conversation"
    )
    about = {row.comment or row.decision for row in rows}
    targets = targets_of({it.conversation for it in about if it and it.conversation})
    return [_read(row, targets) for row in rows]


def _read(notification: Notification, targets: dict[int, Any]) -> Notice:
    comment = notification.comment
    if notification.decision:
        return Notice(
            notification,
            str(DECISIONS.get(notification.decision.action, _("A moderator has decided."))),
            _address_of(notification.decision, targets),
            *((_beginning(comment), comment.language) if comment else ()),
        )
    target = targets.get(comment.conversation_id)
    words = {"name": comment.author_name, "title": title_of(target) if target else ""}
    return Notice(
        notification,
        _sentence(notification, comment) % words,
        reverse("community:comment", args=[comment.pk]),
        _beginning(comment),
        comment.language,
        comment.user,
    )


def _address_of(decision: ModerationDecision, targets: dict[int, Any]) -> str:
    """Return where a member reads what a decision means for them."""
    if decision.action in EXPLAINED:
        return reverse("community:own_decision", args=[decision.pk])
    if decision.comment_id:
        return reverse("community:own_comment", args=[decision.comment_id])
    target = targets.get(decision.conversation_id)
    return (address_of(target) if target else "") or reverse("community:profile")


def _sentence(notification: Notification, comment: Comment) -> str:
    """Return who has done what, with gaps for the name and the title."""
    if notification.subject == Subject.REPLY:
        if comment.root_id:
            return _("%(name)s replied to you in “%(title)s”")
        return _("%(name)s commented on your discussion “%(title)s”")
    if notification.subject == Subject.MENTION:
        return _("%(name)s named you in “%(title)s”")
    if comment.opens:
        return _("%(name)s, whom you follow, started the discussion “%(title)s”")
    if notification.subject == Subject.MEMBER:
        return _("%(name)s, whom you follow, commented on “%(title)s”")
    return _("%(name)s commented on “%(title)s”, which you follow")


def _beginning(comment: Comment) -> str:
    words = plain_text(comment.html)
    return Truncator(words).chars(QUOTED_AT_MOST)
