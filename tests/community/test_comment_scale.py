"""However much is said, a page of it asks the same few questions of the database."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_comments_xtd.models import XtdComment

from bench.filling import add_discussions, add_members
from bench.shapes import Shape
from community.models import Comment, Discussion, User
from community.services.posting import post_comment
from community.threads import REPLIES_PER_PAGE, THREADS_PER_PAGE
from tests.factories.community import DiscussionFactory
from tests.factories.site_config import TopicFactory

pytestmark = pytest.mark.django_db

FEW, MANY = 2, 10 * REPLIES_PER_PAGE
THREAD_PAGE, DISCUSSION_PAGE = 8, 8


def count_queries(url: str) -> int:
    """Return the queries of a page of which no cache has a copy, but the shell is known."""
    Client().get(url)
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(url).status_code == 200
    return len(asked)


def build(shape: Shape) -> tuple[Discussion, Comment]:
    """Return a discussion and its first thread."""
    [discussion] = add_discussions(shape, 1, add_members(20))
    conversation = Comment.objects.filter(conversation__object_id=discussion.pk)
    return discussion, conversation.openers().first()


def test_a_page_of_one_thread_costs_the_same_whatever_its_length(front):
    costs = set()
    for size in (FEW, MANY):
        _discussion, opener = build(Shape(size + 1, size + 1))
        url = reverse("community:thread", args=[opener.pk]).replace("/sq/", "/en/")
        last = -(-size // REPLIES_PER_PAGE)
        costs |= {count_queries(f"{url}?page={page}") for page in {1, (last + 1) // 2, last}}

    assert len(costs) == 1
    assert max(costs) <= THREAD_PAGE


@pytest.mark.parametrize("length", [1, 5, MANY])
def test_a_page_of_a_discussion_costs_the_same_however_much_is_said(front, length):
    costs: dict[int, set[int]] = {}
    topic = TopicFactory()
    DiscussionFactory.create_batch(2, topic=topic)
    for size in (FEW, MANY):
        shape = Shape(size, min(length, size))
        discussion, opener = build(shape)
        # With all that such a page may have: its topic has others, and a member is named.
        Discussion.objects.filter(pk=discussion.pk).update(topic=topic)
        openers = Comment.objects.filter(conversation=opener.conversation_id).openers()
        for naming in {opener, openers.latest("path")}:
            naming.mentions.create(member=naming.user, name="Ana")
            XtdComment.objects.filter(pk=naming.pk).update(comment="As @Ana said.")
        url = discussion.get_absolute_url().replace("/sq/", "/en/")
        last = -(-shape.thread_count // THREADS_PER_PAGE)
        costs[size] = {count_queries(f"{url}?comments={page}") for page in {1, last}}

    # Openers and replies of a short one are read together.
    assert costs == {FEW: {max(costs[MANY]) - 1}, MANY: {max(costs[MANY])}}
    assert max(costs[MANY]) <= DISCUSSION_PAGE


def test_an_answer_in_a_long_thread_asks_no_more_than_in_a_short_one():
    costs = []
    for size in (0, MANY):
        discussion, opener = build(Shape(size + 1, size + 1))
        author = User.objects.filter(pk__in=add_members(1)).get()
        # Whoever has been read three times is read at once.
        add_discussions(Shape(3, 1), 1, [author.pk])
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            post_comment(
                target=discussion,
                author=author,
                text="As long as it is broad.",
                submission="form",
                parent_id=opener.pk,
            )
        costs.append(len(asked))

    assert costs[0] == costs[1]


def test_each_page_of_a_long_discussion_stands_for_itself(client, front):
    discussion, _opener = build(Shape(THREADS_PER_PAGE + 1, 1))
    path = discussion.get_absolute_url().replace("/sq/", "/en/")

    first = client.get(path).content.decode()
    second = client.get(f"{path}?comments=2").content.decode()

    assert f'<link rel="canonical" href="http://testserver{path}">' in first
    assert f'<link rel="canonical" href="http://testserver{path}?comments=2">' in second
