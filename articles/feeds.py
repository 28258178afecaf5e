"""The newsroom as feeds: RSS 2.0 and Atom (RFC 4287)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import strip_tags

from site_config.models.topics import Topic
from site_config.shell import shell_for

if TYPE_CHECKING:
    from articles.models import ArticleIndexPage, ArticlePage

ITEMS = 20


def feed_links(title: str, url: str, topic: Topic | None = None) -> list[dict[str, str]]:
    """Return the feeds that follow a newsroom, or one of its topics.

    Args:
        title: the newsroom's name.
        url: the newsroom's absolute address.
        topic: the topic to follow; all of them where it is missing.
    """
    subject = f"{title}: {topic.name}" if topic else title
    prefix = f"{url}topic/{topic.slug}/" if topic else url
    return [
        {"title": f"{subject} (RSS)", "url": f"{prefix}feed/", "type": "application/rss+xml"},
        {
            "title": f"{subject} (Atom)",
            "url": f"{prefix}feed/atom/",
            "type": "application/atom+xml",
        },
    ]


class RssFeed(Feed):
    """The newest articles of a newsroom, or those on one topic (RSS 2.0)."""

    feed_type = Rss201rev2Feed
    # An identifier of its own names an entry: its address may change with its title.
    item_guid_is_permalink = False

    def __init__(self, newsroom: "ArticleIndexPage", topic: Topic | None = None) -> None:
        self.newsroom = newsroom
        self.topic = topic

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> "ArticleIndexPage":
        """Keep the request: every address of the feed is absolute."""
        self.request = request
        self.language = self.newsroom.locale.language_code
        return self.newsroom

    def title(self) -> str:
        """Name the newsroom, its topic and the portal."""
        parts = [self.newsroom.title, self.topic.name if self.topic else ""]
        return " – ".join(part for part in [*parts, shell_for(self.request).full_name] if part)

    def description(self) -> str:
        """Describe the feed in a sentence; RSS requires one."""
        topic = self.topic.description if self.topic else ""
        newsroom = self.newsroom.description or strip_tags(self.newsroom.intro)
        return topic or newsroom or self.title()

    subtitle = description

    def link(self) -> str:
        """Lead to the list that the feed follows."""
        query = f"?topic={self.topic.slug}" if self.topic else ""
        return f"{self.newsroom.get_full_url(self.request)}{query}"

    def feed_url(self) -> str:
        """Name the feed's own address, without what a reader's program added to it."""
        url = self.newsroom.get_full_url(self.request)
        below = self.request.path.removeprefix(self.newsroom.get_url(self.request) or "")
        return f"{url}{below}"

    def feed_guid(self) -> str:
        """Name the feed by an identifier that stays when its address changes."""
        topic = self.topic.translation_key.hex if self.topic else ""
        return self._identifier(self.newsroom, topic)

    def author_name(self) -> str:
        """Name the authority: Atom requires an author for the feed."""
        shell = shell_for(self.request)
        return shell.organisation or shell.full_name

    def items(self) -> list["ArticlePage"]:
        """Return the newest articles with their authors."""
        articles = self.newsroom.articles()
        if self.topic:
            articles = articles.about(self.topic)
        return list(articles.with_authors()[:ITEMS])

    def item_title(self, item: "ArticlePage") -> str:
        """Return the plain title; the generator escapes it once."""
        return item.title

    def item_description(self, item: "ArticlePage") -> str:
        """Return the text of the article's card."""
        return item.summary or item.lead

    def item_link(self, item: "ArticlePage") -> str:
        """Return the article's absolute address."""
        return item.get_full_url(self.request)

    def item_guid(self, item: "ArticlePage") -> str:
        """Return the article's lasting identifier."""
        return self._identifier(item)

    def item_pubdate(self, item: "ArticlePage") -> datetime:
        """Return the date that readers see."""
        return item.published_at

    def item_updateddate(self, item: "ArticlePage") -> datetime:
        """Return the moment of the last publication."""
        return max(item.last_published_at or item.published_at, item.published_at)

    def item_author_name(self, item: "ArticlePage") -> str | None:
        """Return those who wrote it; the feed's own author stands for articles without."""
        return ", ".join(author.name for author in item.authors) or None

    def item_categories(self, item: "ArticlePage") -> list[str]:
        """Return the article's topics."""
        return [topic.name for topic in item.topics]

    def _identifier(self, page: Any, part: str = "") -> str:
        """Return a URN that names a page in its language, whatever its address (RFC 9562)."""
        # All of a newsroom speaks one language: no page is asked for its own.
        return uuid5(page.translation_key, f"{self.language}/{part}").urn


class AtomFeed(RssFeed):
    """The same articles as Atom (RFC 4287)."""

    feed_type = Atom1Feed
