"""An event's page tells when, where and for whom; a project's page how far it is."""

import json
import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campaigns.models import EventStatus, ProjectPage, ProjectPhase, ProjectState
from site_config.models import SiteDocument
from tests.factories.campaigns import (
    STORY,
    CampaignPageFactory,
    EventPageFactory,
    ProjectPageFactory,
    ProjectPhaseFactory,
)
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory


def html_of(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def graph_of(html: str, kind: str) -> dict:
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    return next(node for node in data["@graph"] if node["@type"] == kind)


def make_event(city, **fields):
    return EventPageFactory(
        parent=city.events,
        **{
            "slug": "roof-day",
            "address": "Rruga e Elbasanit, Tiranë",
            "organiser": "Dajti Solar",
            "accessibility": "The lift goes to the top floor.",
            "body": STORY,
            **fields,
        },
    )


def test_an_event_tells_when_and_where(client, city):
    make_event(city, registration_url="https://example.org/register")
    html = html_of(client, "/en/events/roof-day/")
    for words in (
        *("9:00 to 12:00", "Grand Park, dam side", "Rruga e Elbasanit", "Dajti Solar"),
        *("The lift goes to the top floor.", "Free", "Register", "Six thousand trees"),
        'href="/en/events/roof-day/event.ics"',
    ):
        assert words in html


def test_an_event_shows_the_way_on_a_plan_and_on_a_map_elsewhere(client, city):
    plan = SiteImageFactory(description="From the bus stop along the dam.")
    make_event(city, map_picture=plan, map_url="https://maps.example/?at=dam&zoom=3")
    make_event(city, slug="without")
    page = BeautifulSoup(html_of(client, "/en/events/roof-day/"), "html.parser")
    bare = BeautifulSoup(html_of(client, "/en/events/without/"), "html.parser")

    shown = page.select_one("main figure img")
    assert shown["alt"] == "From the bus stop along the dam."
    assert Path(plan.file.name).stem in shown["src"]
    link = page.find("a", href="https://maps.example/?at=dam&zoom=3")
    assert link.get_text(strip=True) == "Show on a map"
    assert link["rel"] == ["external"]
    assert link.find_parent("dd").find_previous_sibling("dt").string == "Where"
    assert bare.select("main figure") == []
    assert "Show on a map" not in bare.get_text()


def test_an_event_leads_to_its_campaign(client, city):
    campaign = CampaignPageFactory(parent=city.campaigns, title="Green Cities", slug="green")
    make_event(city, campaign=campaign)
    html = html_of(client, "/en/events/roof-day/")
    assert 'href="/en/campaigns/green/">Green Cities' in html
    assert graph_of(html, "Event")["superEvent"]["name"] == "Green Cities"


def test_an_event_whose_campaign_is_a_draft_says_nothing_of_it(client, city):
    campaign = CampaignPageFactory(parent=city.campaigns, title="Green Cities", live=False)
    make_event(city, campaign=campaign)
    assert "Green Cities" not in html_of(client, "/en/events/roof-day/")


@pytest.mark.parametrize(
    ("status", "sentence", "schema"),
    [
        (EventStatus.CANCELLED, "This event does not take place.", "EventCancelled"),
        (EventStatus.POSTPONED, "This event has been postponed.", "EventPostponed"),
    ],
)
def test_a_change_is_told_before_anything_else(client, city, status, sentence, schema):
    make_event(
        city, status=status, status_note="Storm.", registration_url="https://example.org/register"
    )
    html = html_of(client, "/en/events/roof-day/")
    assert sentence in html
    assert "Storm." in html
    assert "https://example.org/register" not in html
    assert graph_of(html, "Event")["eventStatus"] == f"https://schema.org/{schema}"


def test_a_past_event_offers_no_calendar_entry(client, city):
    make_event(city, past=True)
    html = html_of(client, "/en/events/roof-day/")
    assert "Past" in html
    assert "event.ics" not in html


def test_hours_abroad_name_their_city(client, city):
    make_event(city, time_zone="America/New_York")
    assert "9:00 to 12:00 (New York time)" in html_of(client, "/en/events/roof-day/")


def test_a_paid_whole_day_event_online(client, city):
    make_event(
        city,
        whole_day=True,
        place="",
        address="",
        online_url="https://example.org/live",
        is_free=False,
        start_date=date(2030, 4, 22),
        end_date=date(2030, 4, 24),
    )
    html = html_of(client, "/en/events/roof-day/")
    assert "22 to 24 April 2030" in html
    assert "All day" in html
    data = graph_of(html, "Event")
    assert (data["startDate"], data["endDate"]) == ("2030-04-22", "2030-04-24")
    assert data["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")
    assert data["location"] == {"@type": "VirtualLocation", "url": "https://example.org/live"}
    assert "offers" not in data


def test_an_event_at_a_place_and_online_is_both(client, city):
    make_event(city, online_url="https://example.org/live", start_time=time(10))
    data = graph_of(html_of(client, "/en/events/roof-day/"), "Event")
    assert data["eventAttendanceMode"].endswith("MixedEventAttendanceMode")
    assert [place["@type"] for place in data["location"]] == ["Place", "VirtualLocation"]


def test_an_event_page_asks_the_database_little(client, city, django_assert_max_num_queries):
    campaign = CampaignPageFactory(parent=city.campaigns)
    make_event(city, campaign=campaign, listing_image=SiteImageFactory())
    client.get("/en/events/roof-day/")
    with django_assert_max_num_queries(20):
        client.get("/en/events/roof-day/")


PARTICIPANTS = [
    {"type": "participant", "value": {"name": "Agora Lab", "role": "Test site", "url": ""}},
    {"type": "participant", "value": {"name": "Ura", "role": "", "url": "https://ura.example/"}},
]
MILESTONES = [
    {"type": "milestone", "value": {"date": f"2013-0{n}-01", "title": f"Step {n}", "text": "Done"}}
    for n in (3, 9, 5)
]


def funding(*lines: tuple[str, str | None, str]) -> list[dict]:
    return [
        {
            "type": "line",
            "value": {"source": source, "amount": amount, "currency": currency, "note": "Sensors"},
        }
        for source, amount, currency in lines
    ]


@pytest.fixture
def project(city):
    project = ProjectPageFactory(
        parent=city.projects,
        slug="parking",
        starts_on=date(2013, 1, 14),
        ends_on=date(2014, 3, 17),
        responsible="Transport team",
        contact_email="transport@example.org",
        body=STORY,
        participants=PARTICIPANTS,
        milestones=MILESTONES,
        funding=funding(
            ("City", "7480000", "ALL"),
            ("Ura", "2300000.50", "ALL"),
            ("Union", "1500", "EUR"),
            ("Embassy", "900", "USD"),
            ("Volunteers", None, "ALL"),
        ),
        documents=[
            {"type": "document", "value": {"document": SiteDocumentFactory().pk, "title": "Plan"}}
        ],
    )
    for order, (title, state) in enumerate(
        (("Idea", "done"), ("Test site", "current"), ("Hospitals", "planned"))
    ):
        ProjectPhaseFactory(
            project=project,
            title=title,
            state=state,
            sort_order=order,
            starts_on=date(2013, 1 + order, 1),
        )
    return project


def test_a_project_tells_how_far_it_is(client, project):
    html = html_of(client, "/en/projects/parking/")
    for words in (
        *("14 January 2013 to 17 March 2014", "Transport team", "Completed", "Under way"),
        *("Planned", "Agora Lab", "https://ura.example/", "Plan", "Six thousand trees"),
        *("9,780,000.50", "1,500", "from 1 February 2013"),
    ):
        assert words in html
    places = [html.index(f"<h3>{title}</h3>") for title in ("Idea", "Test site", "Hospitals")]
    assert places == sorted(places)


def test_milestones_stand_newest_first(client, project):
    html = html_of(client, "/en/projects/parking/")
    places = [html.index(f"Step {number}") for number in (9, 5, 3)]
    assert places == sorted(places)


def test_milestones_without_a_day_yet_stand_first_in_the_preview(project):
    unfinished = [{"type": "milestone", "value": {"date": None, "title": "To come", "text": ""}}]
    project.milestones = unfinished * 2 + MILESTONES

    html = project.make_preview_request().render().content.decode()

    assert html.count("To come") == 2
    assert html.rindex("To come") < html.index("Step 9")


def test_a_project_whose_documents_are_gone_shows_no_heading_for_them(client, project):
    assert "documents-title" in html_of(client, "/en/projects/parking/")
    SiteDocument.objects.all().delete()
    assert "documents-title" not in html_of(client, "/en/projects/parking/")


def test_the_budget_adds_up_by_currency(project):
    assert project.budget == [
        ("ALL", Decimal("9780000.50")),
        ("EUR", Decimal(1500)),
        ("USD", Decimal(900)),
    ]


def test_machines_read_members_and_grants(client, project):
    data = graph_of(html_of(client, "/en/projects/parking/"), "Project")
    assert [member["name"] for member in data["member"]] == ["Agora Lab", "Ura"]
    assert data["funding"][0]["amount"]["value"] == "7480000"
    assert data["funding"][-1]["@type"] == "Grant"
    assert data["foundingDate"] == "2013-01-14"


def test_an_empty_project_is_a_page_all_the_same(client, city):
    ProjectPageFactory(parent=city.projects, slug="bare")
    html = html_of(client, "/en/projects/bare/")
    assert "Phases" not in html
    assert "Money" not in html


def test_a_project_page_asks_the_database_little(client, project, django_assert_max_num_queries):
    client.get("/en/projects/parking/")
    with django_assert_max_num_queries(20) as few:
        client.get("/en/projects/parking/")
    before = len(few)
    ProjectPhaseFactory.create_batch(9, project=project)
    client.get("/en/projects/parking/")
    with django_assert_max_num_queries(before):
        client.get("/en/projects/parking/")


@pytest.mark.parametrize("model", [ProjectPage, ProjectPhase])
def test_nothing_ends_before_it_starts(project, model):
    found = model.objects.first()
    found.starts_on, found.ends_on = date(2014, 2, 1), date(2014, 1, 1)
    with pytest.raises(ValidationError) as refusal:
        found.full_clean()
    assert "ends_on" in refusal.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=found.pk).update(
            starts_on=date(2014, 2, 1), ends_on=date(2014, 1, 1)
        )


def test_projects_are_found_by_their_state(project):
    assert list(ProjectPage.objects.in_state(ProjectState.CURRENT)) == [project]
    assert not ProjectPage.objects.in_state(ProjectState.DONE).exists()
