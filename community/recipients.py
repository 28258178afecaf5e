"""Who is told that everybody can read a comment now, and why."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from community.models import (
    Choice,
    Comment,
    ConversationChoice,
    Discussion,
    MemberChoice,
    Subject,
    User,
)
from community.policy import can_read_comments
from community.targets import target_of

# Followers who are told in one transaction.
AT_A_TIME = 200


def answered_or_named(comment: Comment) -> dict[int, Subject]:
    """Return the numbers of the few whom a comment answers or names; an answer counts more."""
    named = dict.fromkeys(comment.mentions.values_list("member", flat=True), Subject.MENTION)
    answered = _whom_it_answers(comment)
    return named | ({answered: Subject.REPLY} if answered else {})


def followers_after(comment: Comment, number: int) -> dict[int, Subject]:
    """Return the numbers of the next followers of the conversation or of the comment's author.

    Args:
        comment: what they are told of.
        number: the member who was told last.
    """
    following = ConversationChoice.objects.filter(
        conversation=comment.conversation_id, choice=Choice.FOLLOW, member__gt=number
    )
    fans = MemberChoice.objects.none()
    if comment.user_id:
        fans = MemberChoice.objects.filter(
            other=comment.user_id, choice=Choice.FOLLOW, member__gt=number
        )
    of_conversation = set(_first(following))
    numbers = sorted(of_conversation | set(_first(fans)))[:AT_A_TIME]
    return {
        number: Subject.CONVERSATION if number in of_conversation else Subject.MEMBER
        for number in numbers
    }


def willing_readers(comment: Comment, numbers: Iterable[int]) -> list[User]:
    """Return those of some members who can read a comment, and want to hear of it.

    Never its author, nor who has muted the author or the conversation.

    Args:
        comment: one whose words everybody may read where its page may be read.
        numbers: of members.
    """
    target = target_of(comment.conversation)
    if target is None:
        return []
    silenced = ConversationChoice.objects.filter(
        member=OuterRef("pk"), conversation=comment.conversation_id, choice=Choice.MUTE
    )
    members = User.objects.filter(pk__in=list(numbers), is_active=True).filter(~Exists(silenced))
    if comment.user_id:
        muted = MemberChoice.objects.filter(
            member=OuterRef("pk"), other=comment.user_id, choice=Choice.MUTE
        )
        members = members.exclude(pk=comment.user_id).filter(~Exists(muted))
    return [member for member in members.order_by("pk") if can_read_comments(member, target)]


def _whom_it_answers(comment: Comment) -> int | None:
    """Return the number of who wrote what a comment answers: a comment, or a discussion."""
    if comment.root_id:
        return Comment.objects.filter(pk=comment.parent_id).values_list("user", flat=True).first()
    target = comment.conversation.specific_target()
    return target.author_id if isinstance(target, Discussion) and not comment.opens else None


def _first(choices: QuerySet) -> QuerySet:
    return choices.order_by("member").values_list("member", flat=True)[:AT_A_TIME]
