"""Staff correct the words of a discussion: its author is told, and moderators can read the former.

A correction is a decision like any other: a row of the log, which can be taken back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.db import transaction

from community.errors import DecidedMeanwhileError, NotReadableError
from community.models import Comment, CommentVersion, Conversation, Discussion, User
from community.models.decisions import ModerationDecision
from community.purging import purge_addresses
from community.services.deciding import log_decision
from community.services.notifying import note_decision
from community.targets import public_addresses

Action = ModerationDecision.Action


@contextmanager
def correcting(
    *, discussion_id: int, editor: User, undoes: ModerationDecision | None = None
) -> Iterator[Discussion]:
    """Note what becomes of a discussion's words within the block.

    Args:
        discussion_id: the discussion's number.
        editor: who corrects it.
        undoes: the decision that is taken back by it, if there is one.

    Yields:
        The discussion as it is stored; nobody else changes it until the block ends.
    """
    with transaction.atomic():
        former = Discussion.objects.get(pk=discussion_id)
        if (opening := former.opening) is not None:
            Conversation.objects.locked_around(opening.pk)
            former.refresh_from_db()
        words, addresses = (former.title, former.text), public_addresses(former)
        yield former
        corrected = Discussion.objects.get(pk=discussion_id)
        if opening is None or words == (corrected.title, corrected.text):
            return
        opening.refresh_from_db()
        decision = log_decision(
            comment=opening, moderator=editor, action=Action.CORRECTED, undoes=undoes
        )
        # It bears the time of the decision, by which it is found again.
        version = "\n\n".join(words)
        CommentVersion.objects.create(comment=opening, text=version, replaced_at=decision.made_at)
        Comment.objects.filter(pk=opening.pk).update(edited_at=decision.made_at)
        # The title stands in the address.
        transaction.on_commit(partial(purge_addresses, addresses), robust=True)
        note_decision(decision)


def correct_back(*, decision: ModerationDecision, moderator: User) -> ModerationDecision:
    """Give a discussion the words again that it had before a correction.

    Raises:
        NotReadableError: its author has deleted it since.
        DecidedMeanwhileError: it has got other words since.
    """
    opening = Comment.objects.select_related("conversation").get(pk=decision.comment_id)
    former = opening.versions.order_by("replaced_at").last()
    if former is None:
        raise NotReadableError
    if former.replaced_at != decision.made_at:
        raise DecidedMeanwhileError
    number = opening.conversation.object_id
    with correcting(discussion_id=number, editor=moderator, undoes=decision) as discussion:
        # No title has a line break.
        discussion.title, discussion.text = former.text.split("\n\n", 1)
        discussion.save()
    return decision.taken_back_by.latest("pk")
