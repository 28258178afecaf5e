"""The page of one discussion: its opening, its people, its neighbours, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from community.models import Conversation
from site_config.models.topics import Topic
from tests.community.comment_steps import address, read
from tests.factories.community import CommentFactory, DiscussionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


def test_the_opening_can_be_liked_reported_answered_and_linked_to(client, discussion):
    html = read(client, address(discussion))

    opening = discussion.opening
    assert f'id="comment-{opening.pk}"' in html
    assert f'href="/en/community/comments/{opening.pk}/like/"' in html
    assert f'href="/en/community/comments/{opening.pk}/report/"' in html
    assert f'href="/en/community/comments/{opening.pk}/"' in html
    assert f'href="/en/community/on/discussion/{discussion.pk}/write/"' in html
    assert f'href="/en/community/on/discussion/{discussion.pk}/follow/"' in html


def test_it_names_the_first_five_who_take_part_and_counts_the_others(client, discussion):
    first = CommentFactory(content_object=discussion)
    CommentFactory.create_batch(6, content_object=discussion)
    CommentFactory(content_object=discussion, user=first.user)
    CommentFactory(content_object=discussion, held=True)

    html = read(client, address(discussion))

    assert html.count(f'<span class="vh">{discussion.author.display_name}</span>') == 1
    assert html.count(f'<span class="vh">{first.user.display_name}</span>') == 1
    assert "and 3 more" in html


def test_an_answer_of_the_city_is_announced_at_the_head(client, discussion):
    answer = CommentFactory(
        content_object=discussion, is_official=True, comment=f"*Eight* limes. {'Word. ' * 40}"
    )
    CommentFactory(content_object=discussion, is_official=True, held=True)

    html = read(client, address(discussion))

    assert f"{answer.user.display_name} has answered for the city" in html
    assert "Answered by the city" in html
    head = html.partition("data-comments")[0]
    assert "Eight limes. Word." in head
    assert head.count("Word.") < 40


def test_it_leads_to_other_visible_discussions_of_its_topic(client, locales):
    topic = Topic.objects.create(slug="transport", name="Transport", locale=locales["en"])
    discussion = DiscussionFactory(topic=topic, title="Bus lane")
    DiscussionFactory(topic=topic, title="Night buses")
    DiscussionFactory(topic=topic, title="A secret bus", hidden=True)
    DiscussionFactory(title="Lime trees")

    html = read(client, address(discussion))

    assert "More on Transport" in html
    assert "Night buses" in html
    assert "A secret bus" not in html
    assert "Lime trees" not in html


def test_a_closed_discussion_is_read_and_not_answered(client, discussion):
    Conversation.objects.filter(pk=discussion.conversation.pk).update(is_closed=True)

    html = read(client, address(discussion))

    assert "Comments are closed." in html
    assert "/write/" not in html


@pytest.mark.parametrize("number", [1, 40])
def test_a_discussion_asks_the_database_no_more_when_it_grows(client, locales, number):
    topic = Topic.objects.create(slug="transport", name="Transport", locale=locales["en"])
    discussion = DiscussionFactory(topic=topic)
    DiscussionFactory.create_batch(3, topic=topic)
    for _number in range(number):
        opener = CommentFactory(content_object=discussion, is_official=True)
        CommentFactory(content_object=discussion, parent=opener)
    read(client, address(discussion))

    with CaptureQueriesContext(connection) as queries:
        read(client, address(discussion))

    of_comments = [query for query in queries if "django_comment" in query["sql"]]
    assert len(queries) <= 8
    assert len(of_comments) <= 8
