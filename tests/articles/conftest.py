"""A portal with an empty newsroom."""

import pytest
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage
from tests.factories.articles import ArticleIndexPageFactory


@pytest.fixture
def home(site: Site, locales: dict[str, Locale]) -> Page:
    """The Albanian front page."""
    return site.root_page.specific


@pytest.fixture
def newsroom(home: Page) -> ArticleIndexPage:
    """The Albanian newsroom, at ``/sq/lajme/``."""
    return ArticleIndexPageFactory(parent=home)


@pytest.fixture
def english_newsroom(home: Page, newsroom: ArticleIndexPage, locales: dict[str, Locale]) -> Page:
    """The newsroom's translation, at ``/en/news/``."""
    front = home.copy_for_translation(locales["en"])
    front.save_revision().publish()
    translation = newsroom.copy_for_translation(locales["en"])
    translation.title, translation.slug = "News", "news"
    translation.save_revision().publish()
    return translation
