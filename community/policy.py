"""Who may read comments, and who may write one: asked by every path that shows or takes them."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from community.errors import (
    CommentsClosedError,
    CommunityError,
    DiscussionsClosedError,
    MemberNeededError,
    NotModeratorError,
    NotReadableError,
    OwnDecisionError,
    SanctionedError,
    SuspendedError,
)
from community.models import (
    Comment,
    CommunitySettings,
    Conversation,
    Discussion,
    HiddenFor,
    Sanction,
    User,
)
from community.models.commentable import CommentablePageMixin
from community.models.conversations import ConversationQuerySet
from community.targets import targets_of

Visitor = User | AnonymousUser | None


def can_read_comments(user: Visitor, target: Any) -> bool:
    """Say whether somebody may read what was said on a page or in a discussion.

    Comments are as public as what they stand on: a draft, an expired or restricted page shows
    its comments to nobody who could not read the page itself.

    Args:
        user: who asks; for what is public it isn't looked at.
        target: a discussion or a page; anything else has no comments to read.
    """
    if isinstance(target, Discussion):
        return target.is_visible
    page = target.specific if type(target) is Page else target
    if not isinstance(page, CommentablePageMixin) or not page.live:
        return False
    if page.expire_at is not None and page.expire_at <= timezone.now():
        return False
    return all(_admits(restriction, user) for restriction in page.get_view_restrictions())


def readable_conversations(user: Visitor) -> ConversationQuerySet:
    """Return the conversations of which `can_read_comments` says yes, asked of the database."""
    pages = Page.objects.live()
    for restriction in PageViewRestriction.objects.select_related("page"):
        if not _admits(restriction, user):
            pages = pages.not_descendant_of(restriction.page, inclusive=True)
    return Conversation.objects.on_pages(pages)


def targets_for_author(user: Visitor, comments: Iterable[Comment]) -> dict[int, Any]:
    """Return what somebody's own comments stand on, as far as they can read it still.

    A discussion that they have started is theirs to see also while it is hidden.

    Args:
        user: whose comments they are; nobody for a guest.
        comments: any, with their conversations.

    Returns:
        Pages and discussions by the number of the conversation; what is closed is left out.
    """
    rows = list(comments)
    readable = set(
        readable_conversations(user)
        .filter(pk__in={row.conversation_id for row in rows})
        .values_list("pk", flat=True)
    )
    return targets_of(
        row.conversation for row in rows if row.opens or row.conversation_id in readable
    )


def can_comment(user: Visitor, target: Any) -> bool:
    """Say whether somebody may write a comment on a page or in a discussion now."""
    return why_not_comment(user, target) is None


def why_not_comment(user: Visitor, target: Any) -> CommunityError | None:
    """Return what keeps somebody from writing a comment; nothing where they may.

    Args:
        user: who wants to write.
        target: a discussion or a page.
    """
    if not can_read_comments(user, target):
        return NotReadableError()
    settings = CommunitySettings.for_writing()
    if not settings.comments_open or not is_open(target):
        return CommentsClosedError()
    if user is None or not user.is_authenticated:
        return None if settings.guests_may_comment else MemberNeededError()
    return why_not_write(user)


def why_not_write(member: User) -> SuspendedError | None:
    """Return what keeps a member from writing anything anywhere; nothing where they may.

    A suspension or a ban keeps nobody from signing in, reading, exporting or leaving.
    """
    if not member.is_active:
        return SuspendedError()
    sanction = Sanction.objects.strongest_against(member, timezone.now())
    if sanction is None:
        return None
    return SanctionedError(HiddenFor(sanction.reason).label, sanction.until)


def why_not_discuss(user: Visitor) -> CommunityError | None:
    """Return what keeps somebody from starting a discussion; nothing where they may."""
    if not CommunitySettings.for_writing().comments_open:
        return DiscussionsClosedError()
    if user is None or not user.is_authenticated:
        return MemberNeededError()
    return why_not_write(user)


def can_moderate(user: Visitor) -> bool:
    """Say whether somebody decides about comments of others."""
    return bool(user and user.is_active and user.has_perm("community.change_comment"))


def can_see_email(user: Visitor) -> bool:
    """Say whether somebody may look up the address of whoever wrote a comment."""
    return can_moderate(user) and user.has_perm("community.see_author_email")


def why_not_decide(user: Visitor, comment: Comment) -> CommunityError | None:
    """Return what keeps somebody from deciding about a comment; nothing where they may."""
    if not can_moderate(user):
        return NotModeratorError()
    return OwnDecisionError() if comment.user_id == user.pk else None


def is_open(target: Any) -> bool:
    """Say whether what comments stand on takes any now, whoever writes, the switch apart."""
    conversation = Conversation.objects.about(target)
    if conversation is not None and conversation.is_closed:
        return False
    if isinstance(target, Discussion):
        return True
    page = target.specific if type(target) is Page else target
    return page.comments_open_at(timezone.now())


def _admits(restriction: PageViewRestriction, user: Visitor) -> bool:
    """Say whether a restriction lets somebody through. Shared passwords let nobody comment."""
    if user is None or not user.is_authenticated or not user.is_active:
        return False
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return True
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return (
            user.is_superuser or user.groups.filter(pk__in=restriction.groups.values("pk")).exists()
        )
    return False
