"""What the benchmark writes past the services is what the services would have left."""

import pytest

from bench.filling import add_discussions, add_members
from bench.shapes import Shape
from bench.words import COMMON, RARE, text_of
from community.models import Comment, Conversation
from community.services.posting import post_comment
from tests.community.tree import reckon, stored

pytestmark = pytest.mark.django_db

SHAPES = [Shape(0, 1), Shape(1, 1), Shape(5, 1), Shape(13, 5), Shape(11, 11), Shape(9, 20)]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_figure_is_that_of_a_real_conversation(shape):
    members = add_members(3)

    add_discussions(shape, 2, members)

    for conversation in Conversation.objects.all():
        assert stored(conversation) == reckon(conversation)
        rows = Comment.objects.filter(conversation=conversation).order_by("path")
        assert [row.order for row in rows] == [row.number for row in rows]
        assert conversation.last_number == len(rows) == shape.comments + 1
        by_pk = {row.pk: row for row in rows}
        for row in rows:
            parent = by_pk[row.parent_id]
            assert row.level == (parent.level + 1 if parent is not row else 0)
            assert row.path.startswith(parent.path)
            assert row.root_id == (parent.root_id or parent.pk if parent is not row else None)
            assert row.thread_id == (row.root_id or row.pk)


def test_a_member_answers_in_it_as_anywhere_else():
    members = add_members(1)
    [discussion] = add_discussions(Shape(4, 2), 1, members)
    opener = Comment.objects.openers().latest("pk")

    posted = post_comment(
        target=discussion, author=opener.user, text="One more.", submission="x", parent_id=opener.pk
    )

    assert posted.comment.state == "public"
    conversation = Conversation.objects.get()
    assert stored(conversation) == reckon(conversation)


def test_words_are_always_the_same_and_some_of_them_common():
    texts = [text_of(number) for number in range(1_000)]

    assert texts == [text_of(number) for number in range(1_000)]
    assert len(set(texts)) == 1_000
    assert sum(COMMON in text for text in texts) == 20
    assert sum(RARE in text for text in texts) == 1
