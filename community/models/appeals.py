"""Appeals: whoever was decided about may ask once that a colleague looks again."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.decisions import ModerationDecision

LONGEST_APPEAL = 1000


class Appeal(models.Model):
    """One appeal against one decision, settled by somebody who has not made it."""

    class Outcome(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("Open")
        GRANTED = "granted", _("Granted")
        REFUSED = "refused", _("Refused")

    decision = models.OneToOneField(
        ModerationDecision,
        verbose_name=_("decision"),
        on_delete=models.CASCADE,
        related_name="appeal",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("appealed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="appeals",
        help_text=_("Empty for a guest, and where the member has left."),
    )
    words = models.CharField(_("words"), max_length=LONGEST_APPEAL)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.OPEN)
    answer = models.CharField(_("answer"), max_length=LONGEST_APPEAL, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="appeals_settled",
    )
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["made_at"]
        indexes = [
            models.Index(
                fields=["made_at"], condition=models.Q(outcome="open"), name="appeals_that_wait"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.decision}"
