"""How somebody gets a place at an event: here by e-mail, elsewhere, or by just coming."""

from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail_localize.fields import SynchronizedField


class AdmissionMixin(models.Model):
    """Whether people register, where, and for how many places."""

    registers_here = models.BooleanField(
        _("people register here"),
        default=False,
        db_default=False,
        help_text=_("They give a name and an e-mail address, and can cancel by themselves."),
    )
    capacity = models.PositiveIntegerField(
        _("places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_(
            "For each date. Whoever comes later stands on a waiting list and moves up by "
            "themselves. Leave empty for as many as come."
        ),
    )
    registration_url = models.URLField(
        _("registration elsewhere"),
        blank=True,
        help_text=_("The page of somebody else on which people register."),
    )

    admission_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel("registers_here"),
                FieldPanel("capacity"),
                FieldPanel("registration_url"),
            ],
            heading=_("Registration"),
        ),
    ]
    admission_synchronized: ClassVar[list[SynchronizedField]] = [
        SynchronizedField(name, overridable=False) for name in ("registers_here", "capacity")
    ]
    admission_constraints: ClassVar[list[models.BaseConstraint]] = [
        models.CheckConstraint(
            condition=Q(capacity__isnull=True) | Q(capacity__gte=1),
            name="event_has_a_place_or_no_limit",
            violation_error_message=_("An event needs one place at least."),
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Hold the ways to register apart.

        Raises:
            ValidationError: people would register in two places, or places are counted nowhere.
        """
        super().clean()
        problems: dict[str, Any] = {}
        if self.registers_here and self.registration_url:
            problems["registration_url"] = _("People register either here or elsewhere.")
        if self.capacity and not self.registers_here:
            problems["capacity"] = _("Places are counted only where people register here.")
        if problems:
            raise ValidationError(problems)


class Admission(models.TextChoices):
    """What a visitor can do about a place on one date."""

    OPEN = "open", _("Places are free")
    WAITING = "waiting", _("Waiting list")
    OVER = "over", _("Registration has ended")


def admission(starts_at: datetime, now: datetime, free: int | None) -> Admission:
    """Return what somebody who comes now can have.

    Args:
        starts_at: when the term begins; until then people register.
        now: an aware moment.
        free: places nobody has; ``None`` for as many as come.
    """
    if starts_at <= now:
        return Admission.OVER
    return Admission.OPEN if free is None or free > 0 else Admission.WAITING
