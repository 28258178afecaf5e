"""Files for calendar programs hold to RFC 5545, and lead back to the pages."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from campaigns.models import EventStatus
from tests.factories.campaigns import CampaignPageFactory, EventPageFactory

CONTENT_LINE = re.compile(
    # RFC 5545 §3.1: a name, parameters whose values are quoted or free of , ; : and the value.
    r"(?P<name>[A-Z0-9-]+)"
    r'(?P<params>(?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*)'
    r'(?:,(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*)*)'
    r":(?P<value>[^\x00-\x08\x0a-\x1f]*)"
)
# Once at most in an event (§3.6.1).
SINGLE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "SEQUENCE", "URL", "LOCATION"}


def parse_strictly(data: bytes) -> list[tuple[str, str, str]]:
    """Read a calendar file line by line, and refuse whatever RFC 5545 does not allow."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    physical = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in physical), "lines are folded at 75 octets"
    unfolded = b"\r\n".join(physical).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    lines, depth = [], []
    for line in unfolded:
        found = CONTENT_LINE.fullmatch(line)
        assert found, f"not a content line: {line!r}"
        name, value = found["name"], found["value"]
        if name == "BEGIN":
            depth.append(value)
        elif name == "END":
            assert depth.pop() == value
        lines.append((name, found["params"], value))
    assert depth == []
    assert lines[0] == ("BEGIN", "", "VCALENDAR")
    return lines


def events_in(lines: list[tuple[str, str, str]]) -> list[dict[str, tuple[str, str]]]:
    """Return the events of a parsed file as mappings of name to parameters and value."""
    events, current = [], None
    for name, params, value in lines:
        if (name, value) == ("BEGIN", "VEVENT"):
            current = {}
        elif (name, value) == ("END", "VEVENT"):
            events.append(current)
            current = None
        elif current is not None:
            assert name not in current or name not in SINGLE
            current[name] = (params, value)
    return events


@pytest.fixture
def event(city, locales):
    event = EventPageFactory(
        parent=city.events,
        title="Boulevard; cars, none",
        slug="boulevard",
        summary="Öpen street with repair fair, school stage and a bicycle course for adults " * 2,
        start_date=date(2014, 4, 22),
        start_time=time(8),
        end_time=time(20),
        place="Bulevardi Dëshmorët e Kombit",
        address="Tiranë",
        organiser="City of Tirana, parks service",
        online_url="https://example.org/live",
        locale=locales["en"],
    )
    event.save_revision().publish()
    event.refresh_from_db()
    return event


