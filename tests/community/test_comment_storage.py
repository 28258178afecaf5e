"""Comments are stored whole or not at all, each in its place, and counted exactly."""

import random

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.signals import pre_save
from django.test.utils import CaptureQueriesContext
from django_comments.signals import comment_was_posted, comment_will_be_posted
from django_comments_xtd.models import TmpXtdComment

from community.errors import CommunityError, ParentElsewhereError, ParentGoneError, TooDeepError
from community.models import Comment, Conversation, State
from community.models.conversations import target_key
from community.models.placing import move_to_state
from tests.community.tree import reckon, stored
from tests.factories.community import CommentFactory, DiscussionFactory

pytestmark = pytest.mark.django_db


def change(comment: Comment, state: State) -> None:
    """Move a comment to a state as the services do: locked, from what is stored."""
    with transaction.atomic():
        Conversation.objects.locked(comment.conversation.key)
        move_to_state(Comment.objects.get(pk=comment.pk), state)


def test_replies_stand_below_what_they_reply_to_in_order_of_arrival():
    discussion = DiscussionFactory()
    first = CommentFactory(content_object=discussion)
    second = CommentFactory(content_object=discussion)
    reply = CommentFactory(content_object=discussion, parent=first)
    deep = CommentFactory(content_object=discussion, parent=reply)
    late = CommentFactory(content_object=discussion, parent=first)

    tree = list(first.conversation.comments.filter(opens=False).in_tree_order())

    assert tree == [first, reply, deep, late, second]
    assert [comment.level for comment in tree] == [0, 1, 2, 1, 0]
    # The first number is the opening's.
    assert [comment.number for comment in tree] == [2, 4, 5, 6, 3]
    assert {comment.thread_id for comment in (first, reply, deep, late)} == {first.pk}
    assert first.parent_id == first.pk
    assert reply.parent_id == first.pk


def test_a_page_and_its_specific_page_have_one_conversation(front):
    page = front.page_ptr

    assert target_key(page) == target_key(front)


def test_counts_are_those_of_readable_comments():
    opener = CommentFactory()
    CommentFactory(content_object=opener.content_object, parent=opener)
    CommentFactory(content_object=opener.content_object, parent=opener, held=True)

    opener.refresh_from_db()
    opener.conversation.refresh_from_db()
    assert opener.nested_count == 1
    assert opener.conversation.comment_count == 2
    assert opener.conversation.thread_count == 1


@pytest.mark.parametrize("parent_id", [-1, 999_999, 2**31 - 1])
def test_a_reply_to_nothing_is_not_stored(parent_id):
    with pytest.raises(ParentElsewhereError):
        CommentFactory(parent_id=parent_id)

    assert not Comment.objects.filter(opens=False).exists()
    assert Conversation.objects.get().comment_count == 0


def test_a_reply_to_a_comment_of_another_page_is_not_stored():
    elsewhere = CommentFactory()

    with pytest.raises(ParentElsewhereError):
        CommentFactory(parent=elsewhere)

    assert Comment.objects.filter(opens=False).count() == 1


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.DELETED, State.ERASED])
def test_a_reply_to_what_nobody_can_read_is_not_stored(state):
    opener = CommentFactory()
    change(opener, state)

    with pytest.raises(ParentGoneError):
        CommentFactory(content_object=opener.content_object, parent=opener)


def test_a_reply_within_a_hidden_thread_is_not_stored():
    opener = CommentFactory()
    reply = CommentFactory(content_object=opener.content_object, parent=opener)
    change(opener, State.HIDDEN)

    with pytest.raises(ParentGoneError):
        CommentFactory(content_object=opener.content_object, parent=reply)


def test_replies_go_four_levels_deep_and_no_deeper():
    comment = CommentFactory()
    for _level in range(4):
        comment = CommentFactory(content_object=comment.content_object, parent=comment)

    with pytest.raises(TooDeepError):
        CommentFactory(content_object=comment.content_object, parent=comment)

    assert comment.level == 4
    assert Comment.objects.filter(opens=False).count() == 5


