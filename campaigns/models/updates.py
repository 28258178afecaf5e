"""What happened during a campaign, day by day."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.days import city_today
from site_config.paints import Paint


class CampaignUpdate(TranslatableMixin, models.Model):
    """One piece of news of a campaign, with its date."""

    campaign = ParentalKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="updates"
    )
    date = models.DateField(_("date"), default=city_today)
    title = models.CharField(_("title"), max_length=120)
    text = RichTextField(_("text"), blank=True, features=["bold", "italic", "link"])
    paint = models.CharField(
        _("paint"),
        max_length=20,
        choices=Paint.choices,
        default=Paint.SAFFRON,
        help_text=_("Its mark on the timeline."),
    )

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("paint")]),
        FieldPanel("title"),
        FieldPanel("text"),
    ]

    override_translatable_fields = [
        SynchronizedField("date", overridable=False),
        SynchronizedField("paint", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return self.title
