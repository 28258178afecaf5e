"""The lists of campaigns, projects and events: order, filters, pages, empty states."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from wagtail.models import PageViewRestriction

from campaigns.days import city_today, start_of_day
from campaigns.models import CampaignPage, EventPage, ProjectPage, ProjectState
from tests.factories.campaigns import (
    CampaignPageFactory,
    EventPageFactory,
    ProjectPageFactory,
)

LISTS = ["/en/campaigns/", "/en/events/", "/en/projects/"]
TITLES = {
    "open": {"open": True},
    "upcoming": {"upcoming": True},
    "closed": {"ended": True},
    "results": {"ended": True, "with_results": True},
}


@pytest.fixture
def campaigns(city):
    """One campaign in each status, titled by it."""
    for title, traits in TITLES.items():
        traits = {name: value for name, value in traits.items() if name != "open"}
        CampaignPageFactory(parent=city.campaigns, title=title, **traits)


def titles(response) -> list[str]:
    return [page.title for page in response.context["page_obj"]]


def test_campaigns_stand_under_their_status(client, campaigns):
    response = client.get("/en/campaigns/")
    assert titles(response) == ["open", "upcoming", "closed", "results"]
    html = response.content.decode()
    headings = ["Open now", "Upcoming", "Ended, results to come", "Ended, with results"]
    places = [
        html.index(f'id="status-{status}">{heading}')
        for status, heading in zip(TITLES, headings, strict=True)
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("status", TITLES)
def test_one_status_can_be_asked_for(client, campaigns, status):
    response = client.get("/en/campaigns/", {"status": status})
    assert titles(response) == [status]
    assert f'href="?status={status}" aria-current="true"' in response.content.decode()


def test_projects_under_way_come_first(client, city):
    for state, starts_on in (
        ("done", None),
        ("planned", None),
        ("current", date(2013, 1, 1)),
        ("current", date(2014, 1, 1)),
    ):
        ProjectPageFactory(
            parent=city.projects, title=f"{state} {starts_on}", state=state, starts_on=starts_on
        )
    response = client.get("/en/projects/")
    assert titles(response) == [
        *("current 2014-01-01", "current 2013-01-01"),
        *("planned None", "done None"),
    ]
    response = client.get("/en/projects/", {"state": ProjectState.DONE})
    assert titles(response) == ["done None"]


def test_the_calendar_tells_past_events_from_those_to_come(client, city):
    EventPageFactory(parent=city.events, title="Over", past=True)
    EventPageFactory(parent=city.events, title="Soon")
    assert titles(client.get("/en/events/")) == ["Soon"]
    assert titles(client.get("/en/events/", {"when": "upcoming"})) == ["Soon"]
    assert titles(client.get("/en/events/", {"when": "past"})) == ["Over"]


def test_the_calendar_is_ordered_by_month(client, city):
    year = city_today().year + 1
    for month in (3, 1, 3):
        EventPageFactory(parent=city.events, start_date=date(year, month, 5))
    html = client.get("/en/events/").content.decode()
    assert html.count(f'id="month-{year}-03"') == 1
    assert html.index(f"January {year}") < html.index(f"March {year}")


def test_events_in_the_calendar_name_their_campaign(client, city):
    campaign = CampaignPageFactory(parent=city.campaigns, title="Green Cities")
    EventPageFactory(parent=city.events, campaign=campaign)
    assert "Green Cities" in client.get("/en/events/").content.decode()


def test_campaigns_lead_on_to_events_and_projects(client, city):
    EventPageFactory(parent=city.events, title="Roof day")
    ProjectPageFactory(parent=city.projects, title="Parking Point")
    html = client.get("/en/campaigns/").content.decode()
    assert "Roof day" in html
    assert "Parking Point" in html
    assert "Roof day" not in client.get("/en/campaigns/?status=open").content.decode()


def test_lists_stand_alone_where_the_others_are_missing(client, city):
    for page in (city.events, city.projects):
        page.delete()
    assert client.get("/en/campaigns/").status_code == 200


@pytest.mark.parametrize("path", LISTS)
def test_an_empty_list_says_so_and_shows_a_way_on(client, city, path):
    html = client.get(path).content.decode()
    assert 'class="empty"' in html


@pytest.mark.parametrize(
    ("path", "way_on"),
    [
        ("/en/campaigns/?status=open", 'href="/en/campaigns/"'),
        ("/en/projects/?state=done", 'href="/en/projects/"'),
        ("/en/events/?when=past", 'href="?when=upcoming"'),
        ("/en/events/", 'href="?when=past"'),
    ],
)
def test_an_empty_filter_leads_back(client, city, path, way_on):
    html = client.get(path).content.decode()
    assert way_on in html[html.index('class="empty"') :]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        *("page=0", "page=-1", "page=abc", "page=1e9", "page=999999", "page=%F0", "page="),
        *("status=nonsense&state=nonsense&when=nonsense", "page=1%00"),
        "status=" + "x" * 100_000 + "&state=x&when=x",
    ],
)
def test_nonsense_in_the_address_is_refused_without_a_fault(client, city, path, query):
    response = client.get(f"{path}?{query}")
    assert response.status_code in {400, 404}


def test_pages_of_a_list_keep_its_filter(client, city):
    CampaignPageFactory.create_batch(13, parent=city.campaigns)
    response = client.get("/en/campaigns/", {"status": "open"})
    html = response.content.decode()
    assert len(titles(response)) == 12
    assert "status=open&amp;page=2" in html
    second = client.get("/en/campaigns/", {"status": "open", "page": "2"})
    assert len(titles(second)) == 1


def test_drafts_and_restricted_pages_are_not_listed(client, city):
    CampaignPageFactory(parent=city.campaigns, live=False)
    hidden = CampaignPageFactory(parent=city.campaigns)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert titles(client.get("/en/campaigns/")) == []


@pytest.mark.parametrize("path", LISTS)
def test_a_long_list_asks_the_database_no_more(client, city, path, django_assert_max_num_queries):
    def grow(number: int) -> None:
        campaigns = CampaignPageFactory.create_batch(number, parent=city.campaigns)
        EventPageFactory.create_batch(number, parent=city.events, campaign=campaigns[0])
        ProjectPageFactory.create_batch(number, parent=city.projects)

    grow(2)
    client.get(path)
    with django_assert_max_num_queries(15) as few:
        client.get(path)
    before = len(few)
    grow(9)
    client.get(path)
    with django_assert_max_num_queries(before):
        client.get(path)


def directive(response, name: str) -> int:
    return int(
        dict(part.partition("=")[::2] for part in response["Cache-Control"].split(", "))[name]
    )


@pytest.mark.parametrize("path", ["/en/campaigns/", "/en/campaigns/green/"])
def test_copies_are_gone_when_a_campaign_opens(client, city, monkeypatch, path):
    opens = city_today() + timedelta(days=3)
    CampaignPageFactory(
        parent=city.campaigns, slug="green", starts_on=opens, ends_on=opens + timedelta(days=9)
    )
    monkeypatch.setattr(
        "django.utils.timezone.now", lambda: start_of_day(opens) - timedelta(minutes=4)
    )
    response = client.get(path)
    assert directive(response, "s-maxage") == 240
    assert directive(response, "stale-while-revalidate") == 0


@pytest.mark.parametrize("path", ["/en/events/", "/en/events/roof/", "/en/campaigns/"])
def test_copies_are_gone_when_an_event_ends(client, city, monkeypatch, path):
    event = EventPageFactory(parent=city.events, slug="roof")
    monkeypatch.setattr("django.utils.timezone.now", lambda: event.ends_at - timedelta(minutes=2))
    assert directive(client.get(path), "s-maxage") == 120


def test_lists_of_what_is_over_are_kept_for_the_usual_time(client, city, monkeypatch):
    CampaignPageFactory(parent=city.campaigns, ended=True)
    EventPageFactory(parent=city.events, past=True)
    # At midnight the calendar begins another day.
    noon = start_of_day(city_today()) + timedelta(hours=12)
    monkeypatch.setattr("django.utils.timezone.now", lambda: noon)
    for path in LISTS:
        assert directive(client.get(path), "s-maxage") == 600


@pytest.mark.parametrize("model", [CampaignPage, EventPage, ProjectPage])
def test_a_listed_page_brings_what_its_card_prints(city, model, django_assert_num_queries):
    parents = {CampaignPage: city.campaigns, EventPage: city.events, ProjectPage: city.projects}
    factories = {
        CampaignPage: CampaignPageFactory,
        EventPage: EventPageFactory,
        ProjectPage: ProjectPageFactory,
    }
    factories[model](parent=parents[model])
    (page,) = model.objects.for_listing()
    page.get_url()
    with django_assert_num_queries(0):
        assert page.title in render_to_string(page.card_template, {"page": page})
