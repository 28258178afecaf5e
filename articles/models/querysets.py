"""News as readers ask for it."""

from typing import Self

from django.db import models

from articles.models.parts import ArticleAuthor, ArticleTopic
from articles.structured_data import PICTURE_SPEC
from site_config.models.images import SiteRendition
from site_config.models.pages import BasePageQuerySet
from site_config.models.topics import Topic
from site_config.pictures import STANDARD_SPECS


def topic_prefetch() -> models.Prefetch:
    """Read the topics of many articles at once, in the editors' order."""
    links = ArticleTopic.objects.select_related("topic").order_by("sort_order", "pk")
    return models.Prefetch("topic_links", queryset=links)


def size_prefetch() -> models.Prefetch:
    """Read the sizes of many pictures at once: those of cards, heads and shared links."""
    sizes = SiteRendition.objects.filter(filter_spec__in=[*STANDARD_SPECS, PICTURE_SPEC])
    return models.Prefetch("renditions", queryset=sizes, to_attr="prefetched_renditions")


class ArticlePageQuerySet(BasePageQuerySet):
    """News as readers ask for it."""

    def newest_first(self) -> Self:
        """By the date that readers see, the newest first."""
        return self.order_by("-date", "-pk")

    def for_listing(self) -> Self:
        """Published articles, newest first, with everything a card prints."""
        return super().for_listing().with_topics().newest_first().defer("story", "facts")

    def for_reading(self) -> Self:
        """Articles with what their own page shows beside the story."""
        return (
            self.select_related("contact", "listing_image", "locale")
            .with_authors()
            .prefetch_related("corrections")
        )

    def with_topics(self) -> Self:
        """The same articles with their topics, in the editors' order."""
        return self.prefetch_related(topic_prefetch())

    def with_authors(self) -> Self:
        """The same articles with those who wrote them, in the editors' order."""
        links = ArticleAuthor.objects.select_related("author__picture").order_by("sort_order", "pk")
        return self.prefetch_related(models.Prefetch("author_links", queryset=links))

    def about(self, *topics: Topic) -> Self:
        """The articles that have one of these topics."""
        return self.filter(
            pk__in=ArticleTopic.objects.filter(topic__in=topics).values("page_id").distinct()
        )

    def in_year(self, year: int) -> Self:
        """The articles of one calendar year, by the date that readers see."""
        return self.filter(date__year=year)

    def with_words(self, words: str) -> Self:
        """The articles in whose title, text or topics all of these words stand."""
        found = self.model.objects.live().search(words, operator="and", order_by_relevance=False)
        if hasattr(found, "get_queryset"):  # the database searches: one query does it all
            return self.filter(pk__in=found.get_queryset().order_by().values("pk"))
        return self.filter(pk__in=[article.pk for article in found])
