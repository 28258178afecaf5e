"""The newsroom: all articles, filtered, pinned and fed."""

from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable
from wagtail.url_routing import RouteResult

from articles.feeds import AtomFeed, RssFeed, feed_links
from articles.filters import LIMIT, asked_words, filter_context
from articles.forms import ArticleIndexPageForm
from articles.models.pages import RESERVED_SLUGS, ArticlePage, ArticlePageQuerySet
from articles.models.parts import ArticleTopic
from community.models import CommentsModeMixin
from site_config.models.pages import IndexPage
from site_config.models.topics import Topic
from site_config.pagination import paginate
from site_config.rate_limits import (
    RateLimitedError,
    client_network,
    count_use,
    too_many_requests,
)

PINNED_AT_MOST = 3


class PinnedArticle(Orderable):
    """An article that the newsroom shows before all others."""

    page = ParentalKey(
        "articles.ArticleIndexPage", on_delete=models.CASCADE, related_name="pinned_links"
    )
    article = models.ForeignKey(
        "articles.ArticlePage",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("article", "articles.ArticlePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("pinned article")
        verbose_name_plural = _("pinned articles")

    def __str__(self) -> str:
        return str(self.article)


class ArticleIndexPage(CommentsModeMixin, RoutablePageMixin, IndexPage):
    """A newsroom with its articles."""

    base_form_class = ArticleIndexPageForm
    parent_page_types = ["home.HomePage"]
    subpage_types = ["articles.ArticlePage"]
    page_description = _("The newsroom: all news with filters, pinned articles and feeds.")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("intro"),
                    InlinePanel(
                        "pinned_links",
                        heading=_("Pinned articles"),
                        label=_("Article"),
                        max_num=PINNED_AT_MOST,
                        help_text=_("Up to three articles that stand before all others."),
                    ),
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    *IndexPage.listing_panels,
                    *IndexPage.promote_panels,
                ],
                heading=_("Lists and sharing"),
            ),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("newsroom")
        verbose_name_plural = _("newsrooms")

    # What the newsroom holds -------------------------------------------------------------

    def published(self) -> ArticlePageQuerySet:
        """The articles of this newsroom that anybody may read."""
        return ArticlePage.objects.child_of(self).live().unrestricted()

    def articles(self) -> ArticlePageQuerySet:
        """The published articles, newest first, as cards print them."""
        return ArticlePage.objects.child_of(self).for_listing()

    def articles_pinned_first(self) -> ArticlePageQuerySet:
        """The published articles, before all others the pinned ones in the editors' order.

        A newsroom's translation shares the choice: each article stands for its own translation.
        Pinned articles have a ``pin``, their place from 1; the others have none.
        """
        if self.pinned_links.is_deferring:  # a draft in its preview
            pinned = [
                (link.article.translation_key, position)
                for position, link in enumerate(self.pinned_links.all(), start=1)
            ]
        else:
            # Read first: asked for each article, it would cost the more the more there are.
            links = PinnedArticle.objects.filter(page_id=self.pk).order_by("sort_order")
            pinned = links.values_list("article__translation_key", Coalesce("sort_order", 0) + 1)
        places = [models.When(translation_key=key, then=place) for key, place in pinned]
        pin = models.Case(*places, default=None, output_field=models.IntegerField())
        listed = self.articles().annotate(pin=pin)
        if not places:
            return listed
        return listed.order_by(models.F("pin").asc(nulls_last=True), "-date", "-pk")

    def topics(self) -> list[Topic]:
        """The topics that this newsroom has published articles on."""
        links = ArticleTopic.objects.filter(page__in=self.published()).values("topic_id")
        return list(Topic.objects.in_language_of(self.locale_id).filter(pk__in=links))

    def years(self) -> list[int]:
        """The years that this newsroom has published articles of, the latest first."""
        return [day.year for day in self.published().dates("date", "year", order="DESC")]

    # What readers see --------------------------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the filters and the articles that they leave."""
        context = super().get_context(request, *args, **kwargs)
        context |= filter_context(self, request)
        chosen = context["chosen"]
        listed = chosen.apply(self.articles()) if chosen else self.articles_pinned_first()
        page_obj = paginate(request, listed, self.per_page)
        url = self.get_full_url(request) or ""
        return context | {
            "page_obj": page_obj,
            "articles": page_obj.object_list,
            "feeds": feed_links(self.title, url, chosen.topic),
            "canonical_url": self._canonical_url(url, chosen.topic, page_obj.number),
        }

    def _canonical_url(self, url: str, topic: Topic | None, number: int) -> str:
        """The address under which search engines know this list: words and years vary it only."""
        query = [f"topic={topic.slug}"] if topic else []
        query += [f"page={number}"] if number > 1 else []
        return url + ("?" + "&".join(query) if query else "")

    # Addresses below the newsroom --------------------------------------------------------

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Read an article together with what its page shows; lists and feeds as usual."""
        if len(path_components) == 1 and path_components[0] not in RESERVED_SLUGS:
            articles = ArticlePage.objects.child_of(self).for_reading()
            if article := articles.filter(slug=path_components[0]).first():
                article._cached_parent_obj = self
                return article.route(request, [])
        return super().route(request, path_components)

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        """Show the list; whoever looks for words too often is asked to pause."""
        if asked_words(request):
            try:
                count_use("search", client_network(request), LIMIT)
            except RateLimitedError as error:
                return too_many_requests(request, error.retry_after)
        return super().index_route(request)

    @path("feed/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """Serve the newest articles (RSS 2.0)."""
        return RssFeed(self)(request)

    @path("feed/atom/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """Serve the newest articles (Atom, RFC 4287)."""
        return AtomFeed(self)(request)

    @path("topic/<slug:slug>/", name="topic")
    def topic_list(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Lead to the list of one topic."""
        self._topic_or_404(slug)
        return redirect(f"{self.get_url(request)}?topic={slug}", permanent=True)

    @path("topic/<slug:slug>/feed/", name="topic_rss")
    def topic_rss(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Serve the newest articles on one topic (RSS 2.0)."""
        return RssFeed(self, self._topic_or_404(slug))(request)

    @path("topic/<slug:slug>/feed/atom/", name="topic_atom")
    def topic_atom(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Serve the newest articles on one topic (Atom, RFC 4287)."""
        return AtomFeed(self, self._topic_or_404(slug))(request)

    def _topic_or_404(self, slug: str) -> Topic:
        return get_object_or_404(Topic, locale_id=self.locale_id, slug=slug)
