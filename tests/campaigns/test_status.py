"""A campaign's status follows from its dates, in the city's own time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.days import city_today, next_midnight, start_of_day
from campaigns.models import CampaignPage, CampaignStatus
from tests.factories.campaigns import STORY, CampaignPageFactory

FIRST, LAST = date(2014, 4, 1), date(2014, 6, 30)


@pytest.fixture
def clock(monkeypatch):
    """Set the present moment."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return set_to


@pytest.fixture
def campaign(city):
    return CampaignPageFactory(parent=city.campaigns, starts_on=FIRST, ends_on=LAST)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        # Summer time: the city's midnight is 22:00 UTC of the day before.
        (datetime(2014, 3, 31, 21, 59, 59, tzinfo=UTC), CampaignStatus.UPCOMING),
        (datetime(2014, 3, 31, 22, 0, 0, tzinfo=UTC), CampaignStatus.OPEN),
        (datetime(2014, 6, 30, 21, 59, 59, tzinfo=UTC), CampaignStatus.OPEN),
        (datetime(2014, 6, 30, 22, 0, 0, tzinfo=UTC), CampaignStatus.CLOSED),
    ],
)
def test_status_turns_at_the_citys_midnight(campaign, clock, moment, status):
    clock(moment)
    assert campaign.status == status
    assert CampaignPage.objects.with_status().get().status_on_day == status


def test_a_colleague_in_another_time_zone_sees_the_citys_status(campaign, clock):
    clock(datetime(2014, 6, 30, 23, 0, tzinfo=UTC))
    with timezone.override("America/New_York"):
        assert timezone.localdate() == LAST
        assert campaign.status == CampaignStatus.CLOSED
        assert not CampaignPage.objects.open_on(city_today()).exists()


def test_winter_days_begin_at_their_own_hour():
    assert start_of_day(date(2014, 1, 15)) == datetime(2014, 1, 14, 23, tzinfo=UTC)
    assert start_of_day(date(2014, 7, 15)) == datetime(2014, 7, 14, 22, tzinfo=UTC)


def test_the_day_on_which_clocks_change_still_ends_at_midnight():
    before = datetime(2014, 10, 25, 22, 30, tzinfo=UTC)  # 00:30 in the city
    assert next_midnight(before) == datetime(2014, 10, 26, 23, tzinfo=UTC)


def test_a_campaign_with_results_shows_them_after_its_end_only(campaign):
    campaign.results = STORY
    campaign.save()
    statuses = {
        day: CampaignPage.objects.with_status(day).get().status_on_day
        for day in (LAST, LAST + timedelta(days=1))
    }
    assert statuses == {
        LAST: CampaignStatus.OPEN,
        LAST + timedelta(days=1): CampaignStatus.RESULTS,
    }
    assert campaign.status_on(LAST + timedelta(days=1)) == CampaignStatus.RESULTS


def test_queries_and_pages_agree_on_every_day(city):
    for results in ([], STORY):
        CampaignPageFactory(parent=city.campaigns, starts_on=FIRST, ends_on=LAST, results=results)
    days = [FIRST - timedelta(1), FIRST, date(2014, 5, 1), LAST, LAST + timedelta(1)]
    for day in days:
        for page in CampaignPage.objects.with_status(day):
            assert page.status_on_day == page.status_on(day)
            assert page in CampaignPage.objects.in_status(page.status_on(day), day)
            is_open = page in CampaignPage.objects.open_on(day)
            assert is_open == (page.status_on(day) == CampaignStatus.OPEN)
            is_upcoming = page in CampaignPage.objects.upcoming(day)
            assert is_upcoming == (page.status_on(day) == CampaignStatus.UPCOMING)
            assert (page in CampaignPage.objects.ended(day)) == (day > LAST)


def test_the_most_urgent_campaign_comes_first(city):
    today = date(2014, 5, 1)

    def make(title, first, last, **kwargs):
        CampaignPageFactory(
            parent=city.campaigns, title=title, starts_on=first, ends_on=last, **kwargs
        )

    make("long ended", date(2013, 1, 1), date(2013, 2, 1), results=STORY)
    make("just ended", date(2014, 1, 1), date(2014, 2, 1), results=STORY)
    make("waits for results", date(2012, 1, 1), date(2012, 2, 1))
    make("begins late", date(2014, 9, 1), date(2014, 10, 1))
    make("begins soon", date(2014, 6, 1), date(2014, 12, 1))
    make("ends late", date(2014, 1, 1), date(2014, 12, 1))
    make("ends soon", date(2014, 4, 1), date(2014, 5, 1))
    titles = list(CampaignPage.objects.by_urgency(today).values_list("title", flat=True))
    assert titles == [
        *("ends soon", "ends late", "begins soon", "begins late"),
        *("waits for results", "just ended", "long ended"),
    ]


def test_days_left_are_counted_without_today(campaign, clock):
    clock(datetime(2014, 4, 22, 10, tzinfo=UTC))
    assert campaign.days_left == 69
    clock(datetime(2014, 6, 30, 21, tzinfo=UTC))
    assert campaign.days_left == 0
    clock(datetime(2014, 9, 1, tzinfo=UTC))
    assert campaign.days_left == 0


def test_late_results_are_called_late(campaign, clock):
    campaign.results_expected_on = date(2014, 7, 15)
    clock(datetime(2014, 7, 15, 12, tzinfo=UTC))
    assert not campaign.results_overdue
    clock(datetime(2014, 7, 16, 12, tzinfo=UTC))
    assert campaign.results_overdue
    campaign.results = STORY
    assert not campaign.results_overdue


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ends_on": date(2014, 3, 1)}, "ends_on"),
        ({"key_day": date(2014, 7, 1)}, "key_day"),
        ({"results_expected_on": date(2014, 6, 1)}, "results_expected_on"),
        ({"goal": 0}, "goal"),
        ({"goal": 100, "goal_unit": ""}, "goal_unit"),
    ],
)
def test_a_campaign_that_makes_no_sense_is_refused_in_words(campaign, values, field):
    for name, value in values.items():
        setattr(campaign, name, value)
    with pytest.raises(ValidationError) as refusal:
        campaign.full_clean()
    assert refusal.value.message_dict[field]


@pytest.mark.parametrize(
    "values",
    [
        {"ends_on": date(2014, 3, 1)},
        {"key_day": date(2014, 7, 1)},
        {"results_expected_on": date(2014, 6, 1)},
        {"goal": 0},
    ],
)
def test_the_database_keeps_the_same_rules(campaign, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignPage.objects.filter(pk=campaign.pk).update(**values)


def test_a_goal_may_be_passed(campaign):
    campaign.goal, campaign.reached = 300, 400
    assert campaign.goal_percent == 133
    campaign.goal = None
    assert campaign.goal_percent == 0
