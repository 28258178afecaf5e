"""Warnings, suspensions and bans: they keep somebody from writing, never from their own data."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.comment_states import HiddenFor
from community.models.decisions import ModerationDecision


class SanctionQuerySet(models.QuerySet["Sanction"]):
    """Sanctions by whether they hold."""

    def holding_at(self, moment: datetime) -> Self:
        """Suspensions and bans that keep somebody from writing at a moment."""
        return self.filter(
            models.Q(kind=Sanction.Kind.BAN)
            | models.Q(kind=Sanction.Kind.SUSPENSION, until__gt=moment),
            lifted_at__isnull=True,
        )

    def strongest_against(self, member: models.Model, moment: datetime) -> "Sanction | None":
        """Return what keeps a member from writing the longest; nothing where they may write."""
        holding = self.holding_at(moment).filter(member=member.pk)
        return holding.order_by(models.F("until").desc(nulls_first=True)).first()


class Sanction(models.Model):
    """One measure against one member. They can sign in, read, export and leave all the same."""

    class Kind(models.TextChoices):
        """How far it goes."""

        WARNING = "warning", _("Warning")
        SUSPENSION = "suspension", _("Suspension")
        BAN = "ban", _("Ban")

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        on_delete=models.CASCADE,
        related_name="sanctions",
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    reason = models.CharField(_("reason"), max_length=12, choices=HiddenFor)
    words = models.CharField(_("words for the member"), max_length=1000, blank=True)
    decision = models.OneToOneField(
        ModerationDecision,
        verbose_name=_("decision"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sanction",
    )
    begins_at = models.DateTimeField(_("begins"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        ordering = ["-begins_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="suspension") | models.Q(until__isnull=False),
                name="suspension_has_an_end",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.member}"
