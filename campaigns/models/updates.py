"""What happened during a campaign or a project, day by day."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.days import city_today
from site_config.paints import Paint


class DatedUpdate(TranslatableMixin, models.Model):
    """One piece of news, with its date."""

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
        abstract = True
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def anchor(self) -> str:
        """The name of its place on the page."""
        return f"update-{self.pk}"


class CampaignUpdate(DatedUpdate):
    """One piece of news of a campaign."""

    campaign = ParentalKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="updates"
    )


class ProjectUpdate(DatedUpdate):
    """One piece of news of a project."""

    project = ParentalKey("campaigns.ProjectPage", on_delete=models.CASCADE, related_name="updates")
