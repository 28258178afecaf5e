"""An article shows who wrote it, what it is about, and what was wrong in it."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles.models import ArticlePage, Correction, RelatedArticle
from tests.factories.articles import (
    ArticlePageFactory,
    AuthorFactory,
    ContactFactory,
    paragraphs,
)
from tests.factories.site_config import SiteImageFactory, TopicFactory

pytestmark = pytest.mark.django_db


def linked_data(response) -> dict:
    """Return what a page says of itself as a NewsArticle."""
    block = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL
    )
    graph = json.loads(block[1])["@graph"]
    return next(node for node in graph if node["@type"] == "NewsArticle")


def test_an_article_shows_its_parts(client, newsroom):
    ArticlePageFactory(
        parent=newsroom,
        title="Gjashtëqind pemë",
        slug="peme",
        date=date(2014, 4, 22),
        lead="Dita u përket qyteteve.",
        topics=[TopicFactory(name="Mjedisi", slug="mjedisi", paint="lime")],
        authors=[AuthorFactory(name="Mirela Kodra")],
        contact=ContactFactory(name="Shërbimi i parqeve", phone="+355 4 111 222"),
        listing_image=SiteImageFactory(credit="Bashkia", licence="cc-by-4.0"),
        picture_caption="Blirë të rinj.",
        facts=json.dumps(
            [
                {
                    "type": "facts",
                    "value": {
                        "title": "Në një vështrim",
                        "items": [{"label": "Kur", "value": "Të martën"}],
                    },
                }
            ]
        ),
    )
    page = client.get("/sq/lajme/peme/").content.decode()
    for words in (
        '<h1 class="h1-long">Gjashtëqind pemë</h1>',
        "Dita u përket qyteteve.",
        '<time datetime="2014-04-22">22 prill 2014</time>',
        'class="tag p-lime" href="/sq/lajme/?topic=mjedisi"',
        "Mirela Kodra",
        "Shërbimi i parqeve",
        'href="tel:+3554111222"',
        "Blirë të rinj.",
        "https://creativecommons.org/licenses/by/4.0/",
        "Në një vështrim",
        "six hundred young trees",
    ):
        assert words in page


def test_an_article_without_anything_optional_is_shown(client, newsroom):
    ArticlePageFactory(parent=newsroom, slug="bare", story="[]")
    assert client.get("/sq/lajme/bare/").status_code == 200


def test_machines_read_the_article(client, newsroom):
    ArticlePageFactory(
        parent=newsroom,
        title="Pemë",
        slug="peme",
        date=date(2014, 4, 22),
        story=paragraphs("one two three"),
        lead="four",
        topics=[TopicFactory(name="Mjedisi"), TopicFactory(name="Kultura")],
        authors=[AuthorFactory(name="Mirela Kodra", role="Gazetare")],
        listing_image=SiteImageFactory(credit="Bashkia", licence="cc-by-4.0"),
        corrected=True,
    )
    data = linked_data(client.get("/sq/lajme/peme/"))
    assert data["headline"] == "Pemë"
    assert data["datePublished"] == "2014-04-22"
    assert data["dateModified"]
    assert data["inLanguage"] == "sq"
    assert data["wordCount"] == 4
    assert data["articleSection"] == ["Mjedisi", "Kultura"]
    assert data["isAccessibleForFree"] is True
    assert data["author"] == [{"@type": "Person", "name": "Mirela Kodra", "jobTitle": "Gazetare"}]
    assert data["publisher"] == {"@id": "http://testserver/#organization"}
    assert data["image"]["url"].startswith("http")
    assert data["image"]["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["image"]["creditText"] == "Bashkia"
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Six hundred trees, not five hundred.",
            "datePublished": "2014-04-23",
        }
    ]


def test_corrections_are_shown_with_their_dates_oldest_first(client, newsroom):
    article = ArticlePageFactory(parent=newsroom, slug="peme")
    for day, text in ((date(2014, 5, 1), "Second."), (date(2014, 4, 23), "First.")):
        Correction.objects.create(page=article, date=day, text=text)
    page = client.get("/sq/lajme/peme/").content.decode()
    assert "<b>23 prill 2014</b></time> First." in page
    assert page.index("First.") < page.index("Second.")


def test_a_correction_says_something(newsroom):
    article = ArticlePageFactory(parent=newsroom)
    with pytest.raises(ValidationError):
        Correction(page=article, text="", locale=article.locale).full_clean()


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (299, 1), (301, 2), (1000, 5)])
def test_reading_time_follows_the_words(newsroom, words, minutes):
    article = ArticlePageFactory(parent=newsroom, lead="…", story=paragraphs("fjalë " * words))
    assert article.word_count == words
    assert article.reading_time == minutes


def test_words_of_albanian_are_counted_as_readers_count_them(newsroom):
    article = ArticlePageFactory(
        parent=newsroom, lead="T’i thuash: çmimi, anglo-shqip!", story="[]"
    )
    assert article.word_count == 4


def test_chosen_articles_come_before_those_on_the_same_topic(client, newsroom):
    topic = TopicFactory()
    article = ArticlePageFactory(parent=newsroom, slug="peme", topics=[topic])
    ArticlePageFactory(parent=newsroom, title="Same topic", topics=[topic], date=date(2014, 1, 1))
    ArticlePageFactory(parent=newsroom, title="Other topic", topics=[TopicFactory()])
    chosen = ArticlePageFactory(parent=newsroom, title="Chosen", date=date(2010, 1, 1))
    RelatedArticle.objects.create(page=article, article=chosen)
    related = client.get("/sq/lajme/peme/").context["related"]
    assert [page.title for page in related] == ["Chosen", "Same topic"]


def test_drafts_and_the_article_itself_are_not_related(client, newsroom):
    topic = TopicFactory()
    ArticlePageFactory(parent=newsroom, slug="peme", topics=[topic])
    ArticlePageFactory(parent=newsroom, topics=[topic], live=False)
    assert client.get("/sq/lajme/peme/").context["related"] == []


def test_related_articles_are_in_the_readers_language(client, newsroom, english_newsroom, locales):
    article = ArticlePageFactory(parent=newsroom, slug="peme")
    other = ArticlePageFactory(parent=newsroom, title="Autobusë")
    RelatedArticle.objects.create(page=article, article=other)
    for page, title in ((article, "Trees"), (other, "Buses")):
        translation = page.copy_for_translation(locales["en"])
        translation.title = title
        translation.save_revision().publish()
    related = client.get("/en/news/peme/").context["related"]
    assert [page.title for page in related] == ["Buses"]


@pytest.mark.parametrize("slug", ["feed", "topic"])
def test_an_article_leaves_the_newsrooms_addresses_alone(newsroom, slug):
    article = ArticlePageFactory.build(parent=newsroom, slug=slug, locale=newsroom.locale)
    article.set_url_path(newsroom)
    with pytest.raises(ValidationError, match=slug):
        article.clean()


def test_a_draft_is_not_found(client, newsroom):
    ArticlePageFactory(parent=newsroom, slug="peme", live=False)
    assert client.get("/sq/lajme/peme/").status_code == 404
    assert client.get("/sq/lajme/missing/").status_code == 404


@pytest.mark.parametrize("count", [2, 20])
def test_an_article_asks_the_database_no_more_as_the_newsroom_grows(
    client, newsroom, count, django_assert_max_num_queries
):
    topics = [TopicFactory(), TopicFactory(), TopicFactory()]
    image = SiteImageFactory()
    authors = [AuthorFactory(picture=image) for _ in range(2)]
    stories = [
        {"type": "picture", "value": {"picture": {"image": image.pk, "alt_text": "A tree"}}}
        for _ in range(count)
    ]
    for number in range(count):
        ArticlePageFactory(
            parent=newsroom,
            slug=f"article-{number}",
            topics=topics,
            authors=authors,
            contact=ContactFactory(),
            listing_image=image,
            story=json.dumps(stories),
            corrected=True,
        )
    client.get("/sq/lajme/article-0/")
    with django_assert_max_num_queries(15):
        assert client.get("/sq/lajme/article-0/").status_code == 200


def test_an_article_is_one_document_for_everybody(client, newsroom):
    ArticlePageFactory(parent=newsroom, slug="peme")
    response = client.get("/sq/lajme/peme/")
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    page = response.content.decode()
    assert "style=" not in page
    assert "onclick" not in page


def test_a_search_finds_lead_story_and_topics(newsroom):
    article = ArticlePageFactory(
        parent=newsroom,
        lead="Bulevardi",
        story=paragraphs("Blirët"),
        topics=[TopicFactory(name="Mjedisi")],
    )
    article = ArticlePage.objects.get(pk=article.pk)
    article.save()
    for words in ("bulevardi", "blirët", "mjedisi"):
        assert list(ArticlePage.objects.all().search(words)) == [article]
