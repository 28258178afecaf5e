"""The demo city's newsroom, campaigns, projects and events: complete and consistent."""

from datetime import timedelta
from itertools import pairwise

import pytest

from home.demo.content import dates
from tests.home.demo_content import (
    ARTICLES,
    BLOCKS,
    CAMPAIGNS,
    EVENTS,
    HOME,
    PAGE_KEYS,
    PROJECTS,
    SOME_DAYS,
    STORIES,
    TOPICS,
    number_in,
    words,
)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["key"])
def test_an_article_is_substantial(article):
    assert 350 <= words(article["body"]["en"]) <= 700
    assert 1 <= len(article["topics"]) <= 3


def test_the_newsroom_spans_four_years_and_every_topic():
    assert len(ARTICLES) >= 14
    assert {article["date"][:4] for article in ARTICLES} == {"2011", "2012", "2013", "2014"}
    assert {key for article in ARTICLES for key in article["topics"]} == {
        topic["key"] for topic in TOPICS
    }


def test_articles_stand_newest_first():
    days = [article["date"] for article in ARTICLES]
    assert days == sorted(days, reverse=True)


def test_two_articles_are_pinned_and_two_corrected_after_they_appeared():
    assert sum(article["pinned"] for article in ARTICLES) == 2
    corrected = [article for article in ARTICLES if article["corrections"]]
    assert len(corrected) == 2
    for article in corrected:
        assert all(correction["date"] >= article["date"] for correction in article["corrections"])


def test_the_articles_use_every_kind_of_block():
    kinds = {kind for article in ARTICLES for kind, _value in article["body"]["en"]}
    assert kinds == {
        *("heading", "subheading", "paragraph", "image", "gallery", "quote", "facts"),
        *("table", "embed", "document", "call_to_action"),
    }


def test_there_is_one_film_from_elsewhere():
    addresses = {value["url"] for _path, kind, value in BLOCKS if kind == "embed"}
    assert len(addresses) == 1
    assert addresses.pop().startswith("https://www.youtube.com/watch?v=")


def test_headings_follow_one_another():
    for path, story in STORIES:
        levels = [kind for kind, _value in story["en"] if kind in {"heading", "subheading"}]
        assert levels[:1] in ([], ["heading"]), path


@pytest.mark.parametrize("today", SOME_DAYS)
def test_one_campaign_is_over_one_runs_and_one_is_to_come(today):
    def status(campaign):
        starts, ends = (dates.day_of(campaign[name], today) for name in ("starts", "ends"))
        assert starts < ends
        return "closed" if ends < today else "open" if starts <= today else "upcoming"

    assert [status(campaign) for campaign in CAMPAIGNS] == ["closed", "open", "upcoming"]


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda campaign: campaign["key"])
def test_a_campaign_is_complete(campaign):
    assert len(campaign["faq"]) >= 4
    assert campaign["updates"]
    assert campaign["sources"]
    assert len(campaign["can_do"]) >= 3
    assert 0 <= campaign["goal"]["reached"] <= campaign["goal"]["number"]
    assert campaign["action"]["page"] in PAGE_KEYS
    assert bool(campaign["results"]) == isinstance(campaign["ends"], str)


def test_pledges_by_promise_add_up_to_the_pledges_reached():
    campaign = next(campaign for campaign in CAMPAIGNS if campaign["key"] == "green-cities")
    table = next(value for kind, value in campaign["results"]["en"] if kind == "table")
    assert sum(number_in(row[1]) for row in table["rows"]) == campaign["goal"]["reached"]


@pytest.mark.parametrize("today", SOME_DAYS)
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["key"])
def test_an_event_ends_after_it_starts_within_its_campaign(event, today):
    start, end = (dates.moment_of(event[name], today) for name in ("start", "end"))
    assert timedelta() < end - start <= timedelta(hours=12)
    for campaign in CAMPAIGNS:
        if campaign["key"] == event["campaign"]:
            assert dates.day_of(campaign["starts"], today) <= start.date()
            assert end.date() <= dates.day_of(campaign["ends"], today)


def test_some_events_belong_to_no_campaign():
    assert len(EVENTS) >= 6
    assert [event["key"] for event in EVENTS if event["campaign"] is None]


@pytest.mark.parametrize("today", SOME_DAYS)
@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project["key"])
def test_phases_follow_one_another_and_say_what_the_calendar_says(project, today):
    phases = project["phases"]
    for phase in phases:
        start, end = (dates.day_of(phase[name], today) for name in ("start", "end"))
        assert start < end
        state = "done" if end < today else "current" if start <= today else "planned"
        assert phase["state"] == state
    states = [phase["state"] for phase in phases]
    assert states == sorted(states, key=["done", "current", "planned"].index)
    assert states.count("current") == 1
    for earlier, later in pairwise(phases):
        assert dates.day_of(earlier["start"], today) < dates.day_of(later["start"], today)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project["key"])
def test_funding_adds_up(project):
    funding = project["funding"]
    amounts = [number_in(item["amount"]["en"]) for item in funding["items"]]
    assert sum(amounts) == number_in(funding["total"]["en"])


def test_projects_wear_the_paints_of_the_design():
    assert {project["drawing"]: project["paint"] for project in PROJECTS} == {
        "project-parking": "sky",
        "project-curricula": "rose",
        "project-transport": "saffron",
        "project-free-transit": "lime",
    }


def test_the_home_page_has_five_figures_with_source_and_date():
    sections = dict(HOME["sections"])
    figures = sections["figures"]["figures"]
    assert len(figures) == 5
    for figure in figures:
        assert figure["source"]["en"]
        assert -60 <= figure["date"]["days"] < 0
