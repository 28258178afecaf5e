"""A campaign's page says where it stands, what to do, and what came of it."""

import json
import re
from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from campaigns.days import city_today, start_of_day
from campaigns.models import CampaignPartner
from campaigns.models.status import CampaignStatus
from partners.models import PartnerIndexPage, PartnerPage
from tests.factories.campaigns import (
    STORY,
    CampaignPageFactory,
    CampaignUpdateFactory,
    EventPageFactory,
)
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.factories.site_config import SiteImageFactory

MAIL = [
    {
        "type": "mail",
        "value": {
            "text": "Take a turn",
            "intro": "Say which school.",
            "points": [{"type": "item", "value": "Never alone"}],
            "email": "transport@example.org",
            "subject": "Safe routes & more",
        },
    }
]
QUESTIONS = [
    {"type": "question", "value": {"question": "When it rains?", "answer": "<p>We walk.</p>"}}
]
SOURCES = [{"type": "source", "value": {"title": "Mother Earth Day", "url": "https://un.org/"}}]
STEPS = [
    {"type": "step", "value": {"title": "Adopt a tree", "text": "Water it.", "paint": "lime"}},
    {"type": "step", "value": {"title": "Leave the car", "text": "", "paint": ""}},
]
FIGURES = [{"type": "figure", "value": {"value": 18450, "label": "rides by bus"}}]


@pytest.fixture
def full(city):
    """Fields of a campaign with every part of its page."""
    return {
        "parent": city.campaigns,
        "slug": "green",
        "why": STORY,
        "steps": STEPS,
        "action": MAIL,
        "questions": QUESTIONS,
        "sources": SOURCES,
        "figures": FIGURES,
        "goal": 10_000,
        "reached": 6340,
        "goal_unit": "pledges",
        "responsible": "Parks service",
        "contact_email": "parks@example.org",
        "next_step": "The city plants in November.",
    }


def partner(city, name: str, **fields) -> PartnerPage:
    index = PartnerIndexPage.objects.first()
    if index is None:
        index = PartnerIndexPageFactory(parent=city.home, locale=city.home.locale)
    return PartnerPageFactory(parent=index, title=name, locale=city.home.locale, **fields)


