"""Events that take place again and again, until a day (RFC 5545 §3.3.10)."""

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any, ClassVar, NamedTuple

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from icalendar import vRecur
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.models.moments import MomentsMixin

# Five years of weeks. Whoever plans further ahead starts a new event.
MOST_DATES = 260
MOST_AT_ONCE = 12
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# A month may have a fifth of the weekday, or not; the last one it always has.
LAST = -1
WEEKS_IN_EVERY_MONTH = 4


class Repeats(models.TextChoices):
    """How an event comes back."""

    NEVER = "never", _("Takes place once")
    WEEKLY = "weekly", _("Every week, on the same weekday")
    MONTHLY_BY_DAY = "monthly_day", _("Every month, on the same day of the month")
    MONTHLY_BY_WEEKDAY = "monthly_weekday", _("Every month, on the same weekday of the month")


class Term(NamedTuple):
    """One time that an event takes place: its first day, and its moments."""

    day: date
    starts_at: datetime
    ends_at: datetime


class RecurrenceMixin(MomentsMixin):
    """An event that may come back, by the clocks at its place, until a day."""

    repeats = models.CharField(
        _("repeats"),
        max_length=16,
        choices=Repeats,
        default=Repeats.NEVER,
        db_default=Repeats.NEVER,
        help_text=_("Counted from the first day above."),
    )
    repeat_every = models.PositiveSmallIntegerField(
        _("every"),
        default=1,
        db_default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_AT_ONCE)],
        help_text=_("2 means every second week or month."),
    )
    repeat_until = models.DateField(
        _("repeats until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it may begin."),
    )

    recurrence_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [
                FieldPanel("repeats"),
                FieldRowPanel([FieldPanel("repeat_every"), FieldPanel("repeat_until")]),
            ],
            heading=_("Repeats"),
        ),
        InlinePanel(
            "exceptions",
            heading=_("Dates on which it does not take place"),
            label=_("Date"),
            help_text=_("Calendars strike these dates out and keep the others."),
        ),
    ]
    recurrence_synchronized: ClassVar[list[SynchronizedField]] = [
        SynchronizedField(name, overridable=False)
        for name in ("repeats", "repeat_every", "repeat_until")
    ]
    recurrence_constraints: ClassVar[list[models.BaseConstraint]] = [
        models.CheckConstraint(
            condition=Q(repeats=Repeats.NEVER) | Q(repeat_until__gte=models.F("start_date")),
            name="event_that_repeats_has_a_last_day",
            violation_error_message=_("An event that repeats needs a last day after its first."),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def is_repeated(self) -> bool:
        """Whether it takes place more than once."""
        return self.repeats != Repeats.NEVER

    @property
    def weekday_of_month(self) -> int:
        """Which of its weekdays the first day is in its month; -1 for a fifth, the last one."""
        number = (self.start_date.day - 1) // 7 + 1
        return number if number <= WEEKS_IN_EVERY_MONTH else LAST

    def days(self) -> Iterator[date]:
        """Yield the first day of each term; of endless rules no more than can be kept."""
        if not self.is_repeated:
            yield self.start_date
            return
        if self.repeat_until is None:
            return
        rule: dict[str, Any] = {"interval": self.repeat_every, "count": MOST_DATES + 1}
        if self.repeats == Repeats.WEEKLY:
            rule |= {"freq": WEEKLY}
        elif self.repeats == Repeats.MONTHLY_BY_DAY:
            rule |= {"freq": MONTHLY, "bymonthday": self.start_date.day}
        else:
            same = weekday(self.start_date.weekday(), self.weekday_of_month)
            rule |= {"freq": MONTHLY, "byweekday": same}
        for moment in rrule(dtstart=datetime.combine(self.start_date, time.min), **rule):
            if moment.date() > self.repeat_until:
                return
            yield moment.date()

    def terms(self) -> list[Term]:
        """Return every term with its moments, by the clocks at the place on that day."""
        length = self.last_day - self.start_date
        found = []
        for day in self.days():
            starts_at, ends_at = self.moments_on(day, day + length)
            found.append(Term(day, starts_at, ends_at))
        return found

    def recurrence_rule(self) -> vRecur | None:
        """Return the rule as calendar programs read it; nothing where it takes place once.

        UNTIL is a date where the start is one, and otherwise a moment in UTC (RFC 5545 §3.3.10).
        """
        if not self.is_repeated or self.repeat_until is None:
            return None
        rule: dict[str, Any] = {"freq": "weekly", "interval": self.repeat_every}
        if self.repeats == Repeats.MONTHLY_BY_DAY:
            rule |= {"freq": "monthly", "bymonthday": self.start_date.day}
        elif self.repeats == Repeats.MONTHLY_BY_WEEKDAY:
            day = DAYS[self.start_date.weekday()]
            rule |= {"freq": "monthly", "byday": f"{self.weekday_of_month}{day}"}
        last = self.repeat_until
        rule["until"] = last if self.all_day else self.moments_on(last, last)[0]
        return vRecur(rule)

    def clean(self) -> None:
        """Hold the rule together.

        Raises:
            ValidationError: it has no last day, no second term, too many, or terms that overlap.
        """
        super().clean()
        if not self.is_repeated:
            self.repeat_every, self.repeat_until = 1, None
            return
        if not self.start_date or not 1 <= self.repeat_every <= MOST_AT_ONCE:
            return  # The fields say what is wrong.
        if self.repeat_until is None:
            raise ValidationError(
                {"repeat_until": _("Give the last day: nothing goes on for ever.")}
            )
        if self.repeat_until < self.start_date:
            raise ValidationError({"repeat_until": _("The last day lies before the first.")})
        days = list(self.days())
        if len(days) < 2:
            raise ValidationError(
                {"repeat_until": _("Until then it takes place once. Choose a later day.")}
            )
        if len(days) > MOST_DATES:
            words = ngettext(
                "An event can have %(count)d date at most. Choose an earlier last day.",
                "An event can have %(count)d dates at most. Choose an earlier last day.",
                MOST_DATES,
            )
            raise ValidationError({"repeat_until": words % {"count": MOST_DATES}})
        shortest = min(later - sooner for sooner, later in pairwise(days))
        if self.last_day - self.start_date >= shortest:
            raise ValidationError(
                {"end_date": _("It would begin again before it has ended. Shorten it.")}
            )

    def next_term_change(self: Any, now: datetime) -> datetime | None:
        """Return the next moment at which a term begins or ends."""
        moments = (moment for term in self.terms() for moment in term[1:] if moment > now)
        return min(moments, default=None)

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return when the page speaks of its terms anew, unless it changes sooner."""
        moments = (self.next_term_change(now), super().fresh_until(now))
        return min((moment for moment in moments if moment), default=None)


class EventException(TranslatableMixin, Orderable):
    """One date on which a repeated event does not take place."""

    event = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="exceptions")
    day = models.DateField(_("day"))
    note = models.CharField(
        _("why"), max_length=200, blank=True, help_text=_("Such as: a public holiday.")
    )

    panels = [FieldRowPanel([FieldPanel("day"), FieldPanel("note")])]

    override_translatable_fields = [SynchronizedField("day", overridable=False)]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("date that is left out")
        verbose_name_plural = _("dates that are left out")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "day"],
                name="event_leaves_a_day_out_once",
                violation_error_message=_("This day is left out already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}"
