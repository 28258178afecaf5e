"""What can be followed of the news: a topic. The newsroom itself is followed as a page."""

import uuid
from collections.abc import Iterable, Iterator

from django.db.models import Case, IntegerField, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from articles.models import ArticleIndexPage, ArticlePage
from community.subscriptions import Described, Kind
from site_config.models.topics import Topic

KIND = "topic"


def topic_channels() -> Kind:
    """Let a topic be followed: its followers hear of each new article on it."""
    return Kind(
        KIND,
        _("Topic"),
        describe_topic,
        offered=_topics_with_news,
        channels_of=_topics_of,
        identify=identity,
    )


def identity(key: str) -> str:
    """Return what a topic has in common in all languages, also where its address is given.

    Args:
        key: its ``translation_key``, or its slug in any language.
    """
    if _as_uuid(key):
        return key
    found = Topic.objects.filter(slug=key).order_by("pk").first()
    return str(found.translation_key) if found else key


def describe_topic(key: str, language: str) -> Described | None:
    """Return a topic in words: in this language, else in another."""
    number = _as_uuid(key)
    if number is None:
        return None
    own = When(locale__language_code=language, then=Value(0))
    foreign = Case(own, default=1, output_field=IntegerField())
    named = Topic.objects.filter(translation_key=number).order_by(foreign, "pk")
    topic = named.select_related("locale").first()
    if topic is None:
        return None
    newsrooms = ArticleIndexPage.objects.live().public().filter(locale_id=topic.locale_id)
    newsroom = newsrooms.order_by("path").first()
    url = f"{newsroom.url}?topic={topic.slug}" if newsroom and newsroom.url else ""
    return Described(topic.name, url, topic.description)


def _topics_with_news(language: str) -> Iterable[str]:
    articles = ArticlePage.objects.live().public().filter(locale__language_code=language)
    topics = Topic.objects.filter(
        locale__language_code=language, pk__in=articles.values("topic_links__topic")
    )
    return [str(topic.translation_key) for topic in topics.order_by("sort_order", "name")]


def _topics_of(page: Page) -> Iterator[str]:
    if isinstance(page, ArticlePage):
        for topic in page.topics:
            yield str(topic.translation_key)


def _as_uuid(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None
