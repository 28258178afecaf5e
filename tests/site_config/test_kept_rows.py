"""What many pages ask for is read once, and never older than the changes an answer is kept by."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from articles.models import ArticleIndexPage, ArticlePage
from home.models import HomePage
from site_config.kept_answers import answers
from site_config.kept_answers.answers import store
from site_config.kept_answers.changes import latest_changes, tables_read
from site_config.models import tree
from site_config.models.tree import known_restricted_paths
from tests.empty_portal import begin_portal
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept(settings) -> Iterator[None]:
    settings.KEEP_ANSWERS = True
    yield
    store.clear()
    answers.parameters._names.clear()
    cache.clear()


@pytest.fixture
def newsroom() -> ArticleIndexPage:
    """A newsroom with two articles, in a portal that has nothing else."""
    newsroom = ArticleIndexPageFactory(parent=begin_portal(), title="News", slug="news")
    for title in ("Open to all", "Not for all"):
        ArticlePageFactory(parent=newsroom, title=title)
    return newsroom


def restrict(title: str) -> PageViewRestriction:
    page = Page.objects.get(title=title)
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def listing(newsroom: ArticleIndexPage) -> str:
    return Client().get(newsroom.url).content.decode()


def test_a_page_that_is_restricted_leaves_the_lists_at_once(newsroom):
    assert "Not for all" in listing(newsroom)

    restrict("Not for all")

    assert "Not for all" not in listing(newsroom)


def test_a_page_that_is_open_again_is_listed_at_once(newsroom):
    restriction = restrict("Not for all")
    assert "Not for all" not in listing(newsroom)

    restriction.delete()

    assert "Not for all" in listing(newsroom)


def test_a_page_moved_below_a_restricted_one_leaves_the_lists(newsroom):
    other = ArticleIndexPageFactory(parent=newsroom.get_parent(), title="Inside", slug="inside")
    restrict("Inside")
    listing(newsroom)

    ArticlePage.objects.get(title="Not for all").move(other, pos="last-child")

    with tables_read(latest_changes()):
        found = ArticlePage.objects.live().unrestricted()
        assert [page.title for page in found] == ["Open to all"]


def test_an_answer_hangs_on_what_another_has_read(newsroom, django_assert_num_queries):
    latest = latest_changes()
    with tables_read(latest):
        known_restricted_paths()

    with tables_read(latest) as names, django_assert_num_queries(0):
        known_restricted_paths()

    assert PageViewRestriction._meta.db_table in names


@pytest.mark.parametrize("restricted", [[], ["News"], ["Not for all"], ["News", "Not for all"]])
@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("few", [0, 20])
def test_restrictions_that_are_known_leave_out_what_the_database_would(
    newsroom, monkeypatch, restricted, below, few
):
    for title in restricted:
        restrict(title)
    monkeypatch.setattr(tree, "FEW_RESTRICTIONS", few)
    above = newsroom if below else None
    asked = {page.pk for page in ArticlePage.objects.unrestricted(below=above)}

    with tables_read(latest_changes()):
        known = {page.pk for page in ArticlePage.objects.unrestricted(below=above)}
        article = ArticlePage.objects.get(title="Not for all")
        [found] = [Client().get(article.url).status_code]

    assert known == asked
    assert found == (302 if restricted else 200)


def test_outside_an_answer_nothing_is_known(newsroom):
    restrict("Not for all")

    assert known_restricted_paths() is None


def test_the_home_page_of_each_language_and_host_is_its_own(newsroom):
    albanian, _created = Locale.objects.get_or_create(language_code="sq")
    front = newsroom.get_parent().specific
    front.copy_for_translation(albanian, copy_parents=True).save_revision().publish()
    HomePage.objects.filter(locale=albanian).update(title="Qyteti")

    for _time in range(2):
        assert "<h1" in Client().get("/en/").content.decode()
        assert "Qyteti" in Client().get("/sq/").content.decode()
        store.clear()
