"""The steps of a promise: each change of its state, with the day on which it was made known."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.days import city_today
from campaigns.models.commitment_queries import CommitmentState
from site_config.paints import Paint

STATE_PAINTS = {
    CommitmentState.HEARD: Paint.SKY,
    CommitmentState.STUDYING: Paint.SKY,
    CommitmentState.PLANNED: Paint.SAFFRON,
    CommitmentState.IN_PROGRESS: Paint.SAFFRON,
    CommitmentState.DONE: Paint.LIME,
    CommitmentState.DECLINED: Paint.ROSE,
}
STATE_ICONS = {
    CommitmentState.HEARD: "chat",
    CommitmentState.STUDYING: "chat",
    CommitmentState.PLANNED: "calendar",
    CommitmentState.IN_PROGRESS: "refresh",
    CommitmentState.DONE: "check",
    CommitmentState.DECLINED: "close",
}


class CommitmentStep(TranslatableMixin, Orderable):
    """One change, with the day on which it was made known. Steps are added, not rewritten."""

    commitment = ParentalKey(
        "campaigns.CommitmentPage", on_delete=models.CASCADE, related_name="steps"
    )
    date = models.DateField(_("date"), default=city_today)
    state = models.CharField(
        _("state"), max_length=12, choices=CommitmentState, default=CommitmentState.HEARD
    )
    words = models.TextField(
        _("in words"),
        max_length=600,
        blank=True,
        help_text=_("What was done, or why not. Needed for what is declined."),
    )

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("state")]),
        FieldPanel("words"),
    ]

    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("date", "state", "sort_order")
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=CommitmentState.DECLINED) | ~models.Q(words=""),
                name="declined_commitment_says_why",
                violation_error_message=_("Say why it is declined."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.get_state_display()}"

    def clean(self) -> None:
        """Ask for a reason, and for a day that has come.

        Raises:
            ValidationError: one of them is missing.
        """
        super().clean()
        problems = {}
        if self.state == CommitmentState.DECLINED and not self.words.strip():
            problems["words"] = _("Say why it is declined.")
        if self.date and self.date > city_today():
            problems["date"] = _("This day is still to come. A step is told once it is made.")
        if problems:
            raise ValidationError(problems)

    @property
    def paint(self) -> str:
        """The colour of its mark."""
        return STATE_PAINTS[CommitmentState(self.state)].value
