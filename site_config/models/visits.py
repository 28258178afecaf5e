"""How often something was seen, followed or taken along: one number for each day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitKind(models.TextChoices):
    """What somebody did."""

    VIEW = "view", _("Views")
    CLICK = "click", _("Clicks")
    DOWNLOAD = "download", _("Downloads")


class DailyTotal(models.Model):
    """How often one thing happened to one subject on one day, in the city's time.

    Nothing here tells of a person: no address, no cookie, no number, no hour.
    """

    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=10, choices=VisitKind)
    # Such as ``page.12``: what is counted may be a row of any app, and may be gone.
    subject = models.CharField(_("subject"), max_length=60)
    count = models.PositiveBigIntegerField(_("number"), default=0)

    class Meta:
        verbose_name = _("daily total")
        verbose_name_plural = _("daily totals")
        constraints = [
            # In the order in which figures are asked for.
            models.UniqueConstraint(
                fields=["kind", "subject", "day"], name="one_total_for_kind_subject_and_day"
            ),
        ]
        indexes = [models.Index(fields=["day"], name="daily_total_by_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.subject}, {self.kind}: {self.count}"
