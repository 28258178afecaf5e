"""An answer says which pages it shows, where a cache stands in front."""

import pytest
from django.test import Client

from articles.models import ArticleIndexPage, ArticlePage
from home.models import HomePage
from site_config.front_cache.shown import ANY_PAGE, HEADER, served, shown
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory

pytestmark = pytest.mark.django_db
IN_FRONT = {"one": {"BACKEND": "x", "LOCATION": "http://127.0.0.1:9"}}


@pytest.fixture
def newsroom(english_front: HomePage) -> ArticleIndexPage:
    return ArticleIndexPageFactory(parent=english_front, slug="news")


@pytest.fixture
def article(newsroom: ArticleIndexPage) -> ArticlePage:
    return ArticlePageFactory(parent=newsroom)


@pytest.fixture
def in_front(newsroom: ArticleIndexPage, article: ArticlePage, settings) -> None:
    """A cache, after the city is built: nobody listens to what would be told."""
    settings.WAGTAILFRONTENDCACHE = IN_FRONT


def test_a_list_names_itself_and_what_it_lists(client: Client, newsroom, article, in_front):
    words = set(client.get(newsroom.url)[HEADER].split())

    assert {served(newsroom.pk), shown(article.pk)} <= words
    assert served(article.pk) not in words


def test_what_lists_pages_and_is_none_may_list_any(client: Client, in_front):
    assert client.get("/sitemap.xml")[HEADER] == ANY_PAGE


def test_without_a_cache_nothing_is_told(client: Client, newsroom):
    assert HEADER not in client.get(newsroom.url)
