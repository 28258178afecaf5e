"""Events as calendar programs read them (RFC 5545, with names of RFC 7986)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Conference, Event

if TYPE_CHECKING:
    from campaigns.models.events import EventPage
    from campaigns.models.occurrences import EventOccurrence

PRODUCT = "-//Sheshi//Smart City portal//{language}"
# How often a subscribed calendar may ask again.
REFRESH_INTERVAL = timedelta(hours=6)
# Cancelled ones stay in the file: a program that holds them then strikes them out.
STATUSES = {"scheduled": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def build_calendar(events: Iterable["EventPage"], request: HttpRequest, name: str) -> Calendar:
    """Return a calendar with the time zones that its events need.

    Args:
        events: published events from ``for_calendar()``.
        request: gives the site whose addresses lead back to the pages.
        name: what programs call the calendar.
    """
    language = get_language() or "sq"
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT.format(language=language.upper()))
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name, parameters={"LANGUAGE": language})
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH_INTERVAL, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH_INTERVAL)
    events = list(events)
    for event in events:
        calendar.add_component(calendar_event(event, request))
        for term in event.left_out:
            calendar.add_component(left_out(event, term, request))
    if events:
        first = events[0].start_date
        last = max(event.repeat_until or event.last_day for event in events)
        calendar.add_missing_timezones(
            first_date=date(first.year - 1, 1, 1), last_date=date(last.year + 2, 1, 1)
        )
    return calendar


def calendar_event(page: "EventPage", request: HttpRequest) -> Event:
    """Describe one event (RFC 5545 §3.6.1).

    The identifier is that of the event in all languages, so that a calendar which gets it in
    two holds it once; so state, sequence and time of change are those of all languages, too.
    Without a METHOD, DTSTAMP is that time (§3.8.7.2).
    """
    event = Event()
    event.add("uid", str(page.translation_key))
    changed = page.changed_at or page.latest_revision_created_at or page.starts_at
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    if page.first_published_at:
        event.add("created", page.first_published_at)
    event.add("sequence", page.sequence)
    if page.all_day:
        event.add("dtstart", page.start_date)
        event.add("dtend", page.last_day + timedelta(days=1))  # The end is exclusive (§3.6.1).
    else:
        event.add("dtstart", page.starts)
        event.add("dtend", page.ends)
    if (rule := page.recurrence_rule()) is not None:
        event.add("rrule", rule)
    event.add("summary", page.title)
    event.add("status", STATUSES[page.standing])
    # A visitor's day is not taken by what the city offers.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    if url := page.get_full_url(request):
        event.add("url", url)
    if text := description(page):
        event.add("description", text)
    if where := ", ".join(part for part in (page.place, page.address) if part):
        event.add("location", where)
    if page.online_url:
        conference = Conference(
            page.online_url, feature=["VIDEO"], label=_("Follow online"), language=get_language()
        )
        event.add("conference", conference.to_uri())
    if page.organiser:
        event.add("contact", page.organiser)
    if category := page.campaign_title:
        event.add("categories", [category])
    return event


def left_out(page: "EventPage", term: "EventOccurrence", request: HttpRequest) -> Event:
    """Describe a date on which a repeated event does not take place (RFC 5545 §3.8.4.4).

    It is named as one that was cancelled rather than left out of the rule: a program that holds
    the date then strikes it out, and its owner learns of it.
    """
    event = calendar_event(page, request)
    starts_at, ends_at = page.moments_on(term.day, term.day + (page.last_day - page.start_date))
    for name in ("rrule", "dtstart", "dtend", "status", "description"):
        event.pop(name, None)
    if page.all_day:
        start, end = term.day, term.day + (page.last_day - page.start_date)
        event.add("recurrence-id", start)
        event.add("dtstart", start)
        event.add("dtend", end + timedelta(days=1))
    else:
        start = starts_at.astimezone(page.zone)
        event.add("recurrence-id", start)
        event.add("dtstart", start)
        event.add("dtend", ends_at.astimezone(page.zone))
    event.add("status", STATUSES["cancelled"])
    if term.note:
        event.add("description", term.note)
    return event


def description(page: "EventPage") -> str:
    """Return what a calendar shows below the title: state, summary, cost and access."""
    parts = [page.summary]
    if not page.takes_place:
        parts.insert(0, f"{page.standing.label}. {page.standing_note}".strip())
    parts += [page.cost_in_words, page.accessibility]
    return "\n".join(part for part in parts if part)
