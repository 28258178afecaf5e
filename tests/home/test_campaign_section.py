"""The campaign on the front page follows the campaign's dates by itself."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.days import city_today, next_midnight
from campaigns.models import CampaignIndexPage
from home.models import HomePage
from home.sections import read_sections
from tests.factories.campaigns import STORY, CampaignIndexPageFactory, CampaignPageFactory
from tests.factories.home import HomePageFactory, stream

pytestmark = pytest.mark.django_db

JOIN = "Join the Green Cities campaign"
# Traits of the campaign, with days counted from today; the badge, the sentence and the button.
STATES = [
    ({"upcoming": True}, "Upcoming", "Begins on", "See what is planned"),
    ({}, "Open now", "10 days left", JOIN),
    ({"ends_on": 0}, "Open now", "Last day today", JOIN),
    (
        {"ended": True, "results_expected_on": 9},
        "Ended, results to come",
        "Results are expected by",
        "See the campaign",
    ),
    ({"ended": True}, "Ended, results to come", "being gathered", "See the campaign"),
    (
        {"ended": True, "results_expected_on": -1},
        "Ended, results to come",
        "and are late",
        "See the campaign",
    ),
    (
        {"ended": True, "with_results": True},
        "Ended, with results",
        "The results are here",
        "See what came of it",
    ),
]
NAMES = ["upcoming", "open", "last day", "results expected", "closed", "overdue", "results"]


@pytest.fixture
def english(front: HomePage, locales) -> HomePage:
    """The English front page."""
    return HomePageFactory(
        parent=front.get_parent(),
        locale=locales["en"],
        slug="home-en",
        translation_key=front.translation_key,
    )


@pytest.fixture
def index(english: HomePage) -> CampaignIndexPage:
    return CampaignIndexPageFactory(parent=english, locale=english.locale)


def announce(front: HomePage, campaign=None, **words: str) -> HomePage:
    value = {"campaign": campaign and campaign.pk, "button": JOIN, "panel_paint": "lime"}
    front.sections = stream(("campaign", value | words))
    front.save()
    return front


@pytest.mark.parametrize(("traits", "badge", "sentence", "button"), STATES, ids=NAMES)
@pytest.mark.parametrize("chosen", [True, False], ids=["chosen", "most urgent"])
def test_it_says_where_the_campaign_stands_and_what_there_is_to_do(
    client, english, index, traits, badge, sentence, button, chosen
):
    days = {
        name: city_today() + timedelta(days=value)
        for name, value in traits.items()
        if name.endswith("_on")
    }
    campaign = CampaignPageFactory(
        parent=index, locale=english.locale, title="Green Cities", **traits | days
    )
    announce(english, campaign if chosen else None)

    html = client.get("/en/").content.decode()

    assert badge in html
    assert sentence in html
    offered = [words for *_rest, words in STATES if f'">{words}<span class="vh">' in html]
    assert set(offered) == {button}


def test_it_goes_through_all_states_without_anybodys_hand(client, english, index):
    campaign = CampaignPageFactory(parent=index, locale=english.locale, upcoming=True)
    announce(english, campaign)

    def seen(**changes: object) -> str:
        type(campaign).objects.filter(pk=campaign.pk).update(**changes)
        return client.get("/en/").content.decode()

    today = city_today()
    assert "Upcoming" in seen()
    assert "Open now" in seen(starts_on=today, ends_on=today)
    yesterday = today - timedelta(days=1)
    assert "results to come" in seen(starts_on=yesterday, ends_on=yesterday)
    assert "with results" in seen(results=STORY)


def test_without_words_of_its_own_it_takes_the_campaigns(client, english, index):
    CampaignPageFactory(parent=index, locale=english.locale, title="Green Cities")
    announce(english, button="")

    html = client.get("/en/").content.decode()

    assert "Green Cities</h2>" in html
    assert "Make one promise for your street." in html
    assert "Join the campaign<span" in html


def test_own_words_stand_before_the_campaigns(client, english, index):
    campaign = CampaignPageFactory(parent=index, locale=english.locale)
    announce(
        english, campaign, title="Earth Day", lead="A day for all.", panel_title="Mother Earth"
    )

    html = client.get("/en/").content.decode()

    assert "Earth Day</h2>" in html
    assert "A day for all." in html
    assert "<h3>Mother Earth</h3>" in html
    assert "Make one promise" not in html


def test_of_several_campaigns_the_one_that_ends_first_is_shown(client, english, index):
    today = city_today()
    for title, days in (("Later", 9), ("Sooner", 2)):
        CampaignPageFactory(
            parent=index, locale=english.locale, title=title, ends_on=today + timedelta(days=days)
        )
    CampaignPageFactory(parent=index, locale=english.locale, title="Past", ended=True)

    html = client.get(announce(english).url).content.decode()

    assert "Sooner</h2>" in html


def test_two_sections_may_show_the_same_campaign(client, english, index):
    CampaignPageFactory(parent=index, locale=english.locale)
    section = ("campaign", {"campaign": None, "panel_paint": "lime"})
    english.sections = stream(section, section)
    english.save()

    html = client.get("/en/").content.decode()

    labels = re.findall(r'aria-labelledby="(campaign[^"]*)"', html)
    assert labels == ["campaign", "campaign-2"]
    assert [html.count(f'id="{label}"') for label in labels] == [1, 1]


def test_a_campaign_in_another_language_is_not_shown(front, english, index):
    CampaignPageFactory(parent=index, locale=english.locale)

    [section] = read_sections(announce(front))

    assert section.reason


def test_staff_read_why_nothing_is_shown(english, index):
    draft = CampaignPageFactory(parent=index, locale=english.locale, live=False, title="Draft")

    [chosen] = read_sections(announce(english, draft))
    [most_urgent] = read_sections(announce(english))

    assert "Draft" in chosen.reason
    assert most_urgent.reason
    assert most_urgent.reason != chosen.reason


def test_staff_are_reminded_of_late_results(english, index):
    late = CampaignPageFactory(
        parent=index, locale=english.locale, ended=True, results_expected_on=city_today()
    )
    late.results_expected_on -= timedelta(days=1)
    late.save()

    [section] = read_sections(announce(english, late))

    assert late.title in section.warnings[0]


def test_a_copy_of_the_front_page_is_kept_until_midnight_alone(english, index):
    now = timezone.now()

    assert announce(english).fresh_until(now) == next_midnight(now)
