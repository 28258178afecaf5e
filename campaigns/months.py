"""A month of the calendar, week by week."""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from campaigns.days import city_today, start_of_day

if TYPE_CHECKING:
    from campaigns.models.occurrences import EventOccurrence

FORMAT = "%Y-%m"
# No city plans or remembers further; crawlers find no endless row of empty months.
FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass
class Day:
    """One day of the month's table."""

    date: date
    in_month: bool
    is_today: bool
    terms: "list[EventOccurrence]" = field(default_factory=list)


@dataclass(frozen=True)
class Month:
    """A month by its first day."""

    first: date

    @classmethod
    def read(cls, value: str) -> "Month":
        """Return the month of an address, such as ``2014-04``; this month where it names none.

        Raises:
            Http404: it is no month, or one that no calendar here reaches.
        """
        if not value:
            return cls(city_today().replace(day=1))
        try:
            first = datetime.strptime(value, FORMAT).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError as error:
            raise Http404(_("There is no such month in this calendar.")) from error
        if not FIRST_YEAR <= first.year <= LAST_YEAR:
            raise Http404(_("There is no such month in this calendar."))
        return cls(first)

    def __str__(self) -> str:
        return self.first.strftime(FORMAT)

    @property
    def last(self) -> date:
        """The last day."""
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    @property
    def previous(self) -> "Month | None":
        """The month before, within what the calendar reaches."""
        month = Month((self.first - timedelta(days=1)).replace(day=1))
        return month if month.first.year >= FIRST_YEAR else None

    @property
    def next(self) -> "Month | None":
        """The month after, within what the calendar reaches."""
        month = Month(self.last + timedelta(days=1))
        return month if month.first.year <= LAST_YEAR else None

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The moments between which the shown weeks lie, from the first Monday."""
        start = self.first - timedelta(days=self.first.weekday())
        end = self.last + timedelta(days=7 - self.last.weekday())
        return start_of_day(start), start_of_day(end)

    def weeks(self, terms: "Iterable[EventOccurrence]") -> list[list[Day]]:
        """Return the weeks of the month, Monday first (ISO 8601), each day with what begins on it.

        A term of several days stands on each of them.

        Args:
            terms: those that touch the span, with their events, by their start.
        """
        by_day: dict[date, list[EventOccurrence]] = defaultdict(list)
        for term in terms:
            length = term.event.last_day - term.event.start_date
            for offset in range(length.days + 1):
                by_day[term.day + timedelta(days=offset)].append(term)
        today = city_today()
        return [
            [Day(day, day.month == self.first.month, day == today, by_day[day]) for day in week]
            for week in calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)
        ]
