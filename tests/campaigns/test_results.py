"""Followers hear of the results of every campaign, whether anybody could pledge in it or not."""

from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.announcing import announce_outcomes
from campaigns.days import city_today
from campaigns.followers import channel_of
from campaigns.models import Announcement, CampaignPage
from campaigns.timers import tell_and_purge
from community.models import BroadcastPart
from community.subscriptions.telling import finish_broadcasts
from site_config.models import OutboxMail
from tests.campaigns.pledge_steps import PLEDGE
from tests.community.following_steps import follower, outbox_for, publish, translate
from tests.factories.campaigns import STORY, CampaignPageFactory, PledgeFactory

MARK = import_module("campaigns.migrations.0016_results_that_stand")
SCHEMA = SimpleNamespace(connection=connections["default"])


@pytest.fixture
def campaign(city) -> CampaignPage:
    """A campaign to follow that is over; its results are published by the test."""
    return CampaignPageFactory(
        parent=city.campaigns,
        title="Green",
        locale=city.home.locale,
        ended=True,
        outcome_words="Six thousand trees stand.",
    )


@pytest.fixture
def goes_round(django_capture_on_commit_callbacks):
    """The timers of a minute, and what follows their commits."""

    def run() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            tell_and_purge()
            finish_broadcasts()

    return run


def with_results(page: CampaignPage) -> CampaignPage:
    """Publish the results of a campaign, as an editor does."""
    page.results = STORY
    return publish(page)


def set_dates(page: CampaignPage, *, ended: int, published: int) -> None:
    """Let a campaign have ended, and have been published last, so many days ago."""
    CampaignPage.objects.filter(pk=page.pk).update(
        starts_on=city_today() - timedelta(days=ended + 9),
        ends_on=city_today() - timedelta(days=ended),
        last_published_at=timezone.now() - timedelta(days=published),
    )


def test_followers_of_a_campaign_without_pledges_hear_of_its_results_once(
    campaign, commit, goes_round
):
    follower("ana@example.org", channel_of(campaign))

    commit(with_results, campaign)
    for _round in range(2):
        goes_round()
    commit(publish, campaign)
    goes_round()

    (mail,) = outbox_for("ana@example.org")
    assert "The results are published now." in mail.body
    assert "Six thousand trees stand." in mail.body


def test_the_timer_tells_what_was_live_before_the_last_day_had_passed(campaign, goes_round):
    follower("ana@example.org", channel_of(campaign))
    CampaignPage.objects.update(ends_on=city_today(), results=STORY)
    goes_round()
    assert outbox_for("ana@example.org") == []

    set_dates(campaign, ended=1, published=90)
    goes_round()

    assert len(outbox_for("ana@example.org")) == 1


def test_nothing_is_told_before_the_results_are_live_for_everybody(campaign, goes_round):
    follower("ana@example.org", channel_of(campaign))
    restriction = campaign.get_parent().view_restrictions.create(restriction_type="login")
    with_results(campaign)
    goes_round()
    assert not Announcement.objects.exists()

    restriction.delete()
    goes_round()

    assert len(outbox_for("ana@example.org")) == 1


def test_readers_of_another_language_get_their_own_words_though_every_pledger_was_told(
    campaign, goes_round, locales
):
    campaign.action = PLEDGE
    follower("drita@example.org", channel_of(campaign), language="sq")
    PledgeFactory(campaign=campaign.translation_key)
    with_results(campaign)
    goes_round()
    assert outbox_for("drita@example.org") == [], "as long as their words may come"

    copy = translate(CampaignPage.objects.get(pk=campaign.pk), locales["sq"])
    copy.outcome_words = "Gjashtë mijë pemë."
    with_results(copy)
    goes_round()

    (mail,) = outbox_for("drita@example.org")
    assert "Gjashtë mijë pemë." in mail.body


def test_who_waits_for_a_translation_in_vain_gets_the_words_that_there_are(campaign, goes_round):
    follower("drita@example.org", channel_of(campaign), language="sq")
    with_results(campaign)
    goes_round()
    BroadcastPart.objects.update(due_at=timezone.now())
    goes_round()

    (mail,) = outbox_for("drita@example.org")
    assert "Six thousand trees stand." in mail.body


def test_results_that_were_published_long_ago_are_no_news(campaign, goes_round):
    follower("ana@example.org", channel_of(campaign))
    with_results(campaign)
    set_dates(campaign, ended=15, published=15)
    Announcement.objects.all().delete()

    goes_round()

    assert not Announcement.objects.exists()
    assert outbox_for("ana@example.org") == []


@pytest.mark.parametrize(("ended", "published"), [(14, 40), (400, 13)])
def test_results_of_the_last_fortnight_are_news(campaign, goes_round, ended, published):
    follower("ana@example.org", channel_of(campaign))
    CampaignPage.objects.update(results=STORY)
    set_dates(campaign, ended=ended, published=published)

    goes_round()

    assert len(outbox_for("ana@example.org")) == 1


def test_results_that_stood_before_an_upgrade_are_not_told_when_they_are_published_again(
    campaign, goes_round, locales
):
    follower("ana@example.org", channel_of(campaign))
    follower("drita@example.org", channel_of(campaign), language="sq")
    CampaignPage.objects.update(results=STORY)
    copy = translate(CampaignPage.objects.get(), locales["sq"])
    set_dates(campaign, ended=400, published=300)
    MARK.note_results(apps, SCHEMA)

    for page in (CampaignPage.objects.get(pk=campaign.pk), copy):
        page.results = [*STORY, *STORY]
        publish(page)
        goes_round()

    assert outbox_for("ana@example.org") == outbox_for("drita@example.org") == []
    MARK.forget_results(apps, SCHEMA)
    assert not Announcement.objects.exists()


@pytest.mark.parametrize("why", ["recent", "draft", "without results", "pledgers untold"])
def test_an_upgrade_leaves_alone_what_is_still_to_be_told(campaign, why):
    CampaignPage.objects.update(results=[] if why == "without results" else STORY)
    set_dates(campaign, ended=400, published=1 if why == "recent" else 300)
    if why == "draft":
        CampaignPage.objects.update(live=False)
    if why == "pledgers untold":
        PledgeFactory(campaign=campaign.translation_key)

    MARK.note_results(apps, SCHEMA)

    assert not Announcement.objects.exists()


def test_whoever_pledges_after_an_upgrade_and_follows_still_hears_of_the_outcome(campaign):
    follower("ana@example.org", channel_of(campaign))
    CampaignPage.objects.update(results=STORY)
    set_dates(campaign, ended=400, published=300)
    MARK.note_results(apps, SCHEMA)
    PledgeFactory(campaign=campaign.translation_key, email="ana@example.org")

    announce_outcomes()

    assert OutboxMail.objects.get().to == "ana@example.org"


def test_a_round_asks_as_little_for_many_campaigns_as_for_one(city, campaign, goes_round):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            announce_outcomes()
        return len(asked)

    with_results(campaign)
    goes_round()
    for_one = questions()
    for _number in range(4):
        with_results(
            CampaignPageFactory(parent=city.campaigns, locale=city.home.locale, ended=True)
        )
    goes_round()

    assert Announcement.objects.count() == 5
    assert questions() == for_one <= 3
