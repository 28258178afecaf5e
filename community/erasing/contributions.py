"""Comments and discussions of a member who leaves: their words go, the threads keep their shape."""

from functools import partial

from django.db import transaction
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django_comments.models import Comment as StoredWords
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG, XtdComment
from wagtail.search import index

from community.models import (
    Appeal,
    Comment,
    CommentVersion,
    Conversation,
    ModerationDecision,
    PendingComment,
    Report,
    State,
)
from community.models.comments import CommentQuerySet
from community.models.conversations import TargetKey
from community.models.placing import move_to_state
from community.personal_data import Person, among
from community.purging import addresses_with, purge_addresses


def contributions_of(person: Person) -> CommentQuerySet:
    """Return all comments of a member, also those they wrote as a guest with a mailbox of theirs.

    The words that open a discussion are among them.
    """
    as_guest = Q(user__isnull=True) & among("user_email", person.mailboxes)
    return Comment.objects.filter(Q(user=person.member) | as_guest)


def lock_conversations(person: Person) -> None:
    """Let nobody else write where this member has written, until the transaction ends.

    Two that are locked at once are always locked in the same order, so nobody waits for each
    other.
    """
    keys = Conversation.objects.filter(comments__in=contributions_of(person).order_by())
    for content_type, object_id in sorted(
        set(keys.order_by().values_list("content_type_id", "object_id"))
    ):
        Conversation.objects.locked(TargetKey(content_type, object_id))


def erase_contributions(person: Person) -> None:
    """Remove the words of every comment and discussion, with the name, mailbox and network."""
    numbers = list(contributions_of(person).order_by("path").values_list("pk", flat=True))
    # A discussion's address holds its title, so it has to be asked for before that is gone.
    known = set().union(*(addresses_with(number) for number in numbers))
    StoredWords.objects.filter(pk__in=numbers).update(
        comment="", user=None, user_name="", user_email="", user_url="", ip_address=None
    )
    XtdComment.norel_objects.filter(pk__in=numbers).update(followup=False)
    comments = Comment.objects.filter(pk__in=numbers)
    comments.update(
        held_for="",
        hidden_for="",
        edited_at=None,
        is_official=False,
        submission=Concat(Value("erased "), Cast("pk", CharField())),
    )
    for number in numbers:
        # Read anew: each step changes the counts of the comments above.
        comment = Comment.objects.select_related("conversation__content_type").get(pk=number)
        Conversation.objects.locked(comment.conversation.key)
        move_to_state(comment, State.ERASED)
        _drop_from_index(comment)
    _erase_what_was_said_about(numbers)

    def purge() -> None:
        purge_addresses(known.union(*(addresses_with(number) for number in numbers)))

    transaction.on_commit(purge, robust=True)


def erase_earlier_versions(person: Person) -> None:
    """Remove what the comments said before they were changed."""
    CommentVersion.objects.filter(comment__in=contributions_of(person).order_by()).delete()


def erase_pending_comments(person: Person) -> None:
    """Remove what was written as a guest and never confirmed."""
    PendingComment.objects.filter(among("email", person.mailboxes)).delete()


def erase_likes(person: Person) -> None:
    """Take back the likes, and have the pages forgotten on which they were counted."""
    likes = CommentFlag.objects.filter(user=person.member, flag=LIKEDIT_FLAG)
    liked = list(likes.values_list("comment_id", flat=True))
    likes.delete()
    known = set().union(*(addresses_with(number) for number in liked))
    transaction.on_commit(partial(purge_addresses, known), robust=True)


def _drop_from_index(comment: Comment) -> None:
    """Take the words out of the search at once, without waiting for a worker."""
    found = comment.conversation.specific_target() if comment.opens else comment
    if isinstance(found, index.Indexed):
        index.insert_or_update_object(found)


def _erase_what_was_said_about(numbers: list[int]) -> None:
    """Remove what reports, decisions and appeals quote of these comments.

    The decisions themselves stay, without a word: the monthly figures are computed from them.
    """
    reports = Report.objects.filter(comment__in=numbers)
    reports.filter(outcome=Report.Outcome.OPEN).delete()
    reports.update(words="")
    decisions = ModerationDecision.objects.filter(comment__in=numbers)
    decisions.update(words="")
    appeals = Appeal.objects.filter(decision__in=decisions.order_by())
    appeals.filter(outcome=Appeal.Outcome.OPEN).delete()
    appeals.update(words="", answer="")
