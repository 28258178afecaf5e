"""The explorer lists campaigns, events and projects with what staff look for, in Albanian."""

import pytest
from django.urls import reverse

from tests.factories.campaigns import (
    CampaignPageFactory,
    EventPageFactory,
    ProjectPageFactory,
)
from tests.factories.community import UserFactory


@pytest.fixture
def staff(client, city):
    client.force_login(UserFactory(administrator=True))
    return client


def listed(staff, page, **query) -> str:
    response = staff.get(reverse("wagtailadmin_explore", args=[page.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_campaigns_are_listed_and_filtered_by_status(staff, city):
    CampaignPageFactory(parent=city.campaigns, title="Green Cities", ended=True)
    CampaignPageFactory(parent=city.campaigns, title="Safe routes")
    html = listed(staff, city.campaigns)
    assert "E mbyllur, priten përfundimet" in html
    assert "Green Cities" in html
    html = listed(staff, city.campaigns, status="open")
    assert "Safe routes" in html
    assert "Green Cities" not in html


def test_events_are_listed_and_filtered_by_time(staff, city):
    EventPageFactory(parent=city.events, title="Roof day", past=True)
    EventPageFactory(parent=city.events, title="Planting", status="cancelled")
    assert "Grand Park, dam side" in listed(staff, city.events)
    for query in ({"when": "upcoming"}, {"status": "cancelled"}):
        html = listed(staff, city.events, **query)
        assert "Planting" in html
        assert "Roof day" not in html
    html = listed(staff, city.events, when="past")
    assert "Roof day" in html
    assert "Planting" not in html


def test_projects_are_listed_and_filtered_by_state(staff, city):
    ProjectPageFactory(parent=city.projects, title="Parking Point", state="done")
    ProjectPageFactory(parent=city.projects, title="Curricula")
    assert "Në vazhdim" in listed(staff, city.projects)
    html = listed(staff, city.projects, state="done")
    assert "Parking Point" in html
    assert "Curricula" not in html


@pytest.mark.parametrize("query", [{"status": "x"}, {"when": "x"}, {"state": "x"}])
def test_an_unknown_filter_is_no_fault(staff, city, query):
    for page in (city.campaigns, city.events, city.projects):
        listed(staff, page, **query)
