"""A campaign's days, and the status that follows from them."""

from datetime import date, datetime, timedelta
from typing import ClassVar, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail_localize.fields import SynchronizedField

from campaigns.days import city_today, next_midnight, start_of_day
from campaigns.models.status import CampaignStatus


class CourseStep(NamedTuple):
    """A day in the course of a campaign.

    Attributes:
        day: the day, or ``None`` where it isn't known yet.
        name: what happens on it.
        state: ``done``, ``now`` (the latest that was done, while more is to come) or ``next``.
    """

    day: date | None
    name: str
    state: str


class ScheduleMixin(models.Model):
    """The days of a campaign. All of them are the city's; a day counts whole."""

    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), help_text=_("The campaign is open until midnight."))
    key_day = models.DateField(
        _("main day"),
        null=True,
        blank=True,
        help_text=_("The day shown as a calendar leaf, such as 22 April for Earth Day."),
    )
    results_expected_on = models.DateField(
        _("results expected by"),
        null=True,
        blank=True,
        help_text=_("Promised to readers from the end of the campaign until the results stand."),
    )

    schedule_panels: ClassVar[list[Panel]] = [
        FieldRowPanel(
            [FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("key_day")],
            heading=_("Dates"),
        ),
    ]

    # The same days in every language.
    schedule_synchronized: ClassVar[list[SynchronizedField]] = [
        SynchronizedField(name, overridable=False)
        for name in ("starts_on", "ends_on", "key_day", "results_expected_on")
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Hold the days together.

        Raises:
            ValidationError: a day lies where it makes no sense.
        """
        super().clean()
        if not (self.starts_on and self.ends_on):
            return
        problems = {}
        if self.ends_on < self.starts_on:
            problems["ends_on"] = _("The last day lies before the first day.")
        elif self.key_day and not self.starts_on <= self.key_day <= self.ends_on:
            problems["key_day"] = _("The main day lies outside the campaign.")
        if self.results_expected_on and self.results_expected_on < self.ends_on:
            problems["results_expected_on"] = _("Results come after the last day.")
        if problems:
            raise ValidationError(problems)

    def status_on(self, day: date) -> CampaignStatus:
        """Return the status on a day of the city; the last day still counts as open."""
        if day < self.starts_on:
            return CampaignStatus.UPCOMING
        if day <= self.ends_on:
            return CampaignStatus.OPEN
        return CampaignStatus.RESULTS if self.results else CampaignStatus.CLOSED

    @property
    def status(self) -> CampaignStatus:
        """The status today, in the city."""
        return self.status_on(city_today())

    @property
    def is_open_now(self) -> bool:
        """Whether the campaign runs today."""
        return self.status == CampaignStatus.OPEN

    @property
    def counts_down_to(self) -> datetime | None:
        """The moment that readers wait for: the opening, else the end; nothing after it."""
        today = city_today()
        if today < self.starts_on:
            return start_of_day(self.starts_on)
        if today <= self.ends_on:
            return start_of_day(self.ends_on + timedelta(days=1))
        return None

    @property
    def has_ended(self) -> bool:
        """Whether the last day has passed."""
        return city_today() > self.ends_on

    @property
    def days_left(self) -> int:
        """Whole days after today until the last one; 0 on the last day and afterwards."""
        return max(0, (self.ends_on - city_today()).days)

    @property
    def results_overdue(self) -> bool:
        """Whether the promised day of the results has passed without them."""
        promised = self.results_expected_on
        late = promised is not None and promised < city_today()
        return late and self.status == CampaignStatus.CLOSED

    @property
    def leaf_day(self) -> date:
        """The day on the calendar leaf: the main day, else the first."""
        return self.key_day or self.starts_on

    @property
    def course(self) -> list[CourseStep]:
        """The campaign from its first day to its results, each step with its state today."""
        today = city_today()
        has_results = self.status == CampaignStatus.RESULTS
        steps = [(self.starts_on, gettext("The campaign opens"), self.starts_on <= today)]
        if self.key_day and self.key_day not in {self.starts_on, self.ends_on}:
            steps.append((self.key_day, gettext("Main day"), self.key_day <= today))
        steps.append((self.ends_on, gettext("Last day"), self.has_ended))
        if has_results:
            steps.append((None, gettext("The results are published"), True))
        elif self.results_expected_on:
            steps.append((self.results_expected_on, gettext("Results are expected"), False))
        else:
            steps.append((None, gettext("Results follow"), False))
        reached = sum(done for _day, _name, done in steps)
        states = ["done" if done else "next" for _day, _name, done in steps]
        if 0 < reached < len(steps):
            states[reached - 1] = "now"
        return [
            CourseStep(day, name, state)
            for (day, name, _done), state in zip(steps, states, strict=True)
        ]

    def next_change(self, now: datetime) -> datetime | None:
        """Return the next midnight while a day is to come that the text counts down to."""
        last = self.ends_on
        if self.results_expected_on and not self.results:
            last = max(last, self.results_expected_on)
        return next_midnight(now) if city_today(now) <= last else None
