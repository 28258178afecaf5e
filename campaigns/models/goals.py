"""What a campaign wants to reach, in numbers that staff keep."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from campaigns.blocks import FiguresBlock


class GoalMixin(models.Model):
    """A number to reach, how much of it is reached, and further figures."""

    goal = models.PositiveIntegerField(
        _("goal"), null=True, blank=True, help_text=_("Leave empty for a campaign without one.")
    )
    reached = models.PositiveIntegerField(
        _("reached so far"),
        default=0,
        help_text=_(
            "Kept by hand, such as signatures on paper. What is signed on the page is added."
        ),
    )
    goal_unit = models.CharField(
        _("what is counted"),
        max_length=60,
        blank=True,
        help_text=_("In the plural, such as “pledges”."),
    )
    goal_text = models.CharField(
        _("about the goal"),
        max_length=250,
        blank=True,
        help_text=_("One or two sentences beside the number."),
    )
    figures = StreamField(
        FiguresBlock(),
        verbose_name=_("figures"),
        blank=True,
        help_text=_("Further numbers, such as trees adopted."),
    )

    goal_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("goal"), FieldPanel("reached")]),
                FieldPanel("goal_unit"),
                FieldPanel("goal_text"),
                FieldPanel("figures"),
            ],
            heading=_("Goal"),
        ),
    ]

    goal_synchronized: ClassVar[list[SynchronizedField]] = [
        SynchronizedField("goal", overridable=False),
        SynchronizedField("reached", overridable=False),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Ask what the number counts.

        Raises:
            ValidationError: the goal is 0, or counts nothing.
        """
        super().clean()
        if self.goal == 0:
            message = _("A goal is a number above zero; leave it empty for none.")
            raise ValidationError({"goal": message})
        if self.goal and not self.goal_unit:
            raise ValidationError({"goal_unit": _("Say what is counted, such as “pledges”.")})

    @property
    def reached_now(self) -> int:
        """What is reached in all; a page that counts by itself adds its own."""
        return self.reached

    @property
    def goal_percent(self) -> int:
        """How much of the goal is reached, in per cent, rounded down; it may pass 100."""
        return self.reached_now * 100 // self.goal if self.goal else 0