def html_of(client, path: str = "/en/campaigns/green/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def graph_of(html: str) -> dict:
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    return next(node for node in data["@graph"] if node["@type"] == "EventSeries")


def test_an_open_campaign_tells_everything_at_a_glance(client, full):
    CampaignPageFactory(**full)
    html = html_of(client)
    for words in (
        *("Open now", "10 days left", "Parks service", "parks@example.org", "6,340"),
        *("pledges of 10,000", "63% of the goal", "18,450", "Adopt a tree", "When it rains?"),
        *("The city plants in November.", "Mother Earth Day", "Never alone", "Take a turn"),
        "Six thousand trees were planted.",
    ):
        assert words in html


def test_progress_is_told_to_those_who_cannot_see_it(client, full):
    CampaignPageFactory(**full)
    html = html_of(client)
    assert '<label class="vh" for="goal">' in html
    assert 'id="goal" max="10000" value="6340">63%</progress>' in html


def test_a_mail_button_carries_its_subject(client, full):
    CampaignPageFactory(**full)
    address = "mailto:transport@example.org?subject=Safe%20routes%20%26%20more"
    assert f'href="{address}"' in html_of(client)


def test_a_button_may_lead_to_a_place_on_a_page(client, city, full):
    value = {"text": "Join", "intro": "", "points": [], "page": city.projects.pk}
    full["action"] = [{"type": "link", "value": value | {"address": "", "place": "#act"}}]
    CampaignPageFactory(**full)
    assert 'href="/en/projects/#act">Join' in html_of(client)


def test_a_button_whose_page_is_gone_is_left_out(client, city, full):
    value = {"text": "Join", "intro": "", "points": [], "page": city.projects.pk}
    full["action"] = [{"type": "link", "value": value | {"address": "", "place": ""}}]
    CampaignPageFactory(**full)
    city.projects.unpublish()
    html = html_of(client)
    assert "Join" not in html
    assert 'id="act"' not in html


def test_the_last_day_is_told(client, full):
    CampaignPageFactory(**full, ends_on=city_today())
    assert "Last day today" in html_of(client)


def test_an_upcoming_campaign_says_when_it_begins(client, full):
    CampaignPageFactory(**full, upcoming=True)
    html = html_of(client)
    assert "Begins on" in html
    assert "What we want to reach" in html
    assert "days left" not in html


def test_an_ended_campaign_promises_its_results(client, full):
    promised = city_today() + timedelta(days=20)
    CampaignPageFactory(**full, ended=True, results_expected_on=promised)
    html = html_of(client)
    assert "Results are expected by" in html
    assert 'id="act"' not in html
    assert "How far we came" in html


def test_late_results_are_admitted(client, full):
    CampaignPageFactory(**full, ended=True, results_expected_on=city_today() - timedelta(days=1))
    assert "and are late" in html_of(client)


def test_results_stand_first_when_they_are_there(client, full):
    full["why"] = [{"type": "paragraph", "value": "<p>Cities have to evolve.</p>"}]
    CampaignPageFactory(**full, ended=True, results=STORY)
    html = html_of(client)
    assert html.index("Six thousand trees") < html.index("Cities have to evolve")
    assert 'href="#results"' in html


def test_results_prepared_early_are_not_shown(client, full):
    full["why"] = []
    CampaignPageFactory(**full, results=STORY)
    assert "Six thousand trees" not in html_of(client)


def test_the_course_marks_what_is_done_and_what_is_to_come(city):
    page = CampaignPageFactory(parent=city.campaigns, key_day=city_today() + timedelta(days=1))
    assert [(step.name, step.state) for step in page.course] == [
        ("The campaign opens", "now"),
        ("Main day", "next"),
        ("Last day", "next"),
        ("Results follow", "next"),
    ]
    page = CampaignPageFactory(parent=city.campaigns, ended=True, results=STORY)
    assert {step.state for step in page.course} == {"done"}
    page = CampaignPageFactory(parent=city.campaigns, upcoming=True)
    assert {step.state for step in page.course} == {"next"}


def test_updates_stand_newest_first(client, full):
    campaign = CampaignPageFactory(**full)
    for days in (9, 2, 5):
        CampaignUpdateFactory(
            campaign=campaign, title=f"{days} days ago", date=city_today() - timedelta(days=days)
        )
    html = html_of(client)
    places = [html.index(f"{days} days ago") for days in (2, 5, 9)]
    assert places == sorted(places)


def test_events_of_the_campaign_lead_to_its_calendar(client, city, full):
    campaign = CampaignPageFactory(**full)
    EventPageFactory(parent=city.events, campaign=campaign, title="Roof day")
    html = html_of(client)
    assert "Roof day" in html
    assert 'href="/en/campaigns/green/calendar.ics"' in html


def test_partners_stand_there_for_their_term(client, city, full):
    campaign = CampaignPageFactory(**full)
    today = city_today()
    for name, first, last in (
        ("Lana Mobility", -9, None),
        ("Former Bank", -9, -1),
        ("Coming Telekom", 3, None),
    ):
        page = partner(
            city,
            name,
            starts_on=today + timedelta(days=first),
            ends_on=None if last is None else today + timedelta(days=last),
        )
        CampaignPartner.objects.create(campaign=campaign, partner=page)
    html = html_of(client)
    assert "Lana Mobility" in html
    assert "Former Bank" not in html
    assert "Coming Telekom" not in html
    (sponsor,) = graph_of(html)["sponsor"]
    assert sponsor["name"] == "Lana Mobility"


def test_copies_are_gone_when_a_partner_leaves(client, city, full, monkeypatch):
    campaign = CampaignPageFactory(**full, ended=True, results=STORY)
    last = city_today() + timedelta(days=1)
    page = partner(city, "Lana Mobility", starts_on=city_today(), ends_on=last)
    CampaignPartner.objects.create(campaign=campaign, partner=page)
    midnight = start_of_day(last + timedelta(days=1))
    monkeypatch.setattr("django.utils.timezone.now", lambda: midnight - timedelta(seconds=90))
    assert "s-maxage=90," in client.get("/en/campaigns/green/")["Cache-Control"]


def test_machines_read_the_campaign_as_a_series_of_events(client, city, full):
    campaign = CampaignPageFactory(**full)
    EventPageFactory(parent=city.events, campaign=campaign, title="Roof day")
    data = graph_of(html_of(client))
    assert data["startDate"] == campaign.starts_on.isoformat()
    assert data["endDate"] == campaign.ends_on.isoformat()
    assert data["organizer"]["name"] == "Parks service"
    assert [event["name"] for event in data["subEvent"]] == ["Roof day"]
    assert data["potentialAction"]["target"].startswith("mailto:")


def test_a_full_page_asks_the_database_little(client, city, full, django_assert_max_num_queries):
    campaign = CampaignPageFactory(**full, listing_image=SiteImageFactory())

    def grow(number: int) -> None:
        for at in range(number):
            CampaignUpdateFactory(campaign=campaign)
            EventPageFactory(parent=city.events, campaign=campaign)
            page = partner(city, f"Partner {number}-{at}", starts_on=city_today())
            CampaignPartner.objects.create(campaign=campaign, partner=page)

    grow(2)
    client.get("/en/campaigns/green/")
    with django_assert_max_num_queries(20) as few:
        client.get("/en/campaigns/green/")
    before = len(few)
    grow(8)
    client.get("/en/campaigns/green/")
    with django_assert_max_num_queries(before):
        client.get("/en/campaigns/green/")


def test_the_page_speaks_albanian(city, full, rf):
    campaign = CampaignPageFactory(**full)
    request = rf.get("/sq/")
    with translation.override("sq"):
        html = render_to_string(campaign.get_template(request), {"page": campaign}, request)
    for words in ("E hapur tani", "Çfarë mund të bëni", "Kush përgjigjet", "6.340"):
        assert words in html


@pytest.mark.parametrize(
    ("traits", "words"),
    [
        ({}, ("Open now", "Open until", "Join the walk")),
        ({"upcoming": True}, ("Upcoming", "Begins on", "See what is planned")),
        ({"ended": True}, ("Ended, results to come", "See the campaign")),
        ({"ended": True, "results": STORY}, ("Ended, with results", "See what came of it")),
    ],
)
def test_the_feature_of_the_home_page_follows_the_status(city, traits, words):
    campaign = CampaignPageFactory(parent=city.campaigns, **traits)
    html = render_to_string(
        "campaigns/includes/campaign_feature.html",
        {
            "campaign": campaign,
            "anchor": "campaign",
            "title": "Earth Day 2014",
            "button": "Join the walk",
            "panel_title": "Mother Earth",
            "panel_text": "<p>A common expression</p>",
        },
    )
    for word in ("Earth Day 2014", "Mother Earth", "A common expression", *words):
        assert word in html
    assert ("Join the walk" in html) is (campaign.status is CampaignStatus.OPEN)


@pytest.mark.parametrize(
    ("parts", "why", "sources"),
    [({}, 0, 0), ({"sources": SOURCES}, 0, 1), ({"why": STORY, "sources": SOURCES}, 1, 1)],
    ids=["neither", "sources alone", "both"],
)
def test_no_heading_stands_over_nothing(client, city, parts, why, sources):
    campaign = CampaignPageFactory(parent=city.campaigns, **parts)

    html = client.get(campaign.url).content.decode()

    assert html.count(">Why</h2>") == why
    assert len(re.findall(">Sources</h[23]>", html)) == sources
    for label in re.findall('aria-labelledby="([^"]+)"', html):
        assert f'id="{label}"' in html
