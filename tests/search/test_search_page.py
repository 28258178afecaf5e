"""One page finds everything public, and says what it found."""

from datetime import UTC, datetime

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.utils import timezone

from articles.models import ArticlePage
from home.models import HomePage
from site_config import rate_limits
from tests.factories.articles import ArticlePageFactory, paragraphs
from tests.factories.site_config import TopicFactory

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [result.page.title for result in response.context["results"]]


def test_a_word_is_found_marked_and_placed(ask, newsroom):
    ArticlePageFactory(
        parent=newsroom,
        title="Parkimi në Tiranë",
        slug="parkimi",
        story=paragraphs("fjalë " * 100 + "parkimi falas <b>sot</b>" + " fjalë" * 100),
    )
    page = ask("tirane parkim").content.decode()
    assert '<a href="/sq/lajme/parkimi/"><mark>Parkimi</mark> në <mark>Tiranë</mark></a>' in page
    assert "<mark>parkimi</mark> falas" in page
    assert '<p class="result__trail">Lajme</p>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_markup_in_pages_and_queries_stays_text(ask, newsroom):
    ArticlePageFactory(parent=newsroom, title="<img src=x onerror=alert(1)> pemë")
    page = ask('pemë"><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in page
    page = ask("pemë").content.decode()
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; <mark>pemë</mark>" in page


def test_drafts_and_restricted_pages_are_not_found(ask, newsroom):
    ArticlePageFactory(parent=newsroom, title="Pemë draft", live=False)
    hidden = ArticlePageFactory(parent=newsroom, title="Pemë private")
    hidden.view_restrictions.create(restriction_type="login")
    assert ask("pemë").context["asked"].total == 0


def test_all_page_types_are_found_and_counted_by_kind(ask, newsroom):
    for number in range(3):
        ArticlePageFactory(parent=newsroom, title=f"Pemë {number}")
    home = newsroom.get_parent().specific
    home.add_child(instance=HomePage(title="Pemë kudo", slug="kudo", locale=home.locale))
    response = ask("pemë")
    counted = {kind.key: number for kind, number in response.context["asked"].counts}
    assert counted == {"article": 3, "page": 1}
    assert response.context["asked"].total == len(titles(response)) == 4
    assert titles(ask("pemë", type="page")) == ["Pemë kudo"]
    assert len(titles(ask("pemë", type="article"))) == 3


def test_counts_are_exact_past_the_first_page(ask, newsroom):
    for number in range(13):
        ArticlePageFactory(parent=newsroom, title=f"Pemë {number}")
    first, second = ask("pemë"), ask("pemë", page="2")
    assert first.context["asked"].total == 13
    assert (len(titles(first)), len(titles(second))) == (10, 3)
    assert not set(titles(first)) & set(titles(second))


def test_a_search_stays_in_the_readers_language_unless_asked(ask, newsroom, english_newsroom):
    ArticlePageFactory(parent=newsroom, title="Parku Lana")
    ArticlePageFactory(parent=english_newsroom, title="Lana park")
    assert titles(ask("lana")) == ["Parku Lana"]
    assert titles(ask("lana", path="/en/search/")) == ["Lana park"]
    assert set(titles(ask("lana", language="all"))) == {"Parku Lana", "Lana park"}


def test_results_of_other_languages_are_offered_where_there_are_none(
    ask, newsroom, english_newsroom
):
    ArticlePageFactory(parent=english_newsroom, title="Lime trees")
    response = ask("lime")
    assert response.context["elsewhere"] == 1
    assert "language=all" in response.content.decode()


def test_the_newest_can_come_first(ask, newsroom):
    for year, words in ((2012, "park park park"), (2014, "park"), (2013, "park park")):
        page = ArticlePageFactory(parent=newsroom, title=f"Viti {year}", story=paragraphs(words))
        ArticlePage.objects.filter(pk=page.pk).update(
            first_published_at=datetime(year, 1, 1, tzinfo=UTC)
        )
    assert titles(ask("park", sort="date")) == ["Viti 2014", "Viti 2013", "Viti 2012"]


def test_a_slip_of_the_keyboard_is_understood(ask, newsroom):
    ArticlePageFactory(parent=newsroom, title="Parking në qendër")
    response = ask("parkng")
    assert response.context["suggestion"] == "parking"
    assert "?q=parking" in response.content.decode()


@pytest.mark.parametrize("words", ["xyzzyx", "park xyzzyx", "a b c d e f"])
def test_nothing_is_suggested_where_nothing_is_alike(ask, newsroom, words):
    ArticlePageFactory(parent=newsroom, title="Parking")
    assert ask(words).context["suggestion"] == ""


def test_nothing_found_says_so_and_leads_on(ask, newsroom):
    TopicFactory(name="Mjedisi")
    page = ask("trolejbus").content.decode()
    assert "trolejbus" in page
    assert "Mjedisi" in page


@pytest.mark.parametrize("words", ["", "   ", "\t"])
def test_without_a_query_the_page_suggests_where_to_begin(ask, site, words):
    TopicFactory(name="Mjedisi")
    response = ask(words)
    assert response.status_code == 200
    assert "Mjedisi" in response.content.decode()
    assert "results" not in response.context


@pytest.mark.parametrize(
    "words",
    ['"', "*", "AND", "NEAR(", "title:x", "-", "%", "''", "\\", "(((", "a:* & !b", "{x} : y"],
)
def test_no_query_breaks_the_page(ask, newsroom, words):
    ArticlePageFactory(parent=newsroom)
    assert ask(words).status_code == 200


@pytest.mark.parametrize("length", [201, 5_000, 100_000])
def test_a_query_too_long_is_refused_with_a_clear_message(ask, site, length):
    response = ask("x" * length)
    assert response.status_code == 400
    assert "200" in response.content.decode()
    assert len(response.content) < 50_000


def test_the_longest_query_is_answered(ask, newsroom):
    assert ask("ë" * 200).status_code == 200


def test_signs_that_no_text_has_are_refused(client, site):
    assert client.get("/sq/search/?q=a%00b").status_code == 400
    assert client.get("/sq/search/?q=%ff%fe").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        {"page": "0"},
        {"page": "-1"},
        {"page": "abc"},
        {"page": "1e9"},
        {"page": "51"},
        {"page": "2"},
        {"type": "nothing"},
        {"type": "' OR 1=1"},
    ],
)
def test_lists_that_do_not_exist_are_not_found(ask, newsroom, query):
    ArticlePageFactory(parent=newsroom, title="Pemë")
    assert ask("pemë", **query).status_code == 404


