"""When an event takes place: the wall clock at its place, and the moments that follow from it."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail_localize.fields import SynchronizedField

REGIONS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")


@cache
def time_zone_choices() -> list[tuple[str, str]]:
    """Return the named time zones as form choices (IANA time zone database)."""
    names = sorted(name for name in available_timezones() if name.startswith(REGIONS))
    return [(name, name.replace("_", " ")) for name in ["UTC", *names]]


def default_time_zone() -> str:
    """Return the city's own time zone."""
    return settings.TIME_ZONE


class MomentsMixin(models.Model):
    """Start and end as the clocks at the place show them.

    Editors write what stands on the poster. It is kept as written, because a moment alone would
    shift with the editor's own time zone or with a later change of the law on summer time; the
    moments beside it, in UTC, serve order and comparison.
    """

    start_date = models.DateField(_("first day"))
    start_time = models.TimeField(_("begins at"), null=True, blank=True)
    end_date = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave empty when it ends the same day.")
    )
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    all_day = models.BooleanField(
        _("all day"), default=False, help_text=_("From midnight to midnight; needs no times.")
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=time_zone_choices,
        default=default_time_zone,
        help_text=_("That of the place, if the event is abroad or online from elsewhere."),
    )
    starts_at = models.DateTimeField(_("start"), editable=False, db_index=True)
    ends_at = models.DateTimeField(_("end"), editable=False, db_index=True)

    moments_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
                FieldPanel("all_day"),
                FieldPanel("time_zone"),
            ],
            heading=_("When"),
        ),
    ]

    moments_synchronized: ClassVar[list[SynchronizedField]] = [
        SynchronizedField(name, overridable=False)
        for name in ("start_date", "start_time", "end_date", "end_time", "all_day", "time_zone")
    ]

    moments_constraints: ClassVar[list[models.BaseConstraint]] = [
        models.CheckConstraint(
            condition=Q(ends_at__gt=F("starts_at")),
            name="event_ends_after_it_starts",
            violation_error_message=_("An event can't end before it starts."),
        ),
        models.CheckConstraint(
            condition=Q(all_day=True) | Q(start_time__isnull=False, end_time__isnull=False),
            name="event_has_times_or_lasts_all_day",
            violation_error_message=_("Give both times, or tick “all day”."),
        ),
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the page with its moments, drafts included, which are not checked in full."""
        self.set_moments()
        super().save(*args, **kwargs)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the place."""
        return ZoneInfo(self.time_zone)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.end_date or self.start_date

    @property
    def starts(self) -> datetime:
        """The start on the clocks at the place."""
        return self.starts_at.astimezone(self.zone)

    @property
    def ends(self) -> datetime:
        """The end on the clocks at the place; for a whole day, the midnight after it."""
        return self.ends_at.astimezone(self.zone)

    @property
    def is_foreign_time(self) -> bool:
        """Whether its clocks run in another zone than the city's."""
        return self.time_zone != settings.TIME_ZONE

    def set_moments(self) -> None:
        """Reckon ``starts_at`` and ``ends_at`` from the clocks at the place, as far as known."""
        if not self.start_date or self.time_zone not in dict(time_zone_choices()):
            return
        self.starts_at, self.ends_at = self.moments_on(self.start_date, self.last_day)

    def moments_on(self, first_day: date, last_day: date) -> tuple[datetime, datetime]:
        """Return start and end in UTC, if it began and ended on these days.

        Args:
            first_day: the day on which it begins, by the clocks at the place.
            last_day: the day on which it ends.
        """
        midnight = time.min
        if self.all_day:
            first = datetime.combine(first_day, midnight)
            last = datetime.combine(last_day + timedelta(days=1), midnight)
        else:
            first = datetime.combine(first_day, self.start_time or midnight)
            last = datetime.combine(last_day, self.end_time or midnight)
        return (
            first.replace(tzinfo=self.zone).astimezone(UTC),
            last.replace(tzinfo=self.zone).astimezone(UTC),
        )

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Reckon the moments, then check everything."""
        self.set_moments()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Hold dates and times together.

        Raises:
            ValidationError: a time is missing, doesn't exist that night, or the end comes first.
        """
        super().clean()
        problems = {}
        if self.all_day:
            self.start_time = self.end_time = None
        else:
            for name in ("start_time", "end_time"):
                if getattr(self, name) is None:
                    problems[name] = _("Give the time, or tick “all day”.")
        if not problems and self.start_date and self.time_zone in dict(time_zone_choices()):
            if self.ends_at <= self.starts_at:
                name = "end_time" if self.last_day == self.start_date else "end_date"
                problems[name] = _("The end lies before the start.")
            for name, moment, told in (
                ("start_time", self.starts, self.start_time),
                ("end_time", self.ends, self.end_time),
            ):
                if told and moment.time() != told:
                    problems[name] = _("Clocks skip this time that night: summer time begins.")
        if problems:
            raise ValidationError(problems)
