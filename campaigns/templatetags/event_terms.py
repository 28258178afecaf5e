"""How an event comes back, in words."""

from datetime import timedelta
from typing import Any

from django import template
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campaigns.models.recurrence import LAST, Repeats

register = template.Library()


@register.simple_tag
def event_rule(event: Any) -> str:
    """Return how often an event takes place and until when; nothing where it does once."""
    if not event.is_repeated or event.repeat_until is None:
        return ""
    return _("%(rule)s, until %(day)s") % {
        "rule": rule_in_words(event),
        "day": formats.date_format(event.repeat_until, "DATE_FORMAT"),
    }


def rule_in_words(event: Any) -> str:
    """Return the rule without its end."""
    every, weekday = event.repeat_every, weekday_in_rule(event.start_date.weekday())
    if event.repeats == Repeats.WEEKLY:
        words = ngettext("every %(weekday)s", "every %(count)s weeks on %(weekday)s", every)
        return words % {"count": every, "weekday": weekday}
    if event.repeats == Repeats.MONTHLY_BY_DAY:
        words = ngettext(
            "every month on day %(day)s", "every %(count)s months on day %(day)s", every
        )
        return words % {"count": every, "day": event.start_date.day}
    words = ordinal_weekday(event.weekday_of_month) % {"weekday": weekday}
    if every == 1:
        return words
    return ngettext(
        "%(rule)s, every %(count)s month", "%(rule)s, every %(count)s months", every
    ) % {"rule": words, "count": every}


def weekday_in_rule(number: int) -> str:
    """Return a weekday as it stands behind “every”: Albanian has a case of its own there.

    Args:
        number: 0 for Monday, as Python counts.
    """
    return (
        pgettext("every", "Monday"),
        pgettext("every", "Tuesday"),
        pgettext("every", "Wednesday"),
        pgettext("every", "Thursday"),
        pgettext("every", "Friday"),
        pgettext("every", "Saturday"),
        pgettext("every", "Sunday"),
    )[number]


def ordinal_weekday(number: int) -> str:
    """Return the phrase for one of the weekdays of a month, with a place for the weekday.

    Whole phrases, since numbers and weekdays have genders in Albanian.
    """
    return {
        1: _("every first %(weekday)s of the month"),
        2: _("every second %(weekday)s of the month"),
        3: _("every third %(weekday)s of the month"),
        4: _("every fourth %(weekday)s of the month"),
        LAST: _("every last %(weekday)s of the month"),
    }[number]


@register.simple_tag
def term_days(event: Any, term: Any) -> str:
    """Return the days of one term of an event."""
    first = formats.date_format(term.day, "l, j F Y")
    length = event.last_day - event.start_date
    if length == timedelta():
        return first
    return pgettext("days", "%(first)s to %(last)s") % {
        "first": first,
        "last": formats.date_format(term.day + length, "l, j F Y"),
    }
