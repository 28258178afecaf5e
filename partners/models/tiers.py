"""Tiers: what a partner gives, and how large its logo stands in return."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Locale, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from site_config.paints import Paint


class PartnerTierQuerySet(models.QuerySet):
    """Tiers in the order that staff gave them."""

    def in_language_of(self, locale: Locale) -> Self:
        """The tiers of one language, the first one first."""
        return self.filter(locale=locale).order_by("sort_order", "name")


class PartnerTier(TranslatableMixin, index.Indexed, models.Model):
    """One tier of partnership, such as the sustaining partners."""

    class LogoSize(models.TextChoices):
        LARGE = "large", _("Large logos, three in a row")
        MEDIUM = "medium", _("Logos, four in a row")
        NAME = "name", _("Names without logos")

    name = models.CharField(_("name"), max_length=60)
    terms = models.CharField(
        _("what makes a partner one of this tier"),
        max_length=120,
        blank=True,
        help_text=_("A few words beside the name: “Three years or more”."),
    )
    benefits = RichTextField(
        _("what the city gives in return"), blank=True, features=["bold", "italic", "link", "ul"]
    )
    paint = models.CharField(
        _("paint"), max_length=20, choices=Paint.choices, default=Paint.SAFFRON
    )
    logo_size = models.CharField(
        _("size of the logos"), max_length=10, choices=LogoSize.choices, default=LogoSize.MEDIUM
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Tiers with smaller numbers stand first.")
    )

    objects = PartnerTierQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("terms"), FieldPanel("benefits")], heading=_("Words")
        ),
        MultiFieldPanel(
            [FieldPanel("paint"), FieldPanel("logo_size"), FieldPanel("sort_order")],
            heading=_("Looks"),
        ),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    override_translatable_fields = [
        SynchronizedField("paint", overridable=False),
        SynchronizedField("logo_size", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("partner tier")
        verbose_name_plural = _("partner tiers")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name
