"""Followers of a topic or of the newsroom hear of each new article, once."""

import pytest

from articles.followers import describe_topic, identity
from community.subscriptions.channels import Channel, describe, offered_channels
from tests.community.following_steps import follower, outbox_for, publish
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.site_config import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom(english_front):
    """The newsroom in English."""
    return ArticleIndexPageFactory(parent=english_front, locale=english_front.locale)


@pytest.fixture
def transport(locales):
    """A topic, in both languages under addresses of their own."""
    topic = TopicFactory(name="Transport", slug="transport", locale=locales["en"])
    TopicFactory(
        name="Transporti",
        slug="transporti",
        locale=locales["sq"],
        translation_key=topic.translation_key,
    )
    return topic


def article_on(newsroom, *topics):
    article = ArticlePageFactory(
        parent=newsroom, locale=newsroom.locale, title="Bus 5", live=False, first_published_at=None
    )
    for topic in topics:
        article.topic_links.create(topic=topic, locale=newsroom.locale)
    return article


def test_an_article_is_told_to_the_followers_of_its_topics_and_of_the_newsroom(
    newsroom, transport, commit
):
    topic = Channel("topic", str(transport.translation_key))
    news = Channel("page", str(newsroom.translation_key))
    follower("topic@example.org", topic)
    follower("news@example.org", news)
    follower("both@example.org", topic, news)
    follower("other@example.org", Channel("topic", "b2f0a5a0-0000-4000-8000-000000000000"))

    commit(publish, article_on(newsroom, transport))

    told = {name: len(outbox_for(f"{name}@example.org")) for name in ("topic", "news", "both")}
    assert told == {"topic": 1, "news": 1, "both": 1}
    assert not outbox_for("other@example.org")


def test_a_topic_is_one_channel_whatever_its_address_is_called(transport):
    key = str(transport.translation_key)

    assert identity("transport") == identity("transporti") == identity(key) == key
    assert Channel.read("topic:transporti") == Channel("topic", key)
    assert describe_topic(key, "en").title == "Transport"
    assert describe_topic(key, "sq").title == "Transporti"


@pytest.mark.parametrize("key", ["", "nothing", "b2f0a5a0-0000-4000-8000-000000000000"])
def test_what_is_no_topic_is_not_described(key, locales):
    assert describe(Channel("topic", key), "en") is None


def test_topics_with_news_are_offered_to_whoever_follows_something(newsroom, transport, commit):
    channel = Channel("topic", str(transport.translation_key))
    assert channel not in offered_channels("en")

    commit(publish, article_on(newsroom, transport))

    assert channel in offered_channels("en")


def test_the_newsroom_leads_to_the_form_for_itself_or_for_the_chosen_topic(
    newsroom, transport, commit, client
):
    commit(publish, article_on(newsroom, transport))

    everything = client.get(newsroom.url).content.decode()
    chosen = client.get(f"{newsroom.url}?topic=transport").content.decode()

    assert f"?channel=page:{newsroom.translation_key}" in everything
    assert f"?channel=topic:{transport.translation_key}" in chosen
