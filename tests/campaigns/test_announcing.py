"""Whoever took part hears what came of it: once, in their language, after it is live."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns import announcing, telling
from campaigns.announcing import announce_outcomes, finish_announcements
from campaigns.days import city_today
from campaigns.models import Announcement, CommitmentStep, Pledge
from campaigns.news import announce_news
from campaigns.timers import tell_and_purge
from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails
from tests.campaigns.pledge_steps import PLEDGE
from tests.factories.campaigns import (
    STORY,
    CampaignPageFactory,
    CampaignUpdateFactory,
    CommitmentPageFactory,
    PledgeFactory,
)
from tests.factories.community import UserFactory


@pytest.fixture
def ended(city):
    """A campaign that is over; its results are published by the test."""
    return CampaignPageFactory(
        parent=city.campaigns,
        slug="green",
        title="Green",
        locale=city.home.locale,
        action=PLEDGE,
        ended=True,
        outcome_words="Six thousand trees stand.",
    )


def with_results(campaign, on_commit) -> None:
    """Publish the results of a campaign."""
    campaign.results = STORY
    with on_commit(execute=True):
        campaign.save_revision().publish()


def in_albanian(campaign, locales):
    """Return the campaign's page in Albanian."""
    copy = campaign.copy_for_translation(locales["sq"], copy_parents=True)
    copy.title = "Gjelbër"
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def test_publishing_results_tells_everybody_who_took_part(
    ended, mailoutbox, django_capture_on_commit_callbacks
):
    PledgeFactory(campaign=ended.translation_key, email="ana@example.org", words="Water a tree")
    member = UserFactory(email="dritan@example.org")
    PledgeFactory(campaign=ended.translation_key, member=member)

    with_results(ended, django_capture_on_commit_callbacks)
    deliver_due_mails()

    assert sorted(mail.to[0] for mail in mailoutbox) == ["ana@example.org", "dritan@example.org"]
    text = next(mail for mail in mailoutbox if mail.to == ["ana@example.org"]).body
    for words in ("Water a tree", "Six thousand trees stand.", "/en/campaigns/green/#results"):
        assert words in text
    assert re.search(r"/en/pledges/own/\S+", text)
    assert not Pledge.objects.untold().exists()


def test_the_outcome_is_told_once_however_often_the_page_is_published(
    ended, django_capture_on_commit_callbacks
):
    PledgeFactory(campaign=ended.translation_key)

    for _time in range(3):
        with_results(ended, django_capture_on_commit_callbacks)
        tell_and_purge()

    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("why", ["draft", "running", "without results", "restricted"])
def test_nothing_is_told_before_the_results_are_live_for_everybody(ended, why):
    PledgeFactory(campaign=ended.translation_key)
    if why == "draft":
        ended.results, ended.live = STORY, False
    elif why == "running":
        ended.results, ended.ends_on = STORY, city_today()
    elif why == "restricted":
        ended.results = STORY
        ended.get_parent().view_restrictions.create(restriction_type="login")
    ended.save()

    announce_outcomes()

    assert not OutboxMail.objects.exists()
    assert Pledge.objects.untold().count() == 1


def test_a_mail_whose_page_is_taken_down_in_between_does_not_leave(ended, mailoutbox):
    PledgeFactory(campaign=ended.translation_key)
    ended.results = STORY
    ended.save()
    announce_outcomes()

    ended.unpublish()
    deliver_due_mails()

    assert mailoutbox == []


def test_each_reads_the_outcome_in_the_language_they_took_part_in(ended, locales):
    sq = in_albanian(ended, locales)
    PledgeFactory(campaign=ended.translation_key, email="a@example.org", language="sq")
    PledgeFactory(campaign=ended.translation_key, email="b@example.org", language="en")
    for page in (ended, sq):
        page.results = STORY
        page.save()

    announce_outcomes()

    albanian, english = (OutboxMail.objects.get(to=f"{name}@example.org") for name in "ab")
    assert "/sq/" in albanian.text
    assert "Gjelbër" in albanian.subject
    assert "/en/campaigns/green/" in english.text


def test_another_language_waits_two_days_for_its_own_results(ended, locales):
    in_albanian(ended, locales)
    PledgeFactory(campaign=ended.translation_key, email="a@example.org", language="sq")
    PledgeFactory(campaign=ended.translation_key, email="b@example.org", language="en")
    ended.results, ended.last_published_at = STORY, timezone.now()
    ended.save()

    announce_outcomes()
    first = list(OutboxMail.objects.values_list("to", flat=True))
    Pledge.objects.filter(language="en").update(outcome_at=timezone.now() - timedelta(days=3))
    announce_outcomes()

    assert first == ["b@example.org"]
    assert set(OutboxMail.objects.values_list("to", flat=True)) == {
        "a@example.org",
        "b@example.org",
    }


