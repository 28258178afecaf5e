"""An article: one piece of news."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from articles.feeds import feed_links
from articles.forms import ArticlePageForm
from articles.models.parts import ArticleTopic, RelatedArticle
from articles.models.querysets import ArticlePageQuerySet, size_prefetch, topic_prefetch
from articles.panels import RELATED_AT_MOST, article_tabs
from articles.reading import count_words, reading_minutes, story_texts
from articles.structured_data import news_article
from community.models import CommentablePageMixin
from site_config.blocks.story import StoryBlock
from site_config.blocks.text import FactBoxBlock
from site_config.days import written_start_of_day
from site_config.models.pages import BasePage
from site_config.models.topics import Topic

# Addresses below a newsroom that are its own lists and feeds.
RESERVED_SLUGS = frozenset({"feed", "topic"})


ArticlePageManager = PageManager.from_queryset(ArticlePageQuerySet)


class ArticlePage(CommentablePageMixin, BasePage):
    """A piece of news with its story."""

    lead = models.TextField(
        _("lead"),
        max_length=500,
        help_text=_("The first sentences, set large: what happened and whom it concerns."),
    )
    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("The day that readers see.")
    )
    picture_caption = models.CharField(
        _("caption"),
        max_length=250,
        blank=True,
        help_text=_("What is to be known about the picture. The credit is added by itself."),
    )
    story = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)
    facts = StreamField(
        [("facts", FactBoxBlock())],
        verbose_name=_("facts beside the story"),
        blank=True,
        max_num=1,
        help_text=_("When, where, how much: shown in a box beside the text."),
    )
    contact = models.ForeignKey(
        "articles.Contact",
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The office that answers questions about this article."),
    )

    objects = ArticlePageManager()

    base_form_class = ArticlePageForm
    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("A piece of news with text, pictures, authors and topics.")
    card_template = "articles/article_card.html"
    og_type = "article"

    edit_handler = article_tabs()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("story"),
        index.SearchField("facts"),
        index.SearchField("topic_names"),
        index.FilterField("date"),
    ]

    # The day is the same in every language.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("date", overridable=False),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["-date"], name="article_by_date")]

    def clean(self) -> None:
        """Keep the addresses of the newsroom's own lists free.

        Raises:
            ValidationError: the slug is one of them.
        """
        super().clean()
        if self.slug in RESERVED_SLUGS:
            message = _("“%(slug)s” is an address of the newsroom itself. Choose another.")
            raise ValidationError({"slug": message % {"slug": self.slug}})

    @cached_property
    def topics(self) -> list[Topic]:
        """The article's topics in the editors' order."""
        return [link.topic for link in self._links("topic_links", "topic")]

    @cached_property
    def authors(self) -> list[Any]:
        """Those who wrote the article, in the editors' order."""
        return [link.author for link in self._links("author_links", "author")]

    @cached_property
    def dated_corrections(self) -> list[Any]:
        """What has been set right, the oldest first."""
        return sorted(self.corrections.all(), key=lambda correction: correction.date)

    @property
    def topic(self) -> Topic | None:
        """The topic that marks the article in lists."""
        return self.topics[0] if self.topics else None

    @property
    def topic_names(self) -> str:
        """The topics' names, so that a search for one finds the article."""
        return ", ".join(topic.name for topic in self.topics)

    @property
    def newsroom_url(self) -> str:
        """The address of the newsroom above: asking the tree for it would cost a query a card."""
        return (self.url or "/").rstrip("/").rpartition("/")[0] + "/"

    @property
    def fallback_drawing(self) -> str:
        """The drawing for a card with neither picture nor drawing of its own."""
        return (self.topic.drawing if self.topic else "") or "tile-government"

    @property
    def facts_box(self) -> Any | None:
        """The facts beside the story, or nothing."""
        return self.facts[0].value if self.facts else None

    @cached_property
    def word_count(self) -> int:
        """The words of lead and story."""
        return count_words(self.lead, *story_texts(self.story))

    @property
    def reading_time(self) -> int:
        """The minutes that reading takes."""
        return reading_minutes(self.word_count)

    @property
    def published_at(self) -> datetime:
        """The reader's date as a moment, for feeds: the day's publication, or its beginning."""
        first = self.first_published_at
        if first is not None and timezone.localdate(first) == self.date:
            return first
        return written_start_of_day(self.date)

    @cached_property
    def related(self) -> list[Self]:
        """Three articles to read on: those that editors chose, then the newest by topic."""
        pages = (
            type(self)
            .objects.live()
            .unrestricted()
            .filter(locale_id=self.locale_id)
            .exclude(pk=self.pk)
            .select_related("listing_image")
            .defer("story", "facts")
        )
        if self.related_links.is_deferring:  # a draft in its preview
            chosen = [link.article.translation_key for link in self.related_links.all()]
            topics = [link.topic_id for link in self.topic_links.all()]
            found = list(pages.filter(translation_key__in=chosen)) if chosen else []
            found.sort(key=lambda page: chosen.index(page.translation_key))
        else:
            links = RelatedArticle.objects.filter(page_id=self.pk)
            topics = ArticleTopic.objects.filter(page_id=self.pk).values("topic_id")
            place = links.filter(article__translation_key=models.OuterRef("translation_key"))
            chosen = links.values("article__translation_key")
            found = list(
                pages.filter(translation_key__in=chosen)
                .annotate(place=models.Subquery(place.values("sort_order")[:1]))
                .order_by("place")
            )
        if len(found) < RELATED_AT_MOST:
            # Asked of the newest articles one by one, until there are enough of them.
            alike = ArticleTopic.objects.filter(page_id=models.OuterRef("pk"), topic_id__in=topics)
            others = pages.filter(models.Exists(alike)).exclude(translation_key__in=chosen)
            found += others.order_by("-date", "-pk")[: RELATED_AT_MOST - len(found)]
        return found[:RELATED_AT_MOST]

    def _read_together(self) -> None:
        """Read topics and picture sizes of the article and its related ones in one go each."""
        pages = [*self.related, *([] if self.topic_links.is_deferring else [self])]
        models.prefetch_related_objects(pages, topic_prefetch())
        pictures = [page.listing_image for page in [self, *self.related]]
        pictures += [author.picture for author in self.authors]
        models.prefetch_related_objects(
            [picture for picture in pictures if picture], size_prefetch()
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the related articles and the newsroom's feeds."""
        context = super().get_context(request, *args, **kwargs)
        self._read_together()
        context["related"] = self.related
        if self.trail:
            newsroom = self.trail[-1]
            context["feeds"] = feed_links(newsroom.title, newsroom.get_full_url(request) or "")
        return context

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the article to machines (schema.org NewsArticle)."""
        return news_article(self, super().structured_data(request))

    def _links(self, relation: str, target: str) -> list[Any]:
        """The links of one relation with their targets; a prefetch or a draft is used as it is."""
        manager = getattr(self, relation)
        prefetched = relation in getattr(self, "_prefetched_objects_cache", {})
        if prefetched or manager.is_deferring:
            return list(manager.all())
        return list(manager.select_related(target).order_by("sort_order", "pk"))
