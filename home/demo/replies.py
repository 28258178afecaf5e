"""What the demo's members have replied to one another, and what the city answered."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.models import Comment, Conversation, Discussion, User
from home.demo.library.replies import CLOSED, REPLIES, Reply

People = dict[str, User]


def add_replies(discussion: Discussion, key: str, people: People) -> None:
    """Store the replies that are missing; what is there already stays as it is.

    Args:
        discussion: one of the demo's.
        key: its key in the library.
        people: who writes, by their keys there.
    """
    _store(discussion, REPLIES.get(key, ()), people, discussion.opened_at, key)
    if key in CLOSED:
        Conversation.objects.filter(pk=discussion.conversation.pk).update(is_closed=True)


def _store(
    discussion: Discussion,
    replies: Iterable[Reply],
    people: People,
    since: datetime,
    place: str,
    parent: Comment | None = None,
) -> None:
    """Store replies with those below them; each is known by its place in the library."""
    for number, reply in enumerate(replies, start=1):
        author, here = people[reply.author], f"{place}.{number}"
        written = since + timedelta(minutes=reply.after)
        stored = Comment.objects.filter(
            conversation=discussion.conversation, submission=f"demo {here}"
        ).first()
        if stored is None:
            stored = Comment(
                content_object=discussion,
                parent_id=parent.pk if parent else 0,
                user=author,
                comment=reply.text,
                language=reply.language,
                submit_date=written,
                submission=f"demo {here}",
                is_official=author.works_for_the_city,
            )
            stored.save()
            CommentFlag.objects.bulk_create(
                CommentFlag(
                    comment_id=stored.pk, user=people[name], flag=LIKEDIT_FLAG, flag_date=written
                )
                for name in reply.helpful
            )
        _store(discussion, reply.replies, people, written, here, stored)
