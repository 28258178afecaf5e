"""Days as the city counts them: a day begins at midnight in the city, not in UTC.

Editors and readers may sit in other time zones; Wagtail's admin even switches to the editor's
own. A campaign's last day ends for all of them at the same moment.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def city_today(now: datetime | None = None) -> date:
    """Return the city's date at an aware moment, which is the present one by default."""
    return timezone.localdate(now, timezone=timezone.get_default_timezone())


def start_of_day(day: date) -> datetime:
    """Return the moment at which a day begins in the city."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def next_midnight(now: datetime) -> datetime:
    """Return the moment at which the city's next day begins.

    Args:
        now: an aware moment.
    """
    return start_of_day(city_today(now) + timedelta(days=1))
