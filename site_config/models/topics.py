"""Topics: what pages and discussions are about, with the paint that marks them."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Locale, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from site_config.drawings import drawing_choices
from site_config.paints import Paint


class TopicQuerySet(models.QuerySet):
    """Topics as lists and filters ask for them."""

    def in_language_of(self, locale: Locale | int) -> Self:
        """The topics of one language, given by its locale or that's key, in the order of staff."""
        return self.filter(locale=locale).order_by("sort_order", "name")


class Topic(TranslatableMixin, index.Indexed, models.Model):
    """One subject of the city's life, such as transport, named in one language.

    News, discussions, publications and albums share the topics, so that a reader finds the
    same names and paints everywhere.
    """

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("address"),
        max_length=60,
        help_text=_("The word in web addresses: small letters and hyphens, such as “transport”."),
    )
    description = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_("One sentence at the head of the topic's list and in its feed."),
    )
    paint = models.CharField(
        _("paint"),
        max_length=20,
        choices=Paint.choices,
        default=Paint.SKY,
        help_text=_("The colour of the topic's mark. It never stands without the name."),
    )
    drawing = models.CharField(
        _("drawing"),
        max_length=40,
        blank=True,
        choices=drawing_choices,
        help_text=_("Shown on cards of this topic where no picture was chosen."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Topics with smaller numbers come first in filters.")
    )

    objects = TopicQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")],
            heading=_("Words"),
        ),
        MultiFieldPanel(
            [FieldPanel("paint"), FieldPanel("drawing"), FieldPanel("sort_order")],
            heading=_("Looks"),
        ),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    # A colour, a drawing and a place in the order are no words to translate.
    override_translatable_fields = [
        SynchronizedField("paint", overridable=False),
        SynchronizedField("drawing", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["sort_order", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="one_topic_for_each_address",
                violation_error_message=_("Another topic of this language has this address."),
            )
        ]

    def __str__(self) -> str:
        return self.name
