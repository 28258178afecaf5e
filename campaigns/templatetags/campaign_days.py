"""Days and hours in words, as campaigns, projects and events print them."""

from datetime import date
from typing import Any

from django import template
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

register = template.Library()

# A calendar leaf is narrow: longer names of months are cut to their abbreviation.
LONGEST_MONTH = 7


@register.simple_tag
def day_range(first: date | None, last: date | None = None) -> str:
    """Return two days as one phrase, naming month and year once where they are the same.

    Args:
        first: the first day; without it only the last one is told.
        last: the last day; without it, or if it is the same, only the first one is told.
    """
    if first is None or last is None or first == last:
        day = first or last
        if day is None:
            return ""
        words = formats.date_format(day, "DATE_FORMAT")
        if first is None:
            return _("until %(day)s") % {"day": words}
        return words if last else _("from %(day)s") % {"day": words}
    pattern = "j F Y"
    if first.year == last.year:
        pattern = "j" if first.month == last.month else "j F"
    return pgettext("days", "%(first)s to %(last)s") % {
        "first": formats.date_format(first, pattern),
        "last": formats.date_format(last, "DATE_FORMAT"),
    }


@register.simple_tag
def event_hours(event: Any) -> str:
    """Return the hours of an event by the clocks at its place."""
    if event.all_day:
        return _("All day")
    start, end = event.starts, event.ends
    words = {
        "start": formats.time_format(start, "TIME_FORMAT"),
        "end": formats.time_format(end, "TIME_FORMAT"),
    }
    hours = pgettext("hours", "%(start)s to %(end)s") % words
    if event.is_foreign_time:
        city = event.time_zone.rpartition("/")[2].replace("_", " ")
        return _("%(hours)s (%(city)s time)") % {"hours": hours, "city": city}
    return hours


@register.simple_tag
def event_days(event: Any) -> str:
    """Return the days of an event: of its next term, where a list has asked for it."""
    return day_range(event.shown_day, event.shown_last_day)


@register.filter
def leaf_month(day: date) -> str:
    """Return the name of a month, short enough for a calendar leaf."""
    name = formats.date_format(day, "F")
    return name if len(name) <= LONGEST_MONTH else formats.date_format(day, "M")


@register.filter
def wall_class(paint: str) -> str:
    """Return the classes of a painted plane; one too dark for ink turns the scheme with it."""
    return f"wall on-dark p-{paint}" if paint == "park" else f"wall p-{paint}"


@register.filter
def leaf_paint(paint: str) -> str:
    """Return a light paint for a leaf or a mark that stands out from a plane of ``paint``."""
    if paint in {"saffron", "persimmon"}:
        return "sky"
    return "lime" if paint == "park" else "saffron"


@register.simple_tag
def days_left_in_words(campaign: Any) -> str:
    """Return how long an open campaign still runs."""
    if campaign.days_left == 0:
        return _("Last day today")
    return ngettext("%(days)s day left", "%(days)s days left", campaign.days_left) % {
        "days": campaign.days_left
    }
