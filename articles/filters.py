"""What a reader of the newsroom asks for: a topic, a year, words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from site_config.models.topics import Topic
from site_config.rate_limits import Limit

if TYPE_CHECKING:
    from articles.models.newsroom import ArticleIndexPage
    from articles.models.pages import ArticlePageQuerySet

WORDS_AT_MOST = 200  # characters of a free-text filter
# The same count as that of the portal's search: it is one engine that both keep busy.
LIMIT = Limit(times=30, seconds=60)


@dataclass(frozen=True)
class NewsFilter:
    """The filters of one address, checked.

    Attributes:
        topic: articles on this topic, or any.
        year: articles of this year, or any.
        words: articles that hold all of these words, or any.
    """

    topic: Topic | None = None
    year: int | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.topic or self.year or self.words)

    def apply(self, articles: "ArticlePageQuerySet") -> "ArticlePageQuerySet":
        """Return those of the articles that the reader asks for."""
        if self.topic:
            articles = articles.about(self.topic)
        if self.year:
            articles = articles.in_year(self.year)
        if self.words:
            articles = articles.with_words(self.words)
        return articles


def read_filter(request: HttpRequest, topics: list[Topic], years: list[int]) -> NewsFilter:
    """Return the filters in a request's address; empty ones filter nothing.

    Args:
        request: a GET with ``topic`` (an address of a topic), ``year`` and ``q``.
        topics: the topics that the newsroom has articles on.
        years: the years that it has articles of.

    Raises:
        Http404: the newsroom has no such topic or year.
    """
    slug = request.GET.get("topic", "").strip()
    topic = next((topic for topic in topics if topic.slug == slug), None)
    if slug and topic is None:
        raise Http404(_("There is no news on such a topic."))
    raw_year = request.GET.get("year", "").strip()
    year = (
        int(raw_year) if raw_year.isascii() and raw_year.isdecimal() and len(raw_year) == 4 else 0
    )
    if raw_year and year not in years:
        raise Http404(_("There is no news of such a year."))
    return NewsFilter(topic=topic, year=year or None, words=asked_words(request))


def asked_words(request: HttpRequest) -> str:
    """Return the words of a request's ``q``, at most so many as a filter takes."""
    return " ".join(request.GET.get("q", "").split())[:WORDS_AT_MOST]


def filter_context(newsroom: "ArticleIndexPage", request: HttpRequest) -> dict[str, Any]:
    """Return the names that the newsroom's filter form needs."""
    topics, years = newsroom.topics(), newsroom.years()
    return {
        "topics": topics,
        "years": years,
        "chosen": read_filter(request, topics, years),
        "words_at_most": WORDS_AT_MOST,
    }
