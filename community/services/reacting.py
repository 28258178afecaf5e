"""Liking, reporting, following and muting what others write."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils.text import Truncator
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.errors import MemberNeededError, NotReadableError, OwnCommentError, SuspendedError
from community.models import (
    Choice,
    Comment,
    Conversation,
    ConversationChoice,
    HiddenFor,
    MemberChoice,
    Report,
    User,
)
from community.models.conversations import target_key
from community.policy import Visitor, can_read_comments, why_not_write
from community.purging import purge_likes
from site_config.rate_limits import Limit, count_use

REACTION_LIMIT = Limit(30, 60)
REPORT_LIMIT = Limit(5, 3600)


def readable_comment(comment_id: int, reader: Visitor) -> Comment:
    """Return a comment that somebody may read.

    Raises:
        NotReadableError: there is none, or its words or its page are not theirs to read.
    """
    comment = (
        Comment.objects.readable()
        .select_related("user", "conversation")
        .filter(pk=comment_id)
        .first()
    )
    if comment is None or not can_read_comments(reader, comment.content_object):
        raise NotReadableError
    return comment


@transaction.atomic
def set_like(*, comment_id: int, member: User, liked: bool) -> bool:
    """Let a member like a comment, or no longer; each likes it once.

    Returns:
        Whether that has changed anything.

    Raises:
        NotReadableError: the comment is not theirs to read.
        OwnCommentError: they have written it.
        SuspendedError, RateLimitedError: they can't act now. Who may not write gives no likes
            either, and takes them back all the same.
    """
    comment = _comment_of_another(comment_id, member)
    if liked and (refusal := why_not_write(member)):
        raise refusal
    if not liked:
        removed, _models = CommentFlag.objects.filter(
            comment_id=comment.pk, user=member, flag=LIKEDIT_FLAG
        ).delete()
        changed = bool(removed)
    else:
        _flag, changed = CommentFlag.objects.get_or_create(
            comment_id=comment.pk, user=member, flag=LIKEDIT_FLAG
        )
    if changed:
        transaction.on_commit(partial(purge_likes, comment.pk), robust=True)
    return changed


@transaction.atomic
def report_comment(
    *, comment_id: int, reporter: User, reason: HiddenFor, words: str = ""
) -> Report:
    """Ask moderators to look at a comment; a second report by the same member changes nothing.

    Who may not write may report, as every visitor may.

    Args:
        comment_id: the comment's number.
        reporter: who reports.
        reason: which rule the comment breaks.
        words: what the reporter adds; cut at 500 characters.

    Raises:
        NotReadableError: the comment is not theirs to read.
        OwnCommentError: they have written it.
        SuspendedError, RateLimitedError: they can't act now.
    """
    comment = _comment_of_another(comment_id, reporter)
    known = Report.objects.filter(comment=comment, reporter=reporter).first()
    if known is not None:
        return known
    count_use("report", f"member {reporter.pk}", REPORT_LIMIT)
    report, _created = Report.objects.get_or_create(
        comment=comment,
        reporter=reporter,
        defaults={
            "reason": HiddenFor(reason),
            "words": tidy_report(words),
        },
    )
    return report


def tidy_report(words: str) -> str:
    """Return the words of a report as they are stored: in one line, cut at 500 characters."""
    return Truncator(" ".join(words.split())).chars(500)


@transaction.atomic
def choose_conversation(*, target: Any, member: User, choice: Choice | None) -> None:
    """Follow or mute what is said on a page or in a discussion, or neither.

    Raises:
        NotReadableError: it is not theirs to read.
        SuspendedError: the account is closed.
    """
    _check_active(member)
    if not can_read_comments(member, target):
        raise NotReadableError
    conversation, _created = Conversation.objects.get_or_create(**target_key(target)._asdict())
    if choice is None:
        ConversationChoice.objects.filter(member=member, conversation=conversation).delete()
        return
    ConversationChoice.objects.update_or_create(
        member=member, conversation=conversation, defaults={"choice": choice}
    )


@transaction.atomic
def choose_member(*, other: User, member: User, choice: Choice | None) -> None:
    """Follow or mute another member, or neither.

    Raises:
        NotReadableError: there is no such member to meet.
        OwnCommentError: it is the member themselves.
        SuspendedError: the account is closed.
    """
    _check_active(member)
    if other.pk == member.pk:
        raise OwnCommentError
    if choice is None:
        MemberChoice.objects.filter(member=member, other=other).delete()
        return
    if not other.has_public_profile:
        raise NotReadableError
    MemberChoice.objects.update_or_create(member=member, other=other, defaults={"choice": choice})


def _comment_of_another(comment_id: int, member: User) -> Comment:
    _check_active(member)
    comment = readable_comment(comment_id, member)
    if comment.user_id == member.pk:
        raise OwnCommentError
    count_use("reaction", f"member {member.pk}", REACTION_LIMIT)
    return comment


def _check_active(member: User) -> None:
    if not member.is_authenticated:
        raise MemberNeededError
    if not member.is_active:
        raise SuspendedError