def test_a_calendar_program_reads_the_event_back(client, event):
    response = client.get("/en/events/boulevard/event.ics")

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="boulevard.ics"'
    (found,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert found["UID"] == str(event.translation_key)
    assert found["SUMMARY"] == "Boulevard; cars, none"
    assert found["LOCATION"] == "Bulevardi Dëshmorët e Kombit, Tiranë"
    assert found["URL"] == "http://testserver/en/events/boulevard/"
    assert found.start == datetime(2014, 4, 22, 6, tzinfo=UTC)
    assert found.end == datetime(2014, 4, 22, 18, tzinfo=UTC)
    assert found["DTSTART"].params["TZID"] == "Europe/Tirane"
    assert found["SEQUENCE"] == 1
    assert found["STATUS"] == "CONFIRMED"
    assert found["CONTACT"] == "City of Tirana, parks service"
    stamp = event.last_published_at.replace(microsecond=0)
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == stamp


def test_every_line_holds_to_the_standard(client, event):
    lines = parse_strictly(client.get("/en/events/boulevard/event.ics").content)
    (found,) = events_in(lines)

    assert {"VERSION", "PRODID", "CALSCALE"} <= {name for name, _params, _value in lines}
    assert ("BEGIN", "", "VTIMEZONE") in lines
    assert found["SUMMARY"] == ("", r"Boulevard\; cars\, none")
    assert found["DTSTART"] == (";TZID=Europe/Tirane", "20140422T080000")
    assert found["DTSTAMP"][1].endswith("Z")
    assert re.fullmatch(r"[0-9a-f-]{36}", found["UID"][1])


def test_the_time_zone_covers_the_event_in_summer_and_winter(client, event):
    calendar = Calendar.from_ical(client.get("/en/events/boulevard/event.ics").content)
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Tirane"
    rebuilt = zone.to_tz(lookup_tzid=False)
    for month, hours in ((1, 1), (7, 2)):
        moment = datetime(2014, month, 15, 12, tzinfo=rebuilt)
        assert moment.utcoffset() == timedelta(hours=hours)


def test_a_whole_day_is_written_as_dates(client, city):
    EventPageFactory(parent=city.events, slug="fair", whole_day=True, start_date=date(2014, 4, 22))
    lines = parse_strictly(client.get("/en/events/fair/event.ics").content)
    (found,) = events_in(lines)
    assert found["DTSTART"] == (";VALUE=DATE", "20140422")
    assert found["DTEND"] == (";VALUE=DATE", "20140423")
    assert ("BEGIN", "", "VTIMEZONE") not in lines


def test_a_cancelled_event_is_struck_out_by_the_next_version(client, event):
    event.status = EventStatus.CANCELLED
    event.status_note = "Storm warning."
    event.save_revision().publish()
    (found,) = Calendar.from_ical(client.get("/en/events/boulevard/event.ics").content).events
    assert found["STATUS"] == "CANCELLED"
    assert found["SEQUENCE"] == 2
    assert found["DESCRIPTION"].startswith("Cancelled. Storm warning.")


def test_a_postponed_event_is_tentative(client, event):
    event.status = EventStatus.POSTPONED
    event.save_revision().publish()
    (found,) = Calendar.from_ical(client.get("/en/events/boulevard/event.ics").content).events
    assert found["STATUS"] == "TENTATIVE"


def test_the_feed_holds_every_published_event(client, city, event):
    EventPageFactory(parent=city.events, title="Abroad", time_zone="America/New_York")
    EventPageFactory(parent=city.events, title="A draft", live=False)

    response = client.get("/en/events/calendar.ics")

    parse_strictly(response.content)
    calendar = Calendar.from_ical(response.content)
    assert {str(found["SUMMARY"]) for found in calendar.events} == {event.title, "Abroad"}
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    assert zones == {"Europe/Tirane", "America/New_York"}
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Calendar"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=6)


def test_a_campaigns_feed_holds_its_own_events(client, city, event, locales):
    campaign = CampaignPageFactory(
        parent=city.campaigns, title="Green Cities", slug="green", locale=locales["en"]
    )
    event.campaign = campaign
    event.save()
    EventPageFactory(parent=city.events, title="Another")

    calendar = Calendar.from_ical(client.get("/en/campaigns/green/calendar.ics").content)

    (found,) = calendar.events
    assert found["SUMMARY"] == event.title
    assert found["CATEGORIES"].to_ical() == b"Green Cities"


def test_an_empty_feed_is_still_a_calendar(client, city):
    lines = parse_strictly(client.get("/en/events/calendar.ics").content)
    assert lines[-1] == ("END", "", "VCALENDAR")


def test_a_long_feed_asks_the_database_no_more(client, city, django_assert_max_num_queries):
    EventPageFactory.create_batch(2, parent=city.events)
    client.get("/en/events/calendar.ics")
    with django_assert_max_num_queries(12) as few:
        client.get("/en/events/calendar.ics")
    before = len(few)
    EventPageFactory.create_batch(12, parent=city.events)
    with django_assert_max_num_queries(before):
        client.get("/en/events/calendar.ics")


def test_the_file_is_one_document_for_everybody(client, event):
    response = client.get("/en/events/boulevard/event.ics")
    assert "public" in response["Cache-Control"]
    again = client.get(
        "/en/events/boulevard/event.ics", headers={"If-None-Match": response["ETag"]}
    )
    assert again.status_code == 304
    assert response.cookies == {}


@pytest.mark.parametrize(
    "path",
    [
        "/en/events/boulevard/calendar.ics",
        "/en/events/event.ics",
        "/en/campaigns/calendar.ics",
        "/en/nowhere/event.ics",
        "/en/events/boulevard/other.ics",
        "/en/calendar.ics",
    ],
)
def test_no_other_file_is_there(client, event, path):
    assert client.get(path).status_code == 404


def test_a_draft_has_no_file(client, event):
    event.unpublish()
    assert client.get("/en/events/boulevard/event.ics").status_code == 404


def test_a_restricted_page_has_no_file(client, event, city):
    PageViewRestriction.objects.create(page=city.events, restriction_type="login")
    assert client.get("/en/events/boulevard/event.ics").status_code == 404
    assert client.get("/en/events/calendar.ics").status_code == 404


def test_nobody_posts_to_a_file(client, event):
    assert client.post("/en/events/boulevard/event.ics").status_code == 405
