"""What somebody who is registered has been told of when and where it takes place."""

from datetime import date
from typing import Any

from campaigns.models import EventPage, EventRegistration

# What everybody is told alike, and what each language writes for itself: a translation says
# nothing new by its own words.
OF_ALL = ("day", "when", "address")
OF_ONE_PAGE = ("place", "online")


def page_for(registration: EventRegistration) -> EventPage | None:
    """Return the event's page in the language of the person, where it is published.

    One that still names another day than the registration has is older, and the last choice.
    """
    pages = EventPage.objects.filter(translation_key=registration.event_key).live().order_by("pk")
    with_day = pages.filter(occurrences__day=registration.day)
    for found in (with_day, pages):
        same = found.filter(locale__language_code=registration.language).first()
        if page := same or found.first():
            return page
    return None


def facts_of(page: EventPage, day: date) -> dict[str, Any]:
    """Return what a mail that is written now tells of one date of an event."""
    term = page.occurrences.filter(day=day).first()
    return {
        "day": day.isoformat(),
        "when": f"{term.starts_at.isoformat()} {term.ends_at.isoformat()}" if term else "",
        "address": page.address,
        "page": page.pk,
        "place": page.place,
        "online": page.online_url,
    }


def known_term(registration: EventRegistration, facts: dict[str, Any]) -> dict[str, Any]:
    """Return what somebody knows once they have been told, with the days that were left."""
    return facts | {"left": days_left(registration)}


def days_left(registration: EventRegistration) -> list[str]:
    """Return the days from which a registration was moved, as ISO 8601 writes them."""
    return (registration.told_term or {}).get("left", [])


def is_news(known: dict[str, Any], facts: dict[str, Any]) -> bool:
    """Say whether somebody who knows one thing should be told another.

    Args:
        known: what they have been told.
        facts: the same as it stands now.
    """
    names = OF_ALL + (OF_ONE_PAGE if known.get("page") == facts["page"] else ())
    return any(name in known and known[name] != facts[name] for name in names)


def day_that_is_known(registration: EventRegistration) -> date:
    """Return the date for which somebody believes to be registered."""
    told = (registration.told_term or {}).get("day")
    return date.fromisoformat(told) if told else registration.day
