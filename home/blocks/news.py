"""News: the latest of a newsroom, pinned articles first."""

from typing import Any

from django.db.models import BooleanField, Case, Value, When
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from articles.models import ArticleIndexPage, ArticlePage
from articles.models.newsroom import PinnedArticle
from home.blocks.section import Front, NothingToShow, Pictures, SectionBlock, SectionTitleBlock


class NewsSection(SectionBlock):
    """One article with its picture, and the headlines after it."""

    title = SectionTitleBlock()
    newsroom = blocks.PageChooserBlock(
        label=_("Newsroom"),
        page_type="articles.ArticleIndexPage",
        required=False,
        help_text=_("Leave empty for the newsroom right below the home page."),
    )
    count = blocks.IntegerBlock(label=_("How many articles"), min_value=2, max_value=20, default=11)
    pinned_first = blocks.BooleanBlock(
        label=_("Pinned articles first"),
        required=False,
        default=True,
        help_text=_("Those that are pinned in the newsroom; the others follow by date."),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("News")
        description = _("The latest articles of a newsroom, always up to date by itself.")
        template = "home/sections/news.html"
        preview_value = {"title": "News", "newsroom": None, "count": 5, "pinned_first": True}

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the newest articles; the first one leads with its picture."""
        newsroom = front.one_in_language(value["newsroom"]) or front.index(ArticleIndexPage)
        if newsroom is None or not newsroom.live:
            raise NothingToShow(gettext("there is no published newsroom."))
        found = ArticlePage.objects.child_of(newsroom).live().unrestricted().with_topics()
        if value["pinned_first"]:
            found = found.annotate(is_pinned=_pinned_in(newsroom)).order_by(
                "-is_pinned", "-date", "-pk"
            )
        else:
            found = found.newest_first()
        articles = list(found.defer("story", "facts")[: value["count"]])
        if not articles:
            raise NothingToShow(gettext("the newsroom has no published article."))
        pictures.want(articles[:1])
        return {"newsroom": newsroom, "lead": articles[0], "articles": articles[1:]}


def _pinned_in(newsroom: ArticleIndexPage) -> Case:
    # A newsroom's translation shares the choice by the articles' translation keys.
    keys = PinnedArticle.objects.filter(page_id=newsroom.pk).values("article__translation_key")
    return Case(
        When(translation_key__in=keys, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
