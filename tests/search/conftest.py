"""A portal with pages to find."""

import pytest
from django.test import Client
from wagtail.models import Locale, Page, Site

from articles.models import ArticleIndexPage
from tests.factories.articles import ArticleIndexPageFactory


@pytest.fixture
def newsroom(site: Site, locales: dict[str, Locale]) -> ArticleIndexPage:
    """The Albanian newsroom, at ``/sq/lajme/``."""
    return ArticleIndexPageFactory(parent=site.root_page.specific, title="Lajme")


@pytest.fixture
def english_newsroom(newsroom: ArticleIndexPage, locales: dict[str, Locale]) -> Page:
    """Its translation, at ``/en/news/``."""
    home = newsroom.get_parent().specific.copy_for_translation(locales["en"])
    home.save_revision().publish()
    translation = newsroom.copy_for_translation(locales["en"])
    translation.title, translation.slug = "News", "news"
    translation.save_revision().publish()
    return translation


@pytest.fixture
def ask(client: Client):
    """Return what opens the search page with a query."""

    def ask(words: str, path: str = "/sq/search/", **query: str):
        return client.get(path, {"q": words, **query})

    return ask
