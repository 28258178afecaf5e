"""The city's own day, set ahead."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from django.utils import timezone


class CityCalendar:
    """Django's time zones, with the city's own day set ahead; the clock of sessions stays."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __getattr__(self, name: str) -> Any:
        return getattr(timezone, name)

    def localdate(self, value: datetime | None = None, timezone: tzinfo | None = None) -> date:
        """Return the day of a moment in a time zone, the present one where none is given."""
        moment = value or self.now() + self.ahead
        return moment.astimezone(timezone).date()
