"""The newsroom lists, filters, pins and pages its articles."""

from datetime import date

import pytest
from django.utils import timezone

from articles.models import ArticlePage, PinnedArticle
from site_config import rate_limits
from tests.factories.articles import ArticlePageFactory
from tests.factories.site_config import SiteImageFactory, TopicFactory

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [article.title for article in response.context["articles"]]


def pinned(response) -> list[str]:
    articles = response.context["articles"]
    return [article.title for article in articles if getattr(article, "pin", None)]


def test_articles_are_listed_newest_first(client, newsroom):
    ArticlePageFactory(parent=newsroom, title="Older", date=date(2013, 5, 2))
    ArticlePageFactory(parent=newsroom, title="Newer", date=date(2014, 4, 22))
    assert titles(client.get("/sq/lajme/")) == ["Newer", "Older"]


def test_drafts_and_restricted_articles_are_not_listed(client, newsroom):
    ArticlePageFactory(parent=newsroom, live=False)
    private = ArticlePageFactory(parent=newsroom)
    private.view_restrictions.create(restriction_type="login")
    assert titles(client.get("/sq/lajme/")) == []


def test_a_topic_leaves_its_articles(client, newsroom):
    topic = TopicFactory(slug="mjedisi")
    ArticlePageFactory(parent=newsroom, title="Trees", topics=[TopicFactory(), topic])
    ArticlePageFactory(parent=newsroom, title="Buses", topics=[TopicFactory()])
    assert titles(client.get("/sq/lajme/", {"topic": "mjedisi"})) == ["Trees"]


def test_a_year_leaves_its_articles(client, newsroom):
    ArticlePageFactory(parent=newsroom, title="Then", date=date(2013, 12, 31))
    ArticlePageFactory(parent=newsroom, title="Now", date=date(2014, 1, 1))
    response = client.get("/sq/lajme/", {"year": "2013"})
    assert titles(response) == ["Then"]
    assert response.context["years"] == [2014, 2013]


def test_words_leave_the_articles_that_hold_all_of_them(client, newsroom):
    ArticlePageFactory(parent=newsroom, title="Gjashtëqind pemë", lead="Në bulevard.")
    ArticlePageFactory(parent=newsroom, title="Pemë të vjetra", lead="Në park.")
    assert titles(client.get("/sq/lajme/", {"q": "peme bulevard"})) == ["Gjashtëqind pemë"]


def test_whoever_looks_for_words_too_often_is_asked_to_pause(client, newsroom, monkeypatch):
    # A slow machine would take more than the minute that is counted.
    now = timezone.now().timestamp()
    monkeypatch.setattr(rate_limits.time, "time", lambda: now)
    for number in range(30):
        assert client.get("/sq/lajme/", {"q": f"pemë {number}"}).status_code == 200

    refused = client.get("/sq/lajme/", {"q": "pemë"})

    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 60
    assert client.get("/sq/search/", {"q": "pemë"}).status_code == 429
    assert client.get("/sq/lajme/", {"q": " "}).status_code == 200
    assert client.get("/sq/lajme/feed/", {"q": "pemë"}).status_code == 200


def test_words_stay_within_the_newsroom(client, newsroom, english_newsroom):
    ArticlePageFactory(parent=english_newsroom, title="Trees abroad")
    assert titles(client.get("/sq/lajme/", {"q": "trees abroad"})) == []


def test_filters_add_up(client, newsroom):
    topic = TopicFactory(slug="mjedisi")
    for year, title in ((2013, "Pemë 2013"), (2014, "Pemë 2014"), (2014, "Ajri 2014")):
        ArticlePageFactory(parent=newsroom, title=title, date=date(year, 4, 1), topics=[topic])
    response = client.get("/sq/lajme/", {"topic": "mjedisi", "year": "2014", "q": "pemë"})
    assert titles(response) == ["Pemë 2014"]
    assert response.context["page_obj"].paginator.count == 1


def test_only_topics_with_articles_can_be_chosen(client, newsroom):
    used, unused = TopicFactory(name="Used"), TopicFactory(name="Unused")
    ArticlePageFactory(parent=newsroom, topics=[used])
    ArticlePageFactory(parent=newsroom, topics=[unused], live=False)
    assert client.get("/sq/lajme/").context["topics"] == [used]


@pytest.mark.parametrize(
    "query",
    [
        {"topic": "nothing"},
        {"topic": "' OR 1=1"},
        {"year": "1900"},
        {"year": "abcd"},
        {"year": "٢٠١٤"},
        {"year": "99999999999999"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "abc"},
        {"page": "1e9"},
        {"page": "2"},
    ],
)
def test_filters_that_mean_nothing_are_not_found(client, newsroom, query):
    assert client.get("/sq/lajme/", query).status_code == 404


@pytest.mark.parametrize(
    "words", ['"', "AND OR NOT", "a* NEAR/2 (", "{x} : y", "'; --", "%", "ë" * 300]
)
def test_any_words_may_be_searched_for(client, newsroom, words):
    ArticlePageFactory(parent=newsroom)
    assert client.get("/sq/lajme/", {"q": words}).status_code == 200


