"""The calendar month by month."""

from datetime import date, time, timedelta

import pytest
from wagtail.models import PageViewRestriction

from campaigns.days import city_today
from campaigns.models import EventStatus, Repeats
from tests.factories.campaigns import EventPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def april(city):
    """A fair of three days and a weekly course in April 2014."""
    EventPageFactory(
        parent=city.events,
        title="Street fair",
        start_date=date(2014, 4, 29),
        end_date=date(2014, 5, 1),
    )
    EventPageFactory(
        parent=city.events,
        title="Evening course",
        start_date=date(2014, 4, 1),
        start_time=time(18),
        end_time=time(19),
        repeats=Repeats.WEEKLY,
        repeat_until=date(2014, 4, 29),
    )
    return city.events


def cells(client, month: str) -> dict[str, list[str]]:
    """Return the titles that stand in each day of a month's table."""
    response = client.get(f"/en/events/?month={month}")
    assert response.status_code == 200
    return {
        str(day.date): [term.event.title for term in day.terms]
        for week in response.context["weeks"]
        for day in week
        if day.in_month and day.terms
    }


def test_each_date_stands_in_its_day_and_a_long_event_in_all_of_its_days(client, april):
    assert cells(client, "2014-04") == {
        **{f"2014-04-{day:02}": ["Evening course"] for day in (1, 8, 15, 22)},
        "2014-04-29": ["Street fair", "Evening course"],
        "2014-04-30": ["Street fair"],
    }
    assert cells(client, "2014-05") == {"2014-05-01": ["Street fair"]}


def test_weeks_begin_on_monday_and_lead_to_the_months_beside(client, april):
    response = client.get("/en/events/?month=2014-04")
    assert str(response.context["weeks"][0][0].date) == "2014-03-31"
    page = response.content.decode()
    assert 'href="?month=2014-03" rel="prev"' in page
    assert 'href="?month=2014-05" rel="next"' in page


def test_nobody_sees_what_is_a_draft_or_for_some_only(client, april):
    first, second = april.get_children().specific()
    first.unpublish()
    PageViewRestriction.objects.create(page=second, restriction_type="login")
    assert cells(client, "2014-04") == {}


def test_what_was_called_off_is_struck_out(client, city):
    EventPageFactory(
        parent=city.events, start_date=date(2014, 4, 9), status=EventStatus.CANCELLED, title="Walk"
    )
    page = client.get("/en/events/?month=2014-04").content.decode()
    assert "<s>Walk</s>" in page
    assert "Does not take place" in page


@pytest.mark.parametrize("month", ["2014-13", "abc", "1999-12", "2100-01", "2014-4-1", "٢٠١٤-٠٤"])
def test_what_is_no_month_is_not_found(client, city, month):
    assert client.get("/en/events/", {"month": month}).status_code == 404


def test_the_first_and_the_last_month_lead_no_further(client, city):
    first = client.get("/en/events/?month=2000-01").context["month"]
    last = client.get("/en/events/?month=2099-12").context["month"]
    assert (first.previous, last.next) == (None, None)


def test_without_a_month_the_next_event_says_which(client, april):
    today = city_today()
    assert str(client.get("/en/events/?month=").context["month"]) == today.strftime("%Y-%m")
    later = today + timedelta(days=70)
    EventPageFactory(parent=april, start_date=later)
    assert str(client.get("/en/events/?month=").context["month"]) == later.strftime("%Y-%m")


def test_a_month_asks_as_often_whatever_it_holds(client, april, django_assert_max_num_queries):
    def queries() -> int:
        client.get("/en/events/?month=2014-04")
        with django_assert_max_num_queries(12) as asked:
            client.get("/en/events/?month=2014-04")
        return len(asked)

    few = queries()
    for number in range(25):
        EventPageFactory(parent=april, start_date=date(2014, 4, number + 1))
    assert queries() == few