def test_storing_a_comment_again_publishes_nothing_and_keeps_the_counts():
    opener = CommentFactory()
    waiting = CommentFactory(content_object=opener.content_object, parent=opener, held=True)
    CommentFactory(content_object=opener.content_object, parent=opener)
    opener = Comment.objects.get(pk=opener.pk)

    for _time in range(3):
        opener.save()

    waiting.refresh_from_db()
    assert waiting.state == State.HELD
    assert not waiting.is_public
    assert stored(opener.conversation) == reckon(opener.conversation)


def test_a_restored_comment_brings_its_replies_back_but_no_waiting_one():
    opener = CommentFactory()
    reply = CommentFactory(content_object=opener.content_object, parent=opener)
    waiting = CommentFactory(content_object=opener.content_object, parent=opener, held=True)

    change(opener, State.HIDDEN)
    hidden = set(Comment.objects.readable().filter(opens=False))
    change(opener, State.PUBLIC)

    assert hidden == set()
    assert set(Comment.objects.readable().filter(opens=False)) == {opener, reply}
    assert waiting not in Comment.objects.listed()


def test_a_deleted_comment_keeps_its_place_while_it_has_replies():
    opener = CommentFactory()
    reply = CommentFactory(content_object=opener.content_object, parent=opener)

    change(opener, State.DELETED)
    with_reply = set(Comment.objects.listed())
    change(reply, State.DELETED)

    assert with_reply == {opener, reply}
    assert not Comment.objects.listed().exists()
    assert stored(opener.conversation) == reckon(opener.conversation)


def test_a_comment_that_was_never_public_leaves_no_gap_when_it_is_hidden():
    waiting = CommentFactory(held=True)

    change(waiting, State.HIDDEN)

    assert not Comment.objects.listed().exists()


@pytest.mark.parametrize("seed", range(6))
def test_counts_stay_exact_whatever_happens(seed):
    chance = random.Random(seed)  # noqa: S311  (repeatable choices, not secrets)
    discussion = DiscussionFactory()
    user = CommentFactory(content_object=discussion).user
    for _step in range(60):
        comments = list(Comment.objects.filter(opens=False))
        some = chance.choice(comments)
        if chance.random() < 0.6:
            parent = some if chance.random() < 0.8 else None
            held = chance.random() < 0.2
            try:
                CommentFactory(content_object=discussion, parent=parent, user=user, held=held)
            except CommunityError:
                continue
        else:
            change(some, chance.choice(list(State)))

    conversation = Conversation.objects.get()
    assert stored(conversation) == reckon(conversation)
    orders = list(conversation.comments.values_list("order", flat=True))
    assert sorted(orders) == list(range(1, len(orders) + 1))


def test_the_database_keeps_one_comment_for_each_submission():
    first = CommentFactory(submission="one form")

    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(content_object=first.content_object, submission="one form")

    assert CommentFactory(submission="one form").pk
    assert stored(first.conversation) == reckon(first.conversation)


def test_a_discussion_takes_its_comments_with_it():
    reply = CommentFactory(
        parent=(opener := CommentFactory()), content_object=opener.content_object
    )

    reply.content_object.delete()

    assert not Comment.objects.filter(opens=False).exists()
    assert not Conversation.objects.exists()


def test_a_reply_costs_as_many_questions_in_a_long_thread_as_in_a_short_one():
    opener = CommentFactory()
    user = opener.user

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            CommentFactory(content_object=opener.content_object, parent=opener, user=user)
        return len(queries)

    cost()
    short = cost()
    for _number in range(40):
        CommentFactory(content_object=opener.content_object, parent=opener, user=user)
    assert cost() == short


def test_the_package_listens_to_nothing():
    assert "django_comments_xtd" not in {
        receiver.__module__.split(".")[0]
        for signal, sender in [
            (pre_save, Comment),
            (comment_will_be_posted, TmpXtdComment),
            (comment_was_posted, TmpXtdComment),
        ]
        for receiver in signal._live_receivers(sender)[0]
    }
