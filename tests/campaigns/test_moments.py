"""Events keep the clocks of their place; moments follow from them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from campaigns.models import EventPage
from tests.factories.campaigns import CampaignPageFactory, EventPageFactory

DAY = date(2014, 4, 22)


@pytest.fixture
def event(city):
    return EventPageFactory(
        parent=city.events, start_date=DAY, start_time=time(8), end_time=time(20)
    )


def test_the_hours_are_those_of_the_city(event):
    assert event.starts_at == datetime(2014, 4, 22, 6, tzinfo=UTC)
    assert event.ends_at == datetime(2014, 4, 22, 18, tzinfo=UTC)
    assert event.starts.time() == time(8)


def test_an_editor_elsewhere_moves_no_event(event):
    with timezone.override("America/New_York"):
        event.save()
    event.refresh_from_db()
    assert event.starts_at == datetime(2014, 4, 22, 6, tzinfo=UTC)


def test_an_event_abroad_keeps_the_clocks_of_its_place(city):
    event = EventPageFactory(
        parent=city.events,
        start_date=DAY,
        start_time=time(9),
        end_time=time(12),
        time_zone="America/New_York",
    )
    assert event.starts_at == datetime(2014, 4, 22, 13, tzinfo=UTC)
    assert event.starts.hour == 9
    assert event.is_foreign_time


def test_a_whole_day_lasts_from_midnight_to_midnight(city):
    event = EventPageFactory(
        parent=city.events, whole_day=True, start_date=DAY, end_date=date(2014, 4, 23)
    )
    assert event.starts_at == datetime(2014, 4, 21, 22, tzinfo=UTC)
    assert event.ends_at == datetime(2014, 4, 23, 22, tzinfo=UTC)


def test_the_longest_night_has_an_hour_more(city):
    event = EventPageFactory(parent=city.events, whole_day=True, start_date=date(2014, 10, 26))
    assert event.ends_at - event.starts_at == timedelta(hours=25)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"start_time": None}, "start_time"),
        ({"end_time": None}, "end_time"),
        ({"end_time": time(7)}, "end_time"),
        ({"end_time": time(8)}, "end_time"),
        ({"end_date": date(2014, 4, 21)}, "end_date"),
        ({"start_date": date(2014, 3, 30), "start_time": time(2, 30)}, "start_time"),
        ({"time_zone": "Europe/Atlantis"}, "time_zone"),
    ],
)
def test_times_that_make_no_sense_are_refused_in_words(event, values, field):
    for name, value in values.items():
        setattr(event, name, value)
    with pytest.raises(ValidationError) as refusal:
        event.full_clean()
    assert refusal.value.message_dict[field]


def test_ticking_all_day_drops_the_times(event):
    event.all_day = True
    event.full_clean()
    assert (event.start_time, event.end_time) == (None, None)


@pytest.mark.parametrize(
    "values", [{"ends_at": datetime(2014, 1, 1, tzinfo=UTC)}, {"start_time": None}]
)
def test_the_database_keeps_the_same_rules(event, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        EventPage.objects.filter(pk=event.pk).update(**values)


def test_an_event_is_upcoming_until_it_ends(event):
    before_end = event.ends_at - timedelta(seconds=1)
    assert event in EventPage.objects.upcoming(before_end)
    assert event not in EventPage.objects.past(before_end)
    assert event in EventPage.objects.past(event.ends_at)
    assert event not in EventPage.objects.upcoming(event.ends_at)


def test_events_to_come_stand_before_past_ones(city):
    days = {"yesterday": -1, "long ago": -9, "tomorrow": 1, "next week": 7}
    today = timezone.localdate()
    for title, offset in days.items():
        EventPageFactory(parent=city.events, title=title, start_date=today + timedelta(days=offset))
    titles = [page.title for page in EventPage.objects.to_come_first()]
    assert titles == ["tomorrow", "next week", "yesterday", "long ago"]


def test_the_next_change_is_the_nearest_end(city):
    now = timezone.now()
    assert EventPage.objects.next_change(now) is None
    events = [
        EventPageFactory(parent=city.events, start_date=timezone.localdate() + timedelta(days=n))
        for n in (5, 2, -3)
    ]
    assert EventPage.objects.next_change(now) == events[1].ends_at


def test_every_publication_raises_the_sequence(event):
    event.refresh_from_db()
    before = event.sequence
    for _publication in range(2):
        event.save_revision().publish()
    event.refresh_from_db()
    assert event.sequence == before + 2


def test_publishing_an_earlier_version_still_raises_the_sequence(event):
    earlier = event.save_revision()
    event.save_revision().publish()
    earlier.publish()
    event.refresh_from_db()
    assert event.sequence == 2


def test_a_copy_is_an_event_of_its_own(event):
    event.save_revision().publish()
    copy = event.copy(update_attrs={"title": "Again", "slug": "again"}, keep_live=False)
    assert copy.sequence == 0
    assert copy.translation_key != event.translation_key


def test_a_campaign_names_its_events_in_its_own_language(city, locales):
    campaign = CampaignPageFactory(parent=city.campaigns, locale=locales["en"])
    home_sq = city.home.copy_for_translation(locales["sq"])
    home_sq.save_revision().publish()
    events_sq = city.events.copy_for_translation(locales["sq"])
    events_sq.save_revision().publish()
    english = EventPageFactory(parent=city.events, campaign=campaign, locale=locales["en"])
    albanian = english.copy_for_translation(locales["sq"])
    albanian.save_revision().publish()

    assert list(EventPage.objects.of_campaign(campaign)) == [english]
    assert albanian.specific.campaign_id == campaign.pk
    assert albanian.specific.campaign_here is None

    campaigns_sq = city.campaigns.copy_for_translation(locales["sq"])
    campaigns_sq.save_revision().publish()
    campaign_sq = campaign.copy_for_translation(locales["sq"])
    campaign_sq.title = "Qytete të Gjelbra"
    campaign_sq.save_revision().publish()
    campaign_sq.refresh_from_db()
    fresh = EventPage.objects.with_campaign().get(pk=albanian.pk)
    assert fresh.campaign_here == campaign_sq
    assert fresh.campaign_title == "Qytete të Gjelbra"
    assert list(EventPage.objects.of_campaign(campaign_sq)) == [fresh]
