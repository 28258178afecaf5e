"""The part of the tree that holds campaigns, projects and events."""

from typing import NamedTuple

import pytest

from campaigns.models import (
    CampaignIndexPage,
    CampaignPage,
    CommitmentIndexPage,
    EventIndexPage,
    ProjectIndexPage,
)
from home.models import HomePage
from tests.campaigns.pledge_steps import PLEDGE
from tests.factories.campaigns import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    CommitmentIndexPageFactory,
    EventIndexPageFactory,
    ProjectIndexPageFactory,
)


class City(NamedTuple):
    """The front page in English, and the four lists below it."""

    home: HomePage
    campaigns: CampaignIndexPage
    events: EventIndexPage
    projects: ProjectIndexPage
    promises: CommitmentIndexPage


@pytest.fixture
def city(english_front: HomePage) -> City:
    """The portal in English, without content."""
    english = english_front.locale
    return City(
        english_front,
        CampaignIndexPageFactory(parent=english_front, slug="campaigns", locale=english),
        EventIndexPageFactory(parent=english_front, slug="events", locale=english),
        ProjectIndexPageFactory(parent=english_front, slug="projects", locale=english),
        CommitmentIndexPageFactory(parent=english_front, slug="promises", locale=english),
    )


@pytest.fixture
def campaign(city: City) -> CampaignPage:
    """A campaign to put one's name to."""
    return CampaignPageFactory(
        parent=city.campaigns,
        title="Green",
        slug="green",
        locale=city.home.locale,
        action=PLEDGE,
        goal=100,
        goal_unit="pledges",
        reached=40,
    )