def test_batches_go_on_until_everybody_is_told(ended, monkeypatch):
    monkeypatch.setattr(announcing, "BATCH", 2)
    for _person in range(5):
        PledgeFactory(campaign=ended.translation_key)
    ended.results = STORY
    ended.save()

    announce_outcomes()
    assert OutboxMail.objects.count() == 2
    announcing.tell_outcomes.func()

    assert OutboxMail.objects.count() == 5


@pytest.fixture
def promise(city, ended):
    """A promise that answers the campaign, heard long ago."""
    return CommitmentPageFactory(
        parent=city.promises,
        locale=city.home.locale,
        campaign=ended,
        title="A longer green light",
        steps=[("heard", 40)],
    )


def add_step(promise, state="planned", words="", days=0) -> CommitmentStep:
    return CommitmentStep.objects.create(
        commitment=promise,
        locale=promise.locale,
        state=state,
        words=words,
        date=city_today() - timedelta(days=days),
        sort_order=9,
    )


def test_each_step_of_a_promise_is_told_once_to_those_who_took_part(ended, promise):
    PledgeFactory(campaign=ended.translation_key, email="ana@example.org")
    PledgeFactory(campaign=promise.translation_key, email="elsewhere@example.org")
    add_step(promise, words="By spring.")

    for _round in range(3):
        announce_news()
        finish_announcements()

    mail = OutboxMail.objects.get()
    assert mail.to == "ana@example.org"
    assert "A longer green light" in mail.subject
    assert "It now stands: Planned. By spring." in mail.text


def test_steps_of_long_ago_are_no_news(ended, promise):
    PledgeFactory(campaign=ended.translation_key)
    add_step(promise, days=15)
    add_step(promise, state="done", days=-1)

    announce_news()

    assert not Announcement.objects.exists()


def test_steps_of_the_last_fortnight_are_news(ended, promise):
    PledgeFactory(campaign=ended.translation_key)
    add_step(promise, days=14)

    announce_news()
    finish_announcements()

    assert OutboxMail.objects.count() == 1


def test_a_step_in_two_languages_is_one_change(ended, promise, locales):
    copy = promise.copy_for_translation(locales["sq"], copy_parents=True)
    copy.live = True
    copy.save()
    for page in (promise, copy):
        add_step(page)

    announce_news()

    assert set(Announcement.objects.get().note) == {"sq", "en"}


def test_telling_goes_on_where_it_was_stopped(ended, promise, monkeypatch):
    monkeypatch.setattr(telling, "BATCH", 2)
    for number in range(5):
        PledgeFactory(campaign=ended.translation_key, email=f"{number}@example.org")
    add_step(promise)
    announce_news()
    announcement = Announcement.objects.get()
    telling.tell_next(announcement.pk)

    for _round in range(4):
        finish_announcements()

    told = OutboxMail.objects.order_by("pk").values_list("to", flat=True)
    assert list(told) == [f"{number}@example.org" for number in range(5)]
    announcement.refresh_from_db()
    assert announcement.finished_at is not None


def test_a_promise_that_is_a_draft_tells_nobody(ended, promise):
    PledgeFactory(campaign=ended.translation_key)
    add_step(promise)
    promise.unpublish()

    announce_news()

    assert not Announcement.objects.exists()


def test_updates_of_a_campaign_are_announced_once(city):
    page = CampaignPageFactory(parent=city.campaigns, locale=city.home.locale)
    CampaignUpdateFactory(campaign=page, locale=page.locale, date=city_today(), title="Half way")
    CampaignUpdateFactory(campaign=page, locale=page.locale, title="Long ago")

    announce_news()
    announce_news()

    assert Announcement.objects.get().note == {"en": "Half way"}


def test_publishing_a_step_tells_at_once(
    ended, promise, mailoutbox, django_capture_on_commit_callbacks
):
    PledgeFactory(campaign=ended.translation_key)
    promise.steps.add(
        CommitmentStep(date=city_today(), state="done", locale=promise.locale, sort_order=3)
    )
    promise.promise, promise.due_on = "Ten seconds longer.", city_today()

    with django_capture_on_commit_callbacks(execute=True):
        promise.save_revision().publish()

    assert "It now stands: Done." in mailoutbox[0].body
