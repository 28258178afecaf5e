"""A newsroom that the benchmark lets grow is one that the portal could have made."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from wagtail.models import Page

from articles.models import ArticlePage
from bench.copying import step
from bench.growing import grow_to, newsroom
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.site_config import TopicFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="The benchmark runs on PostgreSQL."
    ),
]


@pytest.fixture
def grown(english_front: Page, monkeypatch: pytest.MonkeyPatch) -> int:
    """A newsroom that had one article, and the number of pages that it has grown to."""
    room = ArticleIndexPageFactory(parent=english_front, title="News", slug="news")
    ArticlePageFactory(parent=room, topics=[TopicFactory(locale=room.locale)])
    # Inside a transaction, as tests are, nothing can be vacuumed.
    monkeypatch.setattr("bench.growing.VACUUM", "ANALYZE")
    cache.clear()
    return grow_to(60)


def test_the_tree_has_as_many_pages_and_no_faults(grown):
    assert grown == Page.objects.count() == 60
    assert not any(Page.find_problems())
    assert newsroom().numchild == newsroom().get_children().count()


def test_each_page_is_found_at_its_address(grown):
    pages = list(ArticlePage.objects.child_of(newsroom()))

    assert {Client().get(page.url).status_code for page in pages[:3] + pages[-3:]} == {200}
    assert len({page.translation_key for page in pages}) == len(pages)


def test_copies_have_the_topics_and_words_of_the_one(grown):
    pages = list(ArticlePage.objects.child_of(newsroom()))

    assert {len(page.topics) for page in pages} == {1}
    assert ArticlePage.objects.search("street").count() == len(pages) - 1


def test_it_can_grow_on(grown):
    assert grow_to(70) == 70
    assert not any(Page.find_problems())


def test_a_city_that_is_large_enough_stays(grown):
    assert grow_to(10) == 60


def test_steps_are_counted_in_36_digits():
    assert [step(1), step(35), step(36), step(36**3)] == ["0001", "000Z", "0010", "1000"]