def test_empty_filters_filter_nothing(client, newsroom):
    ArticlePageFactory(parent=newsroom, title="Any")
    assert titles(client.get("/sq/lajme/?topic=&year=&q=")) == ["Any"]


def test_pages_keep_the_filters(client, newsroom):
    topic = TopicFactory(slug="mjedisi")
    for _ in range(newsroom.per_page + 1):
        ArticlePageFactory(parent=newsroom, topics=[topic], date=date(2014, 4, 1))
    page = client.get("/sq/lajme/", {"topic": "mjedisi", "year": "2014"}).content.decode()
    assert "?topic=mjedisi&amp;year=2014&amp;page=2" in page
    second = client.get("/sq/lajme/", {"topic": "mjedisi", "year": "2014", "page": "2"})
    assert len(titles(second)) == 1


def test_a_list_of_a_topic_has_an_address_of_its_own(client, newsroom):
    topic = TopicFactory(slug="mjedisi")
    ArticlePageFactory(parent=newsroom, topics=[topic])
    response = client.get("/sq/lajme/topic/mjedisi/")
    assert (response.status_code, response["Location"]) == (301, "/sq/lajme/?topic=mjedisi")
    assert client.get("/sq/lajme/topic/unknown/").status_code == 404
    listed = client.get("/sq/lajme/?topic=mjedisi").content.decode()
    assert '<link rel="canonical" href="http://testserver/sq/lajme/?topic=mjedisi">' in listed


def test_an_empty_newsroom_says_so(client, newsroom):
    page = client.get("/sq/lajme/")
    assert page.status_code == 200
    assert 'class="empty"' in page.content.decode()


def test_filters_without_a_result_offer_all_news(client, newsroom):
    ArticlePageFactory(parent=newsroom)
    page = client.get("/sq/lajme/", {"q": "unheard"}).content.decode()
    assert 'class="empty"' in page
    assert 'class="btn btn--line" href="/sq/lajme/"' in page


def test_pinned_articles_come_first_once_and_in_order(client, newsroom):
    old = ArticlePageFactory(parent=newsroom, title="Old", date=date(2011, 1, 1))
    older = ArticlePageFactory(parent=newsroom, title="Older", date=date(2010, 1, 1))
    ArticlePageFactory(parent=newsroom, title="New", date=date(2014, 1, 1))
    for position, article in enumerate((older, old)):
        PinnedArticle.objects.create(page=newsroom, article=article, sort_order=position)
    response = client.get("/sq/lajme/")
    assert titles(response) == ["Older", "Old", "New"]
    assert pinned(response) == ["Older", "Old"]
    assert response.context["page_obj"].paginator.count == 3


def test_an_unpublished_article_is_no_longer_pinned(client, newsroom):
    article = ArticlePageFactory(parent=newsroom)
    PinnedArticle.objects.create(page=newsroom, article=article)
    article.unpublish()
    assert titles(client.get("/sq/lajme/")) == []


def test_filtered_lists_pin_nothing(client, newsroom):
    article = ArticlePageFactory(parent=newsroom, title="Pinned", date=date(2014, 1, 1))
    PinnedArticle.objects.create(page=newsroom, article=article)
    response = client.get("/sq/lajme/", {"year": "2014"})
    assert (pinned(response), titles(response)) == ([], ["Pinned"])
    assert "badge--pinned" not in response.content.decode()


def test_a_translated_newsroom_pins_translations(client, newsroom, english_newsroom, locales):
    article = ArticlePageFactory(parent=newsroom, title="Pemë")
    PinnedArticle.objects.create(page=english_newsroom, article=article)
    assert pinned(client.get("/en/news/")) == []
    translation = article.copy_for_translation(locales["en"])
    translation.title = "Trees"
    translation.save_revision().publish()
    assert pinned(client.get("/en/news/")) == ["Trees"]


@pytest.mark.parametrize("count", [2, 12])
def test_a_listing_asks_the_database_no_more_as_it_grows(
    client, newsroom, count, django_assert_max_num_queries
):
    topics = [TopicFactory(), TopicFactory()]
    image = SiteImageFactory()
    for _ in range(count):
        ArticlePageFactory(parent=newsroom, topics=topics, listing_image=image)
    pinned = ArticlePage.objects.first()
    PinnedArticle.objects.create(page=newsroom, article=pinned)
    client.get("/sq/lajme/")
    with django_assert_max_num_queries(15):
        assert client.get("/sq/lajme/").status_code == 200


def test_a_listing_is_one_document_for_everybody(client, newsroom):
    ArticlePageFactory(parent=newsroom, topics=[TopicFactory()])
    response = client.get("/sq/lajme/")
    assert "public" in response["Cache-Control"]
    assert response["ETag"]
    assert not response.cookies
    again = client.get("/sq/lajme/", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
