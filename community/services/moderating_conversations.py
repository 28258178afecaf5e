"""What moderators do with whole conversations and threads: close, open, move."""

from functools import partial
from typing import Any

from django.db import transaction

from community.errors import (
    NotModeratorError,
    NotMovableError,
    NotReadableError,
    OwnDecisionError,
)
from community.models import Comment, Conversation, ModerationDecision, User
from community.models.conversations import TargetKey, target_key
from community.models.moving import move_branch
from community.policy import can_moderate
from community.purging import purge_conversation
from community.services.deciding import log_decision
from community.services.notifying import note_decision

Action = ModerationDecision.Action


@transaction.atomic
def close_conversation(
    *,
    key: TargetKey,
    moderator: User,
    closed: bool,
    undoes: ModerationDecision | None = None,
) -> ModerationDecision | None:
    """Let nobody write in a conversation any more, or let people write again.

    Args:
        key: what the conversation stands on.
        moderator: who decides.
        closed: whether it shall be closed.
        undoes: the decision that is taken back by it, if there is one.

    Returns:
        The row of the log; nothing where it is so already.

    Raises:
        NotModeratorError: this person can't decide about it.
    """
    if not can_moderate(moderator):
        raise NotModeratorError
    conversation = Conversation.objects.locked(key)
    if conversation.is_closed == closed:
        return None
    Conversation.objects.filter(pk=conversation.pk).update(is_closed=closed)
    decision = log_decision(
        conversation=conversation,
        moderator=moderator,
        action=Action.CLOSED if closed else Action.OPENED,
        undoes=undoes,
    )
    transaction.on_commit(partial(purge_conversation, conversation.pk), robust=True)
    note_decision(decision)
    return decision


@transaction.atomic
def move_thread(
    *,
    comment_id: int,
    target: Any,
    moderator: User,
    undoes: ModerationDecision | None = None,
) -> ModerationDecision:
    """Move a thread, the opener with all replies, to another page or discussion.

    Permalinks lead to it as before. Both must be for everybody to read: nobody's words come
    before more or fewer eyes than they were written for.

    Args:
        comment_id: the opener of the thread.
        target: a page that takes comments, or a discussion.
        moderator: who decides.
        undoes: the decision that is taken back by it, if there is one.

    Raises:
        NotReadableError: there is no such comment.
        NotModeratorError, OwnDecisionError: this person can't decide about it.
        NotMovableError: it is no thread, stands there already, or one of both isn't public.
    """
    if not can_moderate(moderator):
        raise NotModeratorError
    found = Conversation.objects.filter(comments=comment_id).first()
    if found is None:
        raise NotReadableError
    source, destination = _locked_pair(found.key, target_key(target))
    opener = Comment.objects.select_related("user").filter(pk=comment_id).first()
    if opener is None:
        raise NotReadableError
    if opener.user_id == moderator.pk:
        raise OwnDecisionError
    both = Conversation.objects.public().filter(pk__in={source.pk, destination.pk})
    # Somebody may have moved the thread before both were locked.
    if opener.root_id or opener.opens or opener.conversation_id != source.pk or both.count() < 2:
        raise NotMovableError
    move_branch(opener, source, destination)
    opener.refresh_from_db()
    decision = log_decision(
        comment=opener,
        conversation=source,
        moderator=moderator,
        action=Action.MOVED,
        undoes=undoes,
    )
    for conversation in (source, destination):
        transaction.on_commit(partial(purge_conversation, conversation.pk), robust=True)
    note_decision(decision)
    return decision


def _locked_pair(first: TargetKey, second: TargetKey) -> tuple[Conversation, Conversation]:
    """Return two conversations, locked in an order that is the same whoever asks."""
    locked = {key: Conversation.objects.locked(key) for key in sorted({first, second})}
    return locked[first], locked[second]
