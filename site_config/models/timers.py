"""When the portal's timers last did their work."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class TimerRunQuerySet(models.QuerySet["TimerRun"]):
    """Days of work, claimed one by one."""

    def claim(self, name: str, day: date) -> bool:
        """Claim a day's run of a timer; say no where somebody has it already.

        The claim holds with the running transaction: work that fails gives the day back.
        """
        run, created = self.get_or_create(name=name, defaults={"day": day})
        return created or bool(self.filter(pk=run.pk, day__lt=day).update(day=day))


class TimerRun(models.Model):
    """The last day on which a daily timer has finished its work."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    day = models.DateField(_("day"))

    objects = TimerRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of a timer")
        verbose_name_plural = _("runs of timers")

    def __str__(self) -> str:
        return f"{self.name}: {self.day}"
