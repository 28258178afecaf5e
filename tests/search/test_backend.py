"""The search engine reads words as people type them, on both databases."""

import pytest
from django.db import connection
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, Boost, Not, Phrase, PlainText

from articles.models import ArticlePage
from search.backend.queries import clean_query
from tests.factories.articles import ArticlePageFactory, paragraphs

pytestmark = pytest.mark.django_db


def titles(query, **options) -> list[str]:
    return [page.title for page in ArticlePage.objects.all().search(query, **options)]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Tiranë", "Tirane"),
        ("Tirane", "Tiranë"),
        ("çmimi", "cmimi"),
        ("cmimi", "çmimi"),
        ("ÇMIMI", "çmimi"),
        ("parkimi", "parkim"),
        ("shëtitores", "shetit"),
        ("qytet-park", "park"),
    ],
)
def test_words_are_found_as_people_type_them(newsroom, stored, typed):
    ArticlePageFactory(parent=newsroom, title=stored)
    assert titles(typed) == [stored]


@pytest.mark.parametrize("typed", ["arkimi", "parkimet", "pa"])
def test_other_words_are_not_found(newsroom, typed):
    ArticlePageFactory(parent=newsroom, title="parkimi", lead="…", story="[]", summary="")
    assert titles(typed) == []


def test_all_words_must_be_there_unless_asked_otherwise(newsroom):
    ArticlePageFactory(parent=newsroom, title="green park", story="[]")
    ArticlePageFactory(parent=newsroom, title="green bus", story="[]")
    assert titles("green park") == ["green park"]
    assert set(titles("green park", operator="or")) == {"green park", "green bus"}


@pytest.fixture
def _others(newsroom):
    """Articles about something else: how rare a word is decides how much it weighs."""
    for number in range(6):
        ArticlePageFactory(parent=newsroom, title=f"Autobusë {number}", story="[]")


@pytest.mark.usefixtures("_others")
def test_titles_rank_before_texts(newsroom):
    ArticlePageFactory(parent=newsroom, title="Text", story=paragraphs("park " * 3))
    ArticlePageFactory(parent=newsroom, title="Park", story="[]")
    assert titles("park") == ["Park", "Text"]


@pytest.mark.usefixtures("_others")
def test_whole_words_rank_before_beginnings(newsroom):
    ArticlePageFactory(parent=newsroom, title="Park këtu", story="[]")
    ArticlePageFactory(parent=newsroom, title="Parkimi këtu", story="[]")
    assert titles("park") == ["Park këtu", "Parkimi këtu"]


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""',
        '"open',
        "'",
        "\\",
        "a AND",
        "NOT",
        "NEAR(a b)",
        "title : x",
        "{title} : x",
        "a^2",
        "x*",
        "-x",
        "a | b & !c <-> d:*",
        "()",
        "%s %(x)s %",
        "a\x00b",
        "\ud7ff\U0001f333",
        "ë̈",
    ],
)
def test_no_sign_is_a_command(newsroom, typed):
    ArticlePageFactory(parent=newsroom)
    for backend_call in (ArticlePage.objects.all().search, ArticlePage.objects.all().autocomplete):
        assert len(backend_call(typed)) <= 1
    assert len(Page.objects.all().search(Phrase(typed))) <= 2


def test_queries_in_parts_are_cleaned_part_by_part(newsroom):
    ArticlePageFactory(parent=newsroom, title="green park", story="[]")
    ArticlePageFactory(parent=newsroom, title="green bus", story="[]")
    assert titles(PlainText('"green') & ~PlainText('bus"')) == ["green park"]
    assert set(titles(PlainText("park*") | PlainText("bus*") | Phrase('"'))) == {
        "green park",
        "green bus",
    }
    assert titles(Phrase('"green park"')) == ["green park"]
    assert len(titles(MATCH_ALL)) == 2


@pytest.mark.parametrize(
    "query", [PlainText('"'), Phrase("*"), Not(Phrase("*")), Boost(PlainText("-"), 2)]
)
def test_nothing_is_left_of_signs_alone(query):
    assert clean_query(query) == ""


def test_a_boosted_part_keeps_its_boost():
    cleaned = clean_query(Boost(PlainText("gre*en"), 2))
    assert (cleaned.boost, cleaned.subquery.query_string) == (2, "gre en")


def test_autocomplete_knows_no_accents_either(newsroom):
    ArticlePageFactory(parent=newsroom, title="Çmimi i ujit")
    assert [page.title for page in ArticlePage.objects.all().autocomplete("cmi")] == [
        "Çmimi i ujit"
    ]


def test_the_backend_fits_the_database():
    name = type(get_search_backend()).__name__
    assert name == {"postgresql": "PortalPostgresBackend"}.get(
        connection.vendor, "PortalSQLiteBackend"
    )
