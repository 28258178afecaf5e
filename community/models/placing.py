"""Where a comment stands: its place in the tree, and the counts that depend on it.

All of this runs within the conversation's lock. Counts are changed by the database, never
computed from what was read before, and every step costs the same in a short thread and in a
long one.

``nested_count`` of a comment is the number of readable replies below it, as they would be if the
comment itself were readable: hiding it changes the counts above, and showing it again brings
them back.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone
from django_comments.models import Comment as StoredWords
from django_comments_xtd.models import XtdComment

from community.models.comment_states import State
from community.models.conversations import Conversation, target_key

if TYPE_CHECKING:
    from community.models.comments import Comment

# Digits of a comment's number in a path; digits alone sort alike in every database.
STEP = 7


def place(comment: "Comment", store: Callable[[], None]) -> None:
    """Give a new comment its place, store it, and count it.

    Args:
        comment: not stored yet; ``content_object`` says where it stands, ``parent_id`` what it
            replies to (0 where it opens a thread).
        store: writes the row.

    Raises:
        ParentElsewhereError, ParentGoneError, TooDeepError: nothing is stored.
    """
    comments = type(comment)._default_manager
    key = target_key(comment.content_object)
    comment.content_type_id, comment.object_pk = key.content_type_id, str(key.object_id)
    conversation = Conversation.objects.locked(key)
    comment.conversation = conversation
    parent = None
    if comment.parent_id:
        parent = comments.filter(pk=comment.parent_id).first()
        comment.check_parent(parent)
    number = conversation.last_number + 1
    comment.order = number
    comment.path = f"{parent.path if parent else ''}{number:0{STEP}}"
    comment.level = parent.level + 1 if parent else 0
    comment.root_id = (parent.root_id or parent.pk) if parent else None
    comment.thread_id = comment.root_id or 0
    comment.site_id = comment.site_id or settings.SITE_ID
    comment.submit_date = comment.submit_date or timezone.now()
    comment.nested_count = comment.hidden_above = 0
    comment.is_public = comment.state == State.PUBLIC
    comment.listed = comment.is_public and not comment.opens
    store()
    if parent is None:
        comment.thread_id = comment.parent_id = comment.pk
        XtdComment.norel_objects.filter(pk=comment.pk).update(
            thread_id=comment.pk, parent_id=comment.pk
        )
    one = int(comment.listed)
    Conversation.objects.filter(pk=conversation.pk).update(
        last_number=number,
        comment_count=F("comment_count") + one,
        thread_count=F("thread_count") + (one if parent is None else 0),
        last_posted_at=comment.submit_date if one or comment.opens else F("last_posted_at"),
    )
    if one and parent is not None:
        above = comments.above(comment).values("pk")
        XtdComment.norel_objects.filter(pk__in=above).update(nested_count=F("nested_count") + 1)
    conversation.last_number = number


def move_to_state(comment: "Comment", state: State) -> None:
    """Let a stored comment be in another state, with everything that depends on it.

    Args:
        comment: read within the conversation's lock.
        state: the new state.
    """
    before, after = State(comment.state), state
    if before is after:
        return
    comments = type(comment)._default_manager
    if comment.opens:
        _open_with(comment, after)
        return
    delta = _share(after, comment.nested_count) - _share(before, comment.nested_count)
    comments.filter(pk=comment.pk).update(state=after)
    comment.state = after
    above = list(comments.above(comment).order_by("-path"))
    opener = above[-1] if above else comment
    was_listed = opener.listed
    _count_above(comment, above, delta)
    if before.shows_replies != after.shows_replies:
        step = -1 if after.shows_replies else 1
        comments.below(comment).update(hidden_above=F("hidden_above") + step)
    affected = comments.filter(
        Q(pk__in=[comment.pk, *(ancestor.pk for ancestor in above)])
        | Q(conversation=comment.conversation_id, path__startswith=comment.path)
    )
    _refresh(affected)
    comment.refresh_from_db(fields=["listed", "is_public", "is_removed"])
    opener.refresh_from_db(fields=["listed"])
    comment.keep_in_index()
    if opener.listed != was_listed:
        Conversation.objects.filter(pk=comment.conversation_id).update(
            thread_count=F("thread_count") + (1 if opener.listed else -1)
        )


def _open_with(comment: "Comment", state: State) -> None:
    """Let the words that open a discussion be in another state, and the discussion with them."""
    type(comment)._default_manager.filter(pk=comment.pk).update(state=state)
    comment.state = state
    comment.is_public = state == State.PUBLIC
    comment.is_removed = state in {State.DELETED, State.ERASED}
    StoredWords.objects.filter(pk=comment.pk).update(
        is_public=comment.is_public, is_removed=comment.is_removed
    )
    if (discussion := comment.conversation.specific_target()) is not None:
        discussion.follow_opening(state)


def share_of(comment: "Comment") -> int:
    """Return how many readable comments a branch adds to what stands above it."""
    return _share(State(comment.state), comment.nested_count)


def _share(state: State, nested_count: int) -> int:
    """Return how many readable comments a branch adds to what stands above it."""
    return int(state.shows_words) + (nested_count if state.shows_replies else 0)


def _count_above(comment: "Comment", above: "list[Comment]", delta: int) -> None:
    """Add to the counts of the comments above, nearest first, up to one that is hidden."""
    counted = []
    for ancestor in above:
        counted.append(ancestor.pk)
        if not State(ancestor.state).shows_replies:
            break
    else:
        Conversation.objects.filter(pk=comment.conversation_id).update(
            comment_count=F("comment_count") + delta
        )
    XtdComment.norel_objects.filter(pk__in=counted).update(nested_count=F("nested_count") + delta)


def _refresh(comments: "QuerySet[Comment]") -> None:
    """Set what follows from the states: which comments have a place, and the package's flags."""
    answered = XtdComment.norel_objects.filter(pk=OuterRef("pk"), nested_count__gt=0)
    comments.update(
        listed=Case(
            When(Q(hidden_above=0, state=State.PUBLIC), then=Value(True)),
            # What was never public leaves no gap to explain.
            When(Q(hidden_above=0, state=State.HIDDEN, held_for=""), then=Value(True)),
            When(
                Q(Exists(answered), hidden_above=0, state__in=[State.DELETED, State.ERASED]),
                then=Value(True),
            ),
            default=Value(False),
        )
    )
    words = StoredWords.objects.filter(pk__in=comments.values("pk"))
    model = comments.model._default_manager
    readable = model.readable().filter(pk=OuterRef("pk"))
    gone = model.filter(pk=OuterRef("pk"), state__in=[State.DELETED, State.ERASED])
    words.update(is_public=Exists(readable), is_removed=Exists(gone))
