"""The part of the tree that holds campaigns, projects and events."""

from typing import NamedTuple

import pytest
from wagtail.models import Locale, Page, Site

from campaigns.models import CampaignIndexPage, EventIndexPage, ProjectIndexPage
from home.models import HomePage
from tests.factories.campaigns import (
    CampaignIndexPageFactory,
    EventIndexPageFactory,
    ProjectIndexPageFactory,
)


class City(NamedTuple):
    """The front page in English, and the three lists below it."""

    home: HomePage
    campaigns: CampaignIndexPage
    events: EventIndexPage
    projects: ProjectIndexPage


@pytest.fixture
def city(root: Page, site: Site, locales: dict[str, Locale]) -> City:
    """The portal in English, without content."""
    home = HomePage(title="Smart City", slug="en-city", locale=locales["en"])
    root.add_child(instance=home)
    site.root_page = home
    site.save()
    return City(
        home,
        CampaignIndexPageFactory(parent=home, slug="campaigns", locale=locales["en"]),
        EventIndexPageFactory(parent=home, slug="events", locale=locales["en"]),
        ProjectIndexPageFactory(parent=home, slug="projects", locale=locales["en"]),
    )
