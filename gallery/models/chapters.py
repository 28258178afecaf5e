"""The parts of a film."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from gallery.durations import clock_duration


class VideoChapter(TranslatableMixin, models.Model):
    """Where a part of a film begins."""

    page = ParentalKey("gallery.VideoPage", on_delete=models.CASCADE, related_name="chapters")
    start = models.FloatField(
        _("begins at"),
        validators=[MinValueValidator(0)],
        help_text=_("Seconds from the beginning, such as 72.5."),
    )
    title = models.CharField(_("title"), max_length=120)

    panels = [FieldPanel("start"), FieldPanel("title")]

    override_translatable_fields = [SynchronizedField("start", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__gte=0), name="a_chapter_begins_within_its_film"
            )
        ]

    def __str__(self) -> str:
        return f"{self.clock} {self.title}"

    @property
    def clock(self) -> str:
        """When it begins, as players show it."""
        return clock_duration(self.start)

    @property
    def seconds(self) -> str:
        """When it begins, as scripts read it: with a point in every language."""
        return f"{self.start:g}"

    @property
    def fragment(self) -> str:
        """The part of the film's address that leads here (Media Fragments URI 1.0 §4.2.1)."""
        return f"#t={self.seconds}"
