"""The dates of the demo: fixed ones as ISO 8601 strings, moving ones as offsets.

An offset is a mapping: ``{"days": n}`` is n days after the day on which the demo is loaded
(before it, when negative). With ``"weekday": w`` (ISO 8601: Monday is 1, Sunday is 7) it is the
first such weekday on or after that day, so that a school morning never falls on a Sunday. With
``"time": "HH:MM"`` it is a local time on that day. Inside a text an offset is written ``{day:n}``.
"""

import re
from datetime import datetime, time, timedelta

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
}


def day_of(value, today):
    """Return the ``date`` that ``value`` stands for when the demo is loaded on ``today``.

    Args:
        value: an ISO 8601 date or date-time string, or an offset mapping.
        today: the ``date`` from which offsets count.

    Raises:
        ValueError: a string is not ISO 8601.
        KeyError: a mapping has no ``days``.
    """
    if isinstance(value, str):
        return datetime.fromisoformat(value).date()
    day = today + timedelta(days=value["days"])
    weekday = value.get("weekday")
    if weekday is not None:
        day += timedelta(days=(weekday - day.isoweekday()) % 7)
    return day


def moment_of(value, today):
    """Return the naive local ``datetime`` that ``value`` stands for on ``today``.

    The time zone is ``events.TIME_ZONE``. A value without a time means midnight.

    Raises:
        ValueError: a string or a time is not ISO 8601.
        KeyError: a mapping has no ``days``.
    """
    if isinstance(value, str):
        return datetime.fromisoformat(value)
    clock = time.fromisoformat(value["time"]) if "time" in value else time.min
    return datetime.combine(day_of(value, today), clock)


def in_words(day, language):
    """Return ``day`` as ``language`` ("en" or "sq") writes it: 22 April 2014, 22 prill 2014."""
    return f"{day.day} {MONTHS[language].split()[day.month - 1]} {day.year}"


def fill(content, language, today):
    """Return ``content`` with every ``{day:n}`` in its texts set in words of ``language``.

    Args:
        content: a text, or any nesting of tuples, lists and mappings that hold texts.
        language: "en" or "sq".
        today: the ``date`` from which offsets count.
    """
    if isinstance(content, str):
        return re.sub(
            r"\{day:(-?\d+)\}",
            lambda found: in_words(day_of({"days": int(found[1])}, today), language),
            content,
        )
    if isinstance(content, dict):
        return {name: fill(value, language, today) for name, value in content.items()}
    if isinstance(content, (list, tuple)):
        return type(content)(fill(value, language, today) for value in content)
    return content
