"""Which reminders of an end have gone out."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.partner_terms import PartnerTerm


class RenewalReminder(models.Model):
    """That both sides were reminded of a term's last day, so many days ahead."""

    term = models.ForeignKey(
        PartnerTerm, verbose_name=_("term"), on_delete=models.CASCADE, related_name="reminders"
    )
    # A term that is prolonged ends on another day, of which both are reminded again.
    ends_on = models.DateField(_("last day"))
    days = models.PositiveSmallIntegerField(_("days ahead"))
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    class Meta:
        verbose_name = _("renewal reminder")
        verbose_name_plural = _("renewal reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["term", "ends_on", "days"],
                name="one_reminder_for_each_step_before_an_end",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ends_on}: {self.days}"
