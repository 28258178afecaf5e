"""The demo's discussions: with replies, an answer of the city, and loaded as often as one likes."""

import pytest
from django_comments.models import CommentFlag

from community.models import Comment, Conversation, Discussion
from home.demo import accounts, community, discussions, site, topics
from home.demo.city import City
from home.demo.library.members import DISCUSSIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(locales, settings, tmp_path) -> City:
    """A city with its front pages, its roles and its members."""
    settings.VAR_DIR = tmp_path
    city = City()
    for chapter in (site, accounts, community):
        chapter.load(city)
    for words in DISCUSSIONS:
        for language in city.languages:
            topics.add_topic(city, words.topic, language)
    return city


def figures() -> dict[str, int]:
    return {
        "comments": Comment.objects.count(),
        "likes": CommentFlag.objects.count(),
        "counted": sum(Conversation.objects.values_list("comment_count", flat=True)),
    }


def test_members_reply_in_threads_the_city_answers_and_one_is_closed(city):
    discussions.load(city)

    deepest = Comment.objects.order_by("-level").first()
    answered = Discussion.objects.visible().answered_by_the_city()
    assert deepest.level == 2
    assert [discussion.title for discussion in answered] == [
        "Where do we plant the next hundred trees?"
    ]
    assert Conversation.objects.filter(is_closed=True).count() == 1
    assert set(Comment.objects.values_list("language", flat=True)) == {"en", "sq"}


def test_replies_are_stored_once_however_often_the_demo_is_loaded(city):
    discussions.load(city)
    once = figures()

    discussions.load(city)

    assert figures() == once
    assert once["counted"] == once["comments"] - Discussion.objects.count()
