"""The part of the tree that holds campaigns, projects and events."""

from typing import NamedTuple

import pytest

from campaigns.models import (
    CampaignIndexPage,
    CommitmentIndexPage,
    EventIndexPage,
    ProjectIndexPage,
)
from home.models import HomePage
from tests.factories.campaigns import (
    CampaignIndexPageFactory,
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
