"""Lists of discussions: by activity, by age, unanswered; and the figures beside them."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from community.models import Comment, Conversation, Discussion, State, User
from community.models.figures import CommunityFigures, community_figures
from site_config.models.topics import Topic
from tests.community.comment_steps import change, read
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db


def titles(html: str, *wanted: str) -> list[str]:
    """Return which of these titles a page shows, in its order."""
    return sorted((title for title in wanted if title in html), key=html.index)


def aged(days: int, **fields: object) -> Discussion:
    return DiscussionFactory(opened_at=timezone.now() - timedelta(days=days), **fields)


@pytest.fixture
def talk(front) -> dict[str, Discussion]:
    """Three discussions; the oldest one is the liveliest."""
    found = {
        "old": aged(9, title="Oldest"),
        "mid": aged(5, title="Middle"),
        "new": aged(2, title="Newest"),
    }
    CommentFactory(content_object=found["old"])
    return found


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", ["Oldest", "Newest", "Middle"]),
        ("?sort=active", ["Oldest", "Newest", "Middle"]),
        ("?sort=new", ["Newest", "Middle", "Oldest"]),
        ("?sort=unanswered", ["Newest", "Middle"]),
    ],
)
def test_the_list_has_three_orders(client, front, talk, query, order):
    html = read(client, front.url + query)

    assert titles(html, "Oldest", "Middle", "Newest") == order


def test_a_closed_discussion_waits_for_no_answer(client, front, talk):
    Conversation.objects.filter(pk=talk["mid"].conversation.pk).update(is_closed=True)

    assert titles(read(client, f"{front.url}?sort=unanswered"), "Middle", "Newest") == ["Newest"]
    assert "Closed" in read(client, front.url)


def test_a_hidden_answer_leaves_a_discussion_unanswered(client, front, talk):
    change(Comment.objects.get(conversation=talk["old"].conversation, opens=False), State.HIDDEN)

    assert "Oldest" in read(client, f"{front.url}?sort=unanswered")


def test_the_order_and_the_topic_go_together_on_every_page(client, front, locales):
    topic = Topic.objects.create(slug="transport", name="Transport", locale=locales["en"])
    for number in range(12):
        aged(number, title=f"Bus {number:02}", topic=topic)
    aged(0, title="A tree")

    first = read(client, f"{front.url}?topic=transport&sort=new")
    second = read(client, f"{front.url}?topic=transport&sort=new&page=2")

    assert "topic=transport&amp;sort=new&amp;page=2" in first
    assert "?topic=transport&amp;sort=unanswered" in first
    assert titles(second, "Bus 09", "Bus 10", "Bus 11") == ["Bus 10", "Bus 11"]
    assert "A tree" not in first + second


@pytest.mark.parametrize("query", ["sort=", "sort=hot", "sort=new&page=99", "sort=active&page=0"])
def test_a_list_that_there_is_not_is_not_found(client, front, query):
    assert client.get(f"{front.url}?{query}").status_code == 404


def test_a_row_tells_how_much_is_said_and_whether_the_city_has_answered(client, front, talk):
    CommentFactory(content_object=talk["old"], is_official=True)

    html = read(client, front.url)

    assert '<b class="num">2</b> replies' in html
    assert html.count("Answered by the city") == 1


def test_the_page_leads_to_the_form_and_stays_a_shared_document(client, front):
    response = client.get(front.url)

    assert 'href="/en/community/discussions/new/"' in response.content.decode()
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert not response.cookies


def test_the_figures_count_what_anybody_can_read(talk):
    hidden = DiscussionFactory(hidden=True)
    CommentFactory(content_object=hidden, is_official=True)
    CommentFactory(content_object=talk["old"], is_official=True)
    CommentFactory(content_object=talk["mid"], held=True)
    members = User.objects.members().count()

    assert community_figures() == CommunityFigures(
        members=members, discussions=3, replies_this_week=2, answered=33
    )


def test_the_figures_are_counted_once_in_ten_minutes(talk, django_assert_num_queries):
    community_figures()

    with django_assert_num_queries(0):
        community_figures()


def test_an_empty_community_has_no_share_of_answers(db):
    assert community_figures().answered is None


@pytest.mark.parametrize("sort", ["active", "new", "unanswered"])
def test_every_order_asks_the_database_no_more_when_the_list_grows(client, front, locales, sort):
    def cost() -> int:
        cache.clear()
        client.get(front.url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{front.url}?sort={sort}").status_code == 200
        return len(queries)

    grow(locales["en"], 3)
    few = cost()
    grow(locales["en"], 20)

    assert cost() <= min(few + 1, 15)  # The second page of the list has to be counted.


def grow(locale: Locale, number: int) -> None:
    for _number in range(number):
        topic, _created = Topic.objects.get_or_create(slug="t", name="T", locale=locale)
        CommentFactory(content_object=DiscussionFactory(topic=topic), is_official=True)
        DiscussionFactory(topic=topic)


def test_a_members_page_shows_what_they_said_in_public_only(client, front, article):
    member = UserFactory()
    CommentFactory(user=member, content_object=article, comment="Said on an article.")
    CommentFactory(user=member, comment="Said in a discussion.", is_official=True)
    CommentFactory(user=member, comment="Still waits.", held=True)
    CommentFactory(
        user=member, comment="In a hidden one.", content_object=DiscussionFactory(hidden=True)
    )
    DiscussionFactory(author=member, title="Opened by them", text="These are the first words.")

    html = read(client, f"/en/community/members/{member.pk}/")

    assert "Said on an article." in html
    assert article.title in html
    assert "Said in a discussion." in html
    assert "Opened by them" in html
    assert not any(words in html for words in ("Still waits", "In a hidden one", "These are the"))


def test_a_members_comments_have_pages_of_their_own(client, front, discussion):
    member = UserFactory()
    for number in range(12):
        CommentFactory(user=member, content_object=discussion, comment=f"Street {number:02}")

    first = read(client, f"/en/community/members/{member.pk}/")
    second = read(client, f"/en/community/members/{member.pk}/?comments=2")

    assert "Street 11" in first
    assert titles(second, "Street 00", "Street 01", "Street 02") == ["Street 01", "Street 00"]