def test_unknown_orders_and_languages_change_nothing(ask, newsroom):
    ArticlePageFactory(parent=newsroom, title="Pemë")
    assert titles(ask("pemë", sort="price", language="xx")) == ["Pemë"]


def test_other_methods_are_refused(client, site):
    assert client.post("/sq/search/", {"q": "x"}).status_code == 405


def test_an_eager_searcher_is_asked_to_pause(ask, newsroom, monkeypatch):
    # A slow machine would take more than the minute that is counted.
    now = timezone.now().timestamp()
    monkeypatch.setattr(rate_limits.time, "time", lambda: now)
    for _ in range(30):
        assert ask("pemë").status_code == 200
    response = ask("pemë")
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 60
    assert ask("").status_code == 200


@pytest.mark.parametrize("count", [2, 12])
def test_a_search_asks_the_database_no_more_as_results_grow(
    ask, newsroom, count, django_assert_max_num_queries
):
    home = newsroom.get_parent().specific
    for number in range(count):
        ArticlePageFactory(parent=newsroom, title=f"Pemë {number}")
        page = HomePage(title=f"Pemë kudo {number}", slug=f"kudo-{number}", locale=home.locale)
        home.add_child(instance=page)
    ask("pemë")
    with django_assert_max_num_queries(12):
        assert ask("pemë").status_code == 200


def test_a_search_without_a_result_is_cheap_too(ask, newsroom, django_assert_max_num_queries):
    ArticlePageFactory(parent=newsroom, title="Parking")
    ask("parkng")
    with django_assert_max_num_queries(12):
        ask("parkng")


def test_results_are_one_document_for_everybody_and_soon_fresh(ask, newsroom):
    response = ask("pemë")
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


def test_browsers_learn_how_to_search(client, site):
    response = client.get("/sq/search/opensearch.xml")
    root = fromstring(response.content)
    space = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert root.find("o:ShortName", space).text
    template = root.find("o:Url", space).get("template")
    assert template == "http://testserver/sq/search/?q={searchTerms}"


def test_postgresql_has_words_without_accents():
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite"
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_tsvector('portal_words', 'Tiranë')::text")
        assert cursor.fetchone()[0] == "'tirane':1"
