"""What belongs to one article: its topics, authors, related articles and corrections."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin


class ArticleTopic(TranslatableMixin, Orderable):
    """One topic of an article; the first marks its card."""

    page = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(
        "site_config.Topic",
        verbose_name=_("topic"),
        on_delete=models.PROTECT,
        related_name="article_links",
    )

    panels = [FieldPanel("topic")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("topic of an article")
        verbose_name_plural = _("topics of articles")

    def __str__(self) -> str:
        return str(self.topic)


class ArticleAuthor(TranslatableMixin, Orderable):
    """One of those who wrote an article."""

    page = ParentalKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="author_links"
    )
    author = models.ForeignKey(
        "articles.Author",
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="article_links",
    )

    panels = [FieldPanel("author")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("author of an article")
        verbose_name_plural = _("authors of articles")

    def __str__(self) -> str:
        return str(self.author)


class RelatedArticle(Orderable):
    """An article that an editor recommends beside another, in whichever language is read."""

    page = ParentalKey(
        "articles.ArticlePage", on_delete=models.CASCADE, related_name="related_links"
    )
    article = models.ForeignKey(
        "articles.ArticlePage",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("article", "articles.ArticlePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")

    def __str__(self) -> str:
        return str(self.article)


class Correction(TranslatableMixin, models.Model):
    """What was wrong in an article, and the day on which it was set right."""

    page = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="corrections")
    date = models.DateField(_("corrected on"), default=timezone.localdate)
    text = models.TextField(
        _("what was wrong"),
        max_length=600,
        help_text=_("Name the mistake and what is right. Readers see it above the article."),
    )

    panels = [FieldPanel("date"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="a_correction_says_what_was_wrong",
                violation_error_message=_("Say what was wrong."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.text[:60]}"
