"""Many writers at once: nothing is lost, nothing is doubled, every figure is right.

On SQLite the database is a file in WAL mode whose transactions begin ``IMMEDIATE``, as in
production; on PostgreSQL the conversation is locked by the transaction.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import DatabaseError, connection
from django_comments.models import CommentFlag
from django_comments_xtd.models import XtdComment

from community.models import Comment, Conversation, User
from community.models.placing import place
from community.services.posting import post_comment
from community.services.reacting import set_like
from tests.community.bare_package import BarePackage, bare
from tests.community.tree import reckon, stored
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

__all__ = ["bare"]

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 8, 25


@pytest.fixture(autouse=True)
def _no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the writers write more than ten comments."""
    monkeypatch.setattr("community.services.posting.count_use", lambda *args: None)
    monkeypatch.setattr("community.services.reacting.count_use", lambda *args: None)


def at_once(work: Callable[[int], object], writers: int = WRITERS) -> list[BaseException]:
    """Let all writers begin in the same moment; return what went wrong."""
    barrier = Barrier(writers)

    def run(writer: int) -> list[BaseException]:
        try:
            barrier.wait(timeout=30)
            return work(writer) or []
        finally:
            connection.close()

    with ThreadPoolExecutor(writers) as pool:
        return [error for errors in pool.map(run, range(writers)) for error in errors]


def attempts(write: Callable[[int], object]) -> list[BaseException]:
    """Write as often as one writer does; return what the database refused."""
    errors: list[BaseException] = []
    for number in range(EACH):
        try:
            write(number)
        except DatabaseError as error:
            errors.append(error)
    return errors


def test_f4_the_package_loses_or_doubles_places(bare: BarePackage):
    discussion = DiscussionFactory()
    opener = bare.store(discussion)

    def work(writer: int) -> list[BaseException]:
        return attempts(lambda number: bare.store(discussion, parent_id=opener.pk))

    lost = at_once(work)

    orders = list(XtdComment.objects.values_list("order", flat=True))
    counted = XtdComment.objects.get(pk=opener.pk).nested_count
    assert lost or len(set(orders)) < len(orders) or counted != WRITERS * EACH


def test_f4_the_portal_stores_two_hundred_parallel_replies_each_in_its_place():
    discussion = DiscussionFactory()
    opener = CommentFactory(content_object=discussion)
    writers = [UserFactory() for _writer in range(WRITERS)]
    replies_to = [opener.pk] * WRITERS

    def work(writer: int) -> list[BaseException]:
        def write(number: int) -> None:
            reply = Comment(
                content_object=discussion,
                user=writers[writer],
                parent_id=replies_to[writer],
                comment=f"{writer}.{number}",
            )
            reply.save()
            # Some branches grow deep while others grow wide.
            if number % 5 == 0 and reply.allow_thread():
                replies_to[writer] = reply.pk

        return attempts(write)

    lost = at_once(work)

    conversation = Conversation.objects.get()
    orders = sorted(conversation.comments.values_list("order", flat=True))
    assert lost == []
    # The discussion and the thread begin with one each.
    assert orders == list(range(1, WRITERS * EACH + 3))
    assert stored(conversation) == reckon(conversation)
    assert conversation.comment_count == WRITERS * EACH + 1


def test_without_the_lock_the_race_is_lost(monkeypatch: pytest.MonkeyPatch):
    """Show that the test above can fail: the same writers, and a conversation nobody locks."""
    discussion = DiscussionFactory()
    opener = CommentFactory(content_object=discussion)
    author = opener.user

    def unlocked(self: object, key: object) -> Conversation:
        return Conversation.objects.get(**key._asdict())

    def save_in_steps(comment: Comment) -> None:
        # Each statement in a transaction of its own, as the package does it.
        place(comment, store=comment._store)

    monkeypatch.setattr("community.models.conversations.ConversationQuerySet.locked", unlocked)

    def work(writer: int) -> list[BaseException]:
        return attempts(
            lambda number: save_in_steps(
                Comment(
                    content_object=discussion, user=author, parent_id=opener.pk, comment="Twice"
                )
            )
        )

    lost = at_once(work)

    conversation = Conversation.objects.get()
    stored_all = conversation.comments.count() == WRITERS * EACH + 1
    assert lost or not stored_all or stored(conversation) != reckon(conversation)


def test_the_first_comments_of_a_page_make_one_conversation():
    discussion = DiscussionFactory()
    authors = [UserFactory() for _writer in range(WRITERS)]

    def work(writer: int) -> list[BaseException]:
        CommentFactory(content_object=discussion, user=authors[writer])
        return []

    at_once(work)

    conversation = Conversation.objects.get()
    assert conversation.thread_count == conversation.comment_count == WRITERS


def test_a_form_sent_eight_times_at_once_is_one_comment():
    discussion, member = DiscussionFactory(), UserFactory()
    made: list[int] = []

    def work(writer: int) -> list[BaseException]:
        posted = post_comment(
            target=discussion, author=member, text="A street.", submission="one form"
        )
        made.append(posted.comment.pk)
        return []

    at_once(work)

    assert len(made) == WRITERS
    assert set(made) == {Comment.objects.get(opens=False).pk}


def test_fifty_likes_at_once_are_one_row_for_each_member():
    comment = CommentFactory()
    members: list[User] = [UserFactory() for _fan in range(25)]

    def work(writer: int) -> list[BaseException]:
        # Each member clicks twice, from two devices, in the same moment as all others.
        set_like(comment_id=comment.pk, member=members[writer % len(members)], liked=True)
        return []

    at_once(work, writers=50)

    assert CommentFlag.objects.count() == len(members)
