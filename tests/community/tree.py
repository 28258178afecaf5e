"""What counts and places of comments must be, reckoned from the states alone."""

from community.models import Comment, Conversation, State

SHOW_REPLIES = {State.PUBLIC, State.DELETED, State.ERASED}


def reckon(conversation: Conversation) -> dict[str, object]:
    """Return every figure of a conversation, computed comment by comment."""
    rows = list(Comment.objects.filter(conversation=conversation).order_by("path"))
    by_path = {row.path: row for row in rows}
    above = {
        row.pk: [by_path[row.path[:end]] for end in range(7, len(row.path), 7)] for row in rows
    }
    hidden_above = {
        row.pk: sum(ancestor.state not in SHOW_REPLIES for ancestor in above[row.pk])
        for row in rows
    }

    def nested(row: Comment) -> int:
        count = 0
        for other in rows:
            if row not in above[other.pk] or other.state != State.PUBLIC:
                continue
            between = above[other.pk][above[other.pk].index(row) + 1 :]
            count += all(ancestor.state in SHOW_REPLIES for ancestor in between)
        return count

    readable = {row.pk: row.state == State.PUBLIC and not hidden_above[row.pk] for row in rows}
    nested_counts = {row.pk: nested(row) for row in rows}
    listed = {
        row.pk: not row.opens
        and not hidden_above[row.pk]
        and (
            row.state == State.PUBLIC
            or (row.state == State.HIDDEN and not row.held_for)
            or (row.state in {State.DELETED, State.ERASED} and nested_counts[row.pk] > 0)
        )
        for row in rows
    }
    return {
        "hidden_above": hidden_above,
        "is_public": readable,
        "nested_count": nested_counts,
        "listed": listed,
        "comment_count": sum(readable[row.pk] for row in rows if not row.opens),
        "thread_count": sum(listed[row.pk] for row in rows if row.root_id is None),
    }


def stored(conversation: Conversation) -> dict[str, object]:
    """Return the same figures as the database has them."""
    rows = list(Comment.objects.filter(conversation=conversation))
    conversation.refresh_from_db()
    figures: dict[str, object] = {
        name: {row.pk: getattr(row, name) for row in rows}
        for name in ("hidden_above", "is_public", "nested_count", "listed")
    }
    return figures | {
        "comment_count": conversation.comment_count,
        "thread_count": conversation.thread_count,
    }
