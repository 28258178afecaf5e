"""Whoever follows a promise, or what it answers, hears of each step once and in their language."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.announcing import announce_outcomes, finish_announcements
from campaigns.days import city_today
from campaigns.followers import channel_of
from campaigns.models import Announcement, CampaignUpdate, CommitmentPage, CommitmentStep
from campaigns.news import announce_news
from campaigns.old_news import warn_of_old_news
from community.subscriptions import Channel
from site_config.retention import remove_what_is_too_old
from tests.community.following_steps import follower, html_of, outbox_for, publish
from tests.factories.campaigns import (
    STORY,
    CampaignPageFactory,
    CommitmentPageFactory,
    PledgeFactory,
)
from tests.factories.community import DiscussionFactory, UserFactory


@pytest.fixture
def campaign(city):
    return CampaignPageFactory(
        parent=city.campaigns,
        title="Green",
        locale=city.home.locale,
        ended=True,
        outcome_words="Six thousand trees stand.",
    )


@pytest.fixture
def promise(city, campaign) -> CommitmentPage:
    return CommitmentPageFactory(
        parent=city.promises,
        locale=city.home.locale,
        campaign=campaign,
        title="A longer green light",
        steps=[("heard", 40)],
    )


@pytest.fixture
def tell(django_capture_on_commit_callbacks):
    """Look for news, and let what follows the commit happen."""

    def run() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            announce_news()
            announce_outcomes()
        with django_capture_on_commit_callbacks(execute=True):
            finish_announcements()

    return run


def add_step(promise, words: str = "", **values) -> CommitmentStep:
    fields = {"state": "planned", "date": city_today(), "sort_order": 9} | values
    return CommitmentStep.objects.create(
        commitment=promise, locale=promise.locale, words=words, **fields
    )


def texts_for(address: str) -> list[str]:
    return [message.body for message in outbox_for(address)]


def test_two_steps_of_one_day_and_state_are_both_told(campaign, promise, tell, client):
    PledgeFactory(campaign=campaign.translation_key, email="ana@example.org")
    for words in ("The plan is drawn.", "The plan is paid for."):
        add_step(promise, words)
        tell()

    first, second = texts_for("ana@example.org")
    assert "The plan is drawn." in first
    assert "The plan is paid for." in second
    feed = client.get(f"{promise.get_parent().url}changes.rss").content.decode()
    guids = [part.split("<")[0] for part in feed.split("<guid")[1:]]
    assert len(set(guids)) == len(guids) >= 2


def test_an_update_in_the_place_of_a_deleted_one_is_told(campaign, tell):
    follower("ana@example.org", channel_of(campaign))
    for title in ("One", "Two"):
        campaign.updates.add(CampaignUpdate(date=city_today(), title=title, locale=campaign.locale))
    publish(campaign)
    tell()
    CampaignUpdate.objects.filter(title="One").delete()
    CampaignUpdate.objects.create(
        campaign=campaign, date=city_today(), title="Three", locale=campaign.locale
    )
    tell()

    assert ["Three" in mail.body for mail in outbox_for("ana@example.org")] == [False, True]


def test_each_pledger_reads_a_step_in_their_own_words(campaign, promise, tell, locales):
    for language in ("sq", "en"):
        PledgeFactory(
            campaign=campaign.translation_key,
            email=f"{language}@example.org",
            language=language,
        )
    step = add_step(promise, "By spring.")
    tell()
    assert len(texts_for("en@example.org")) == 1
    assert texts_for("sq@example.org") == [], "as long as their words may come"

    copy = promise.copy_for_translation(locales["sq"], copy_parents=True)
    same = CommitmentStep.objects.filter(translation_key=step.translation_key, commitment=copy)
    assert same.update(words="Deri në pranverë.") == 1
    CommitmentPage.objects.filter(pk=copy.pk).update(live=True)
    tell()
    tell()

    (text,) = texts_for("sq@example.org")
    assert "Deri në pranverë." in text
    assert len(texts_for("en@example.org")) == 1


def test_who_waits_in_vain_reads_the_words_that_there_are_marked_as_foreign(
    campaign, promise, tell
):
    PledgeFactory(campaign=campaign.translation_key, email="a@example.org", language="sq")
    add_step(promise, "By spring.")
    tell()
    Announcement.objects.update(made_at=timezone.now() - timedelta(days=3))
    PledgeFactory._meta.model.objects.update(confirmed_at=timezone.now() - timedelta(days=9))
    tell()
    tell()

    (mail,) = outbox_for("a@example.org")
    assert "By spring." in mail.body
    assert ' lang="en" style' in html_of(mail)


def test_followers_of_another_language_get_the_words_of_the_step(campaign, promise, tell, locales):
    follower("drita@example.org", channel_of(campaign), language="sq")
    step = add_step(promise, "By spring.")
    tell()
    copy = promise.copy_for_translation(locales["sq"], copy_parents=True)
    same = CommitmentStep.objects.filter(translation_key=step.translation_key, commitment=copy)
    assert same.update(words="Deri në pranverë.") == 1
    CommitmentPage.objects.filter(pk=copy.pk).update(live=True)
    tell()

    (mail,) = outbox_for("drita@example.org")
    assert "Deri në pranverë." in mail.body


def test_a_step_is_told_once_whatever_of_it_somebody_follows(campaign, promise, tell):
    discussion = DiscussionFactory(author=UserFactory())
    promise.discussion = discussion
    promise.save()
    channels = {
        "page": Channel("page", str(promise.translation_key)),
        "campaign": channel_of(campaign),
        "discussion": Channel("discussion", str(discussion.pk)),
    }
    for name, channel in channels.items():
        follower(f"{name}@example.org", channel)
    follower("all@example.org", *channels.values())
    PledgeFactory(campaign=campaign.translation_key, email="all@example.org")
    add_step(promise, "By spring.")
    tell()
    tell()

    for name in (*channels, "all"):
        assert ["By spring." in mail.body for mail in outbox_for(f"{name}@example.org")] == [True]


def test_a_promise_offers_to_be_followed(promise, client):
    page = client.get(promise.url).content.decode()
    assert f"?channel=page:{promise.translation_key}" in page


def test_followers_hear_once_that_results_are_there_and_pledgers_no_second_time(campaign, tell):
    follower("ana@example.org", channel_of(campaign))
    follower("both@example.org", channel_of(campaign))
    PledgeFactory(campaign=campaign.translation_key, email="both@example.org")
    PledgeFactory(campaign=campaign.translation_key, email="beni@example.org")
    campaign.results = STORY
    publish(campaign)
    tell()
    remove_what_is_too_old(timezone.now() + timedelta(days=100))
    tell()

    for name in ("ana", "both", "beni"):
        mails = outbox_for(f"{name}@example.org")
        assert len(mails) == 1, name
        assert "Six thousand trees stand." in mails[0].body
    assert "The results are published now." in html_of(outbox_for("ana@example.org")[0])


@pytest.mark.parametrize(("days", "warned"), [(14, False), (15, True)])
def test_whoever_publishes_an_old_step_reads_that_nobody_is_told(promise, client, rf, days, warned):
    request = rf.get("/")
    request.session, request._messages = {}, Messages()
    promise.steps.add(
        CommitmentStep(
            date=city_today() - timedelta(days=days), state="done", locale=promise.locale
        )
    )
    warn_of_old_news(request, promise)
    assert bool(request._messages.words) is warned


class Messages:
    """What an editor would read."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def add(self, level: int, message: str, extra_tags: str = "") -> None:
        """Keep one message."""
        self.words.append(str(message))
