"""Days as the city counts them: a day begins at midnight in the city, not in UTC.

Editors and readers may sit in other time zones; Wagtail's admin even switches to the editor's
own. A campaign's last day ends for all of them at the same moment.
"""

from datetime import date, datetime, time, timedelta
from datetime import timezone as fixed_zone

from django.utils import timezone


def city_today(now: datetime | None = None) -> date:
    """Return the city's date at an aware moment, which is the present one by default."""
    return timezone.localdate(now, timezone=timezone.get_default_timezone())


def start_of_day(day: date) -> datetime:
    """Return the moment at which a day begins in the city."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def written_start_of_day(day: date) -> datetime:
    """Return the moment at which a day begins in the city, as feeds can write it.

    Until time zones came, clocks went by the sun: those of Tirana were 1:19:20 hours before
    Greenwich. RFC 822 and RFC 3339 know hours and minutes alone, so the seconds are left out.
    """
    start = start_of_day(day)
    minutes = (start.utcoffset() or timedelta()) // timedelta(minutes=1)
    return start.replace(tzinfo=fixed_zone(timedelta(minutes=minutes)))


def next_midnight(now: datetime) -> datetime:
    """Return the moment at which the city's next day begins.

    Args:
        now: an aware moment.
    """
    return start_of_day(city_today(now) + timedelta(days=1))
