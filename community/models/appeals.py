"""Appeals: whoever was decided about may ask once that a colleague looks again."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.decisions import ModerationDecision

LONGEST_APPEAL = 1000


class AppealQuerySet(models.QuerySet["Appeal"]):
    """Appeals by who has to answer them."""

    def open(self) -> Self:
        """Appeals that wait for an answer."""
        return self.filter(outcome=Appeal.Outcome.OPEN)

    def for_answer_by(self, moderator: models.Model) -> Self:
        """Open appeals that this moderator may answer: not against their own decision, nor of
        their own.
        """
        return (
            self.open()
            .exclude(decision__moderator=moderator.pk)
            .exclude(decision__member=moderator.pk)
            .exclude(decision__comment__user=moderator.pk)
        )

    def with_subject(self) -> Self:
        """The same appeals with what a page prints of each."""
        return self.select_related(
            "author",
            "settled_by",
            "decision__moderator",
            "decision__member",
            "decision__sanction",
            "decision__comment__user",
            "decision__comment__conversation__content_type",
        )


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

    objects = AppealQuerySet.as_manager()

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
