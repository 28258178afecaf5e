"""Moving a whole thread to another conversation, in a few steps whatever its length.

All numbers of the thread grow by the same difference, so its comments keep their order and can
meet no number that the other conversation has given.
"""

from django.db.models import CharField, F, IntegerField, Max, Q, Value
from django.db.models.functions import Cast, Concat, LPad, Substr
from django_comments.models import Comment as StoredWords
from django_comments_xtd.models import XtdComment

from community.models.comments import DEEPEST_LEVEL, Comment, CommentQuerySet, new_submission
from community.models.conversations import Conversation
from community.models.placing import STEP, share_of


def move_branch(opener: Comment, source: Conversation, destination: Conversation) -> None:
    """Give the opener of a thread and all its replies places in another conversation.

    Args:
        opener: read within the locks of both conversations.
        source: where the thread stands.
        destination: where it shall stand; a different one.
    """
    thread = Comment.objects.filter(Q(pk=opener.pk) | Q(root=opener.pk)).order_by()
    difference = destination.last_number + 1 - opener.number
    last = thread.aggregate(last=Max("order"))["last"]
    _name_repeated_submissions_anew(thread, destination)
    for level in range(DEEPEST_LEVEL + 1):
        thread.filter(level=level).update(
            path=_path_moved_by(difference, level), conversation=destination
        )
    XtdComment.norel_objects.filter(pk__in=thread.values("pk")).update(
        order=F("order") + difference
    )
    StoredWords.objects.filter(pk__in=thread.values("pk")).update(
        content_type_id=destination.content_type_id, object_pk=str(destination.object_id)
    )
    readable, listed = share_of(opener), int(opener.listed)
    latest = thread.readable().aggregate(latest=Max("submit_date"))["latest"]
    _count(source, -readable, -listed)
    _count(destination, readable, listed)
    Conversation.objects.filter(pk=destination.pk).update(last_number=last + difference)
    Conversation.objects.filter(pk=source.pk).update(
        last_posted_at=Comment.objects.filter(conversation=source)
        .readable()
        .aggregate(latest=Max("submit_date"))["latest"]
    )
    if latest is not None:
        Conversation.objects.filter(
            Q(last_posted_at__isnull=True) | Q(last_posted_at__lt=latest), pk=destination.pk
        ).update(last_posted_at=latest)


def _path_moved_by(difference: int, level: int) -> Concat | LPad:
    """Return the path of a comment on this level with every number in it moved on."""
    numbers = []
    for place in range(level + 1):
        number = Cast(Substr("path", place * STEP + 1, STEP), IntegerField()) + difference
        numbers.append(LPad(Cast(number, CharField()), STEP, Value("0")))
    return Concat(*numbers, output_field=CharField()) if level else numbers[0]


def _name_repeated_submissions_anew(thread: CommentQuerySet, destination: Conversation) -> None:
    """Let a form that was sent to both conversations stand for two comments."""
    taken = Comment.objects.filter(conversation=destination).order_by().values("submission")
    for comment in thread.filter(submission__in=taken):
        thread.filter(pk=comment.pk).update(submission=new_submission())


def _count(conversation: Conversation, readable: int, listed: int) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(
        comment_count=F("comment_count") + readable, thread_count=F("thread_count") + listed
    )
