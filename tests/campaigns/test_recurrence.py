"""Events that come back: their dates, what editors may ask for, and what calendars read."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject
from django.core.exceptions import ValidationError
from icalendar import Calendar

from campaigns.calendars import calendar_event
from campaigns.days import city_today
from campaigns.models import EventException, EventOccurrence, EventPage, Repeats
from campaigns.models.recurrence import MOST_DATES
from tests.campaigns.test_calendar_files import parse_strictly
from tests.factories.campaigns import EventPageFactory

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 3, 10)


def event(**fields: object) -> EventPage:
    """Return an event that is not stored, on the second Tuesday of March 2026 at half past five."""
    given = {
        "title": "Cycling",
        "start_date": TUESDAY,
        "start_time": time(17, 30),
        "end_time": time(19),
        "time_zone": "Europe/Tirane",
        "repeats": Repeats.WEEKLY,
        "repeat_until": date(2026, 4, 7),
    }
    page = EventPage(**given | fields)
    page.set_moments()
    return page


def test_a_week_passes_between_two_dates_of_a_weekly_event():
    assert list(event().days()) == [TUESDAY + timedelta(weeks=week) for week in range(5)]


def test_every_second_week_is_left_out_where_it_is_told_so():
    assert [day.day for day in event(repeat_every=2).days()] == [10, 24, 7]


def test_a_month_without_the_day_is_passed_over():
    end_of_month = event(
        start_date=date(2026, 1, 31),
        repeats=Repeats.MONTHLY_BY_DAY,
        repeat_until=date(2026, 5, 31),
    )
    assert [(day.month, day.day) for day in end_of_month.days()] == [(1, 31), (3, 31), (5, 31)]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (date(2026, 3, 10), [(3, 10), (4, 14), (5, 12)]),  # the second Tuesday
        (date(2026, 3, 31), [(3, 31), (4, 28), (5, 26)]),  # a fifth one counts as the last
    ],
)
def test_a_weekday_of_the_month_keeps_its_place(first, expected):
    found = event(
        start_date=first, repeats=Repeats.MONTHLY_BY_WEEKDAY, repeat_until=date(2026, 5, 31)
    ).days()
    assert [(day.month, day.day) for day in found] == expected


def test_clocks_at_the_place_show_the_same_hour_in_summer_and_winter():
    moments = [term.starts_at for term in event().terms()]
    assert moments[2] == datetime(2026, 3, 24, 16, 30, tzinfo=UTC)
    assert moments[3] == datetime(2026, 3, 31, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"repeat_until": None}, "repeat_until"),
        ({"repeat_until": TUESDAY - timedelta(days=1)}, "repeat_until"),
        ({"repeat_until": TUESDAY + timedelta(days=6)}, "repeat_until"),
        ({"repeat_until": TUESDAY + timedelta(weeks=MOST_DATES)}, "repeat_until"),
        ({"end_date": TUESDAY + timedelta(days=7)}, "end_date"),
        ({"capacity": 5}, "capacity"),
        ({"registers_here": True, "registration_url": "https://example.org/"}, "registration_url"),
    ],
    ids=["without end", "reversed", "once", "for ever", "overlapping", "uncounted", "twice"],
)
def test_what_makes_no_sense_is_told_at_its_field(fields, named):
    with pytest.raises(ValidationError) as refused:
        event(**fields).clean()
    assert list(refused.value.message_dict) == [named]


def test_a_rule_that_no_longer_applies_is_forgotten():
    once = event(repeats=Repeats.NEVER, repeat_every=3)
    once.clean()
    assert (once.repeat_every, once.repeat_until) == (1, None)


@pytest.fixture
def course(city):
    """A weekly course of four dates, the third of which is left out."""
    day = city_today() + timedelta(days=3)
    page = EventPageFactory.build(
        title="Cycling",
        slug="cycling",
        start_date=day,
        repeats=Repeats.WEEKLY,
        repeat_until=day + timedelta(weeks=3),
        locale=city.home.locale,
    )
    page.exceptions = [EventException(day=day + timedelta(weeks=2), note="Book fair")]
    city.events.add_child(instance=page)
    return page


def test_terms_are_stored_with_the_event_and_follow_its_changes(course):
    first = course.start_date
    kept = {row.day: row.pk for row in course.occurrences.all()}
    assert [row.is_left_out for row in course.occurrences.all()] == [False, False, True, False]

    course.repeat_until = first + timedelta(weeks=1)
    course.exceptions.clear()
    course.save()

    rows = {row.day: row.pk for row in course.occurrences.all()}
    assert rows == {day: kept[day] for day in (first, first + timedelta(weeks=1))}


def test_lists_show_the_next_date_and_forget_an_event_after_its_last_one(course, city):
    def shown(now):
        return [page.next_day for page in EventPage.objects.child_of(city.events).upcoming(now)]

    first = course.start_date
    after_first = course.occurrences.all()[0].ends_at
    after_second = course.occurrences.all()[1].ends_at
    last = course.occurrences.last().ends_at
    assert shown(after_first - timedelta(seconds=1)) == [first]
    assert shown(after_first) == [first + timedelta(weeks=1)]
    # The third date is left out.
    assert shown(after_second) == [first + timedelta(weeks=3)]
    assert shown(last) == []
    assert list(EventPage.objects.past(last)) == [course]


def test_an_event_that_older_code_has_stored_stands_in_lists(city):
    """While a new release starts, the old one still writes events without their terms."""
    page = EventPageFactory(parent=city.events)
    EventOccurrence.objects.all().delete()
    assert list(EventPage.objects.upcoming()) == [page]
    assert list(EventPage.objects.past()) == []


def test_copies_of_the_page_end_with_its_next_date(course):
    rows = list(course.occurrences.all())
    assert course.fresh_until(rows[0].starts_at) == rows[0].ends_at
    assert course.fresh_until(rows[0].ends_at) == rows[1].starts_at
    assert course.fresh_until(rows[-1].ends_at) is None


def test_visitors_read_the_rule_and_every_date(client, course):
    page = client.get(course.url).content.decode()
    assert f"Every {course.start_date:%A}, until" in page
    assert page.count("<li><span>") == 4
    assert "Does not take place" in page
    assert "Book fair" in page
    assert '"repeatFrequency": "P1W"' in page


def test_two_calendar_programs_read_the_same_dates(client, course):
    data = client.get(course.url + "event.ics").content
    parse_strictly(data)
    series, left_out = Calendar.from_ical(data).walk("VEVENT")
    assert series["UID"] == left_out["UID"] == str(course.translation_key)
    assert (series["STATUS"], left_out["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert left_out["RECURRENCE-ID"].dt.date() == course.start_date + timedelta(weeks=2)
    assert left_out["DESCRIPTION"] == "Book fair"
    assert "RRULE" not in left_out

    other = vobject.readOne(data.decode()).vevent_list[0]
    read = [moment.date() for moment in other.getrruleset(addRDate=True)]
    assert read == [row.day for row in course.occurrences.all()]


@pytest.mark.parametrize(
    ("repeats", "rule"),
    [
        (Repeats.WEEKLY, "FREQ=WEEKLY;UNTIL=20260407T153000Z;INTERVAL=2"),
        (Repeats.MONTHLY_BY_DAY, "FREQ=MONTHLY;UNTIL=20260407T153000Z;INTERVAL=2;BYMONTHDAY=10"),
        (Repeats.MONTHLY_BY_WEEKDAY, "FREQ=MONTHLY;UNTIL=20260407T153000Z;INTERVAL=2;BYDAY=2TU"),
    ],
)
def test_the_rule_ends_at_a_moment_in_utc(repeats, rule):
    found = event(repeats=repeats, repeat_every=2).recurrence_rule()
    assert found.to_ical().decode() == rule


def test_the_rule_of_whole_days_ends_at_a_day(rf, city):
    whole = event(all_day=True, start_time=None, end_time=None)
    whole.path, whole.campaign_title, whole.changed_at = "", "", None
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20260407" in calendar_event(whole, rf.get("/")).to_ical()
