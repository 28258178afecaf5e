"""Links to pages in texts are right in each language, and cost nothing once they are known."""

import pytest
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site, locales):
    return StandardPageFactory(parent=site.root_page, slug="rreth")


def link(page) -> str:
    with override("sq"):
        return expand_db_html(f'<a linktype="page" id="{page.pk}">About</a>')


def test_a_link_is_written_without_a_query_once_it_is_known(page, django_assert_num_queries):
    assert link(page) == '<a href="/sq/rreth/">About</a>'
    with django_assert_num_queries(0):
        link(page)


def test_a_link_follows_its_page(page):
    link(page)
    page.slug = "per-ne"
    page.save_revision().publish()
    assert link(page) == '<a href="/sq/per-ne/">About</a>'


def test_a_link_to_a_page_taken_down_keeps_its_words(page):
    link(page)
    page.unpublish()
    assert link(page) == "<a>About</a>"


def test_a_link_leads_to_the_translation(site, page, locales):
    front = site.root_page.specific.copy_for_translation(locales["en"])
    front.save_revision().publish()
    page.copy_for_translation(locales["en"]).save_revision().publish()
    with override("en"):
        assert "/en/rreth/" in expand_db_html(f'<a linktype="page" id="{page.pk}">About</a>')


@pytest.mark.parametrize("key", ["999999", "", "abc", "٣"])
def test_a_link_to_no_page_keeps_its_words(db, key):
    assert expand_db_html(f'<a linktype="page" id="{key}">About</a>') == "<a>About</a>"
