"""What the community's tests may ask for."""

import time
from types import SimpleNamespace

import pytest
from wagtail.models import Locale, Page, Site

from community.models import CommunityPage
from tests.factories.community import CommunityPageFactory


@pytest.fixture
def english_home(site: Site, locales: dict[str, Locale]) -> Page:
    """The page that stands for the portal's home in English."""
    home = site.root_page
    home.locale = locales["en"]
    home.save()
    return home


@pytest.fixture
def front(english_home: Page) -> CommunityPage:
    """The community's front page in English."""
    return CommunityPageFactory(parent=english_home, locale=english_home.locale)


@pytest.fixture(autouse=True)
def _steady_clock_of_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no half minute pass between a code and its check."""
    now = time.time()
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: now))
