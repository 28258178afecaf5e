"""A thread moves to another page with all its replies, and every figure stays right."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_comments.models import Comment as StoredWords

from community.errors import (
    NotModeratorError,
    NotMovableError,
    NotReadableError,
    OwnDecisionError,
)
from community.models import Comment, Conversation, Discussion, State, User
from community.services.moderating_conversations import move_thread
from community.services.posting import post_comment
from tests.community.comment_steps import address, change, trusted
from tests.community.tree import reckon, stored
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator() -> User:
    """A community moderator."""
    return ModeratorFactory()


@pytest.fixture
def elsewhere() -> Discussion:
    """Another discussion, in which somebody has written already."""
    other = DiscussionFactory()
    CommentFactory(content_object=other, parent=CommentFactory(content_object=other))
    return other


def grow_tree(target: Discussion, count: int, seed: int) -> list[Comment]:
    """Return comments in all states at random places below one discussion."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    comments: list[Comment] = []
    for _number in range(count):
        open_to_replies = [one for one in comments if one.allow_thread()]
        parent = chance.choice([None, *open_to_replies])
        comments.append(CommentFactory(content_object=target, parent=parent))
    for comment in chance.sample(comments, count // 4):
        fields = {"held_for": "newcomer"} if chance.random() < 0.3 else {"held_for": ""}
        comment.refresh_from_db()
        change(comment, chance.choice([State.HELD, State.HIDDEN, State.DELETED]), **fields)
    return comments


@pytest.mark.parametrize("seed", range(4))
def test_counts_and_places_are_right_on_both_sides_whatever_the_tree(
    moderator, discussion, elsewhere, seed
):
    comments = grow_tree(discussion, 24, seed)
    opener = next(one for one in comments if one.root_id is None)
    thread = [one.pk for one in comments if opener.pk in {one.pk, one.root_id}]
    order = list(
        Comment.objects.filter(pk__in=thread).order_by("path").values_list("pk", flat=True)
    )

    move_thread(comment_id=opener.pk, target=elsewhere, moderator=moderator)

    for target in (discussion, elsewhere):
        conversation = Conversation.objects.about(target)
        assert stored(conversation) == reckon(conversation)
    moved = Comment.objects.filter(pk__in=thread).order_by("path")
    assert list(moved.values_list("pk", flat=True)) == order
    assert {one.conversation_id for one in moved} == {Conversation.objects.about(elsewhere).pk}
    for one in moved:
        assert one.number == one.order
        assert one.content_object == elsewhere
        if one.root_id:
            assert one.path.startswith(Comment.objects.get(pk=one.parent_id).path)


def test_who_writes_next_gets_a_number_of_their_own(moderator, discussion, elsewhere):
    opener = CommentFactory(content_object=discussion)
    reply = CommentFactory(content_object=discussion, parent=opener)

    move_thread(comment_id=opener.pk, target=elsewhere, moderator=moderator)
    later = CommentFactory(content_object=elsewhere)
    below = CommentFactory(content_object=elsewhere, parent=Comment.objects.get(pk=reply.pk))

    numbers = Comment.objects.filter(conversation=later.conversation).values_list(
        "order", flat=True
    )
    assert len(set(numbers)) == len(numbers)
    assert max(numbers) == below.order
    assert stored(later.conversation) == reckon(later.conversation)


def test_permalinks_lead_to_the_thread_where_it_stands_now(
    moderator, discussion, elsewhere, client, site
):
    opener = CommentFactory(content_object=discussion)
    reply = CommentFactory(content_object=discussion, parent=opener)

    move_thread(comment_id=opener.pk, target=elsewhere, moderator=moderator)

    answer = client.get(f"/en/community/comments/{reply.pk}/")
    assert answer["Location"] == f"{address(elsewhere)}#comment-{reply.pk}"


def test_activity_goes_with_the_thread(moderator, discussion, elsewhere):
    opener = CommentFactory(content_object=discussion)

    move_thread(comment_id=opener.pk, target=elsewhere, moderator=moderator)

    here, there = Conversation.objects.about(discussion), Conversation.objects.about(elsewhere)
    assert here.last_posted_at == discussion.opening.submit_date
    assert there.last_posted_at == opener.submit_date


def test_shared_copies_of_both_pages_are_forgotten(
    moderator, discussion, elsewhere, purged, django_capture_on_commit_callbacks
):
    opener = CommentFactory(content_object=discussion)

    with django_capture_on_commit_callbacks(execute=True):
        move_thread(comment_id=opener.pk, target=elsewhere, moderator=moderator)

    for target in (discussion, elsewhere):
        assert any(url.endswith(address(target)) for url in purged)


def test_the_same_form_sent_to_both_pages_stays_two_comments(moderator, discussion, elsewhere):
    author = trusted()
    words = {"author": author, "text": "A street.", "submission": "one form"}
    here = post_comment(target=discussion, **words).comment
    there = post_comment(target=elsewhere, **words).comment

    move_thread(comment_id=here.pk, target=elsewhere, moderator=moderator)

    assert set(there.conversation.comments.filter(user=author)) == {here, there}


def test_a_page_takes_the_thread_of_a_discussion(moderator, discussion, article):
    opener = CommentFactory(content_object=discussion)

    move_thread(comment_id=opener.pk, target=article, moderator=moderator)

    moved = StoredWords.objects.get(pk=opener.pk)
    assert (moved.content_type.model, moved.object_pk) == ("articlepage", str(article.pk))


def test_a_long_thread_moves_in_as_many_steps_as_a_short_one(moderator, discussion, elsewhere):
    def steps(replies: int) -> int:
        opener = CommentFactory(content_object=discussion)
        for _number in range(replies):
            CommentFactory(content_object=discussion, parent=opener)
        with CaptureQueriesContext(connection) as queries:
            move_thread(comment_id=opener.pk, target=elsewhere, moderator=moderator)
        return len(queries)

    steps(1)  # Reads once which kinds of pages there are.
    assert steps(1) == steps(20)


def test_what_is_no_thread_or_not_for_everybody_stays(moderator, discussion, elsewhere):
    opener = CommentFactory(content_object=discussion)
    reply = CommentFactory(content_object=discussion, parent=opener)
    refused = [
        (reply, elsewhere),
        (discussion.opening, elsewhere),
        (opener, discussion),
        (opener, DiscussionFactory(hidden=True)),
        (CommentFactory(content_object=DiscussionFactory()), DiscussionFactory(hidden=True)),
    ]

    for comment, target in refused:
        before = comment.path
        with pytest.raises(NotMovableError):
            move_thread(comment_id=comment.pk, target=target, moderator=moderator)
        comment.refresh_from_db()
        assert comment.path == before


def test_moderators_alone_move_threads_of_others(moderator, discussion, elsewhere):
    own = CommentFactory(content_object=discussion, user=moderator)

    with pytest.raises(OwnDecisionError):
        move_thread(comment_id=own.pk, target=elsewhere, moderator=moderator)
    with pytest.raises(NotModeratorError):
        move_thread(comment_id=own.pk, target=elsewhere, moderator=UserFactory())
    with pytest.raises(NotReadableError):
        move_thread(comment_id=987_654, target=elsewhere, moderator=moderator)
