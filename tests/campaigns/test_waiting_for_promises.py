"""A promise that is taken down while its step is told tells it once it is back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns import telling
from campaigns.announcing import finish_announcements
from campaigns.days import city_today
from campaigns.followers import channel_of
from campaigns.models import Announcement, CampaignPage, CommitmentPage, CommitmentStep, Pledge
from campaigns.news import announce_news
from campaigns.telling import LAPSES_AFTER, OTHER_LANGUAGE_WAITS
from campaigns.timers import tell_and_purge
from site_config.models import OutboxMail
from tests.community.following_steps import follower, outbox_for, translate
from tests.factories.campaigns import CampaignPageFactory, CommitmentPageFactory, PledgeFactory


@pytest.fixture
def campaign(city) -> CampaignPage:
    return CampaignPageFactory(parent=city.campaigns, title="Green", locale=city.home.locale)


@pytest.fixture
def promise(city, campaign) -> CommitmentPage:
    """A promise for the campaign, planned today in the words “By spring.”; nobody is told yet."""
    page = CommitmentPageFactory(
        parent=city.promises, locale=city.home.locale, campaign=campaign, title="A longer light"
    )
    page.steps.update(state="planned", words="By spring.")
    return page


@pytest.fixture
def pledgers(campaign, promise) -> None:
    """Two who read English, and two who read Albanian."""
    for language in ("en", "sq"):
        for number in (1, 2):
            PledgeFactory(
                campaign=campaign.translation_key,
                email=f"{language}{number}@example.org",
                language=language,
            )


def take_down(page: CommitmentPage, *, down: bool = True) -> None:
    CommitmentPage.objects.filter(pk=page.pk).update(live=not down)


def in_albanian(promise, locales) -> CommitmentPage:
    """Return the promise's page in Albanian, published with its own words."""
    copy = translate(promise, locales["sq"])
    CommitmentStep.objects.filter(commitment=copy).update(words="Deri në pranverë.")
    CommitmentPage.objects.filter(pk=copy.pk).update(live=True, title="Dritë më e gjatë")
    return copy


def told() -> list[str]:
    """Return who has got a mail, in the order of the alphabet."""
    return sorted(OutboxMail.objects.values_list("to", flat=True))


def let_pass(time: timedelta) -> None:
    """Let what is told be made so long ago."""
    Announcement.objects.update(made_at=timezone.now() - time)
    Pledge.objects.update(confirmed_at=timezone.now() - timedelta(days=30))


def test_who_waits_for_their_words_hears_though_the_page_was_down_for_a_minute(
    promise, pledgers, locales
):
    announce_news()
    finish_announcements()
    assert told() == ["en1@example.org", "en2@example.org"]

    take_down(promise)
    tell_and_purge()
    assert Announcement.objects.get().finished_at is None
    take_down(promise, down=False)
    in_albanian(promise, locales)
    tell_and_purge()

    assert told() == [f"{who}@example.org" for who in ("en1", "en2", "sq1", "sq2")]
    assert Announcement.objects.get().finished_at is not None


def test_the_rest_of_a_batch_waits_until_the_page_is_back(promise, pledgers, monkeypatch):
    monkeypatch.setattr(telling, "BATCH", 1)
    announce_news()
    finish_announcements()
    assert told() == ["en1@example.org"]

    take_down(promise)
    tell_and_purge()
    assert told() == ["en1@example.org"]
    take_down(promise, down=False)
    for _round in range(3):
        tell_and_purge()

    assert told() == ["en1@example.org", "en2@example.org"]


def test_a_language_whose_page_is_live_does_not_wait_for_another_one(
    promise, pledgers, locales, monkeypatch
):
    monkeypatch.setattr(telling, "BATCH", 1)
    in_albanian(promise, locales)
    announce_news()
    finish_announcements()
    take_down(promise)

    for _round in range(4):
        finish_announcements()

    assert told() == [f"{who}@example.org" for who in ("en1", "sq1", "sq2")]
    albanian = OutboxMail.objects.get(to="sq1@example.org")
    assert "Deri në pranverë." in albanian.text
    assert "/sq/" in albanian.text
    take_down(promise, down=False)
    for _round in range(4):
        finish_announcements()
    assert told() == [f"{who}@example.org" for who in ("en1", "en2", "sq1", "sq2")]


def test_a_page_that_not_everybody_may_read_is_waited_for_too(promise, pledgers):
    announce_news()
    restriction = promise.view_restrictions.create(restriction_type="login")
    finish_announcements()
    assert told() == []

    restriction.delete()
    finish_announcements()

    assert told() == ["en1@example.org", "en2@example.org"]


def test_after_two_days_a_page_in_another_language_does(promise, pledgers, locales):
    in_albanian(promise, locales)
    announce_news()
    take_down(promise)
    let_pass(OTHER_LANGUAGE_WAITS + timedelta(hours=1))

    for _round in range(3):
        finish_announcements()

    english = OutboxMail.objects.get(to="en1@example.org")
    assert "By spring." in english.text
    assert "Dritë më e gjatë" in english.subject
    assert len(told()) == 4


@pytest.mark.parametrize(("hours", "ends"), [(-1, False), (1, True)])
def test_a_page_that_stays_away_is_given_up(promise, pledgers, hours, ends):
    announce_news()
    take_down(promise)
    let_pass(LAPSES_AFTER + timedelta(hours=hours))

    finish_announcements()

    assert (Announcement.objects.get().finished_at is not None) is ends
    assert told() == []


def test_what_no_pledger_is_told_is_not_waited_for(promise):
    CommitmentPage.objects.update(campaign=None)
    announce_news()
    take_down(promise)

    finish_announcements()

    assert Announcement.objects.get().finished_at is not None


@pytest.mark.parametrize("is_live", [True, False])
def test_a_campaign_that_only_the_other_language_names_is_told(
    campaign, promise, pledgers, locales, commit, is_live
):
    copy = in_albanian(promise, locales)
    promise.steps.update(date=city_today() - timedelta(days=40))
    CommitmentPage.objects.filter(pk=promise.pk).update(campaign=None)
    CommitmentPage.objects.filter(pk=copy.pk).update(live=is_live)
    copy.steps.all().delete()
    follower("follows@example.org", channel_of(campaign))
    CommitmentStep.objects.create(
        commitment=promise, locale=promise.locale, state="done", words="It is longer."
    )

    commit(tell_and_purge)

    pledgers_told = [one for one in told() if one.startswith("en")]
    assert pledgers_told == (["en1@example.org", "en2@example.org"] if is_live else [])
    assert len(outbox_for("follows@example.org")) == is_live
