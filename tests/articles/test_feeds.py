"""The newsroom and its topics can be followed with any reader of feeds."""

from datetime import date, datetime
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from tests.factories.articles import ArticlePageFactory, AuthorFactory
from tests.factories.site_config import TopicFactory

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}creator"


@pytest.fixture
def topic(newsroom):
    topic = TopicFactory(name="Mjedisi", slug="mjedisi", description="Pemët dhe ajri.")
    ArticlePageFactory(
        parent=newsroom,
        title="Pemë & <ajër>",
        slug="peme",
        summary="Gjashtëqind pemë të reja në bulevard, me emra.",
        date=date(2014, 4, 22),
        topics=[topic],
        authors=[AuthorFactory(name="Mirela Kodra")],
    )
    ArticlePageFactory(parent=newsroom, title="Autobusë", date=date(2014, 4, 1))
    ArticlePageFactory(parent=newsroom, title="Draft", live=False)
    return topic


def read(client, address: str, kind: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith(kind)
    assert "public" in response["Cache-Control"]
    return fromstring(response.content)


def test_rss_has_what_readers_require(client, newsroom, topic):
    channel = read(client, "/sq/lajme/feed/", "application/rss+xml").find("channel")
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert channel.find(name).text
    assert channel.find("language").text == "sq"
    assert channel.find("link").text == "http://testserver/sq/lajme/"
    items = channel.findall("item")
    assert [item.find("title").text for item in items] == ["Pemë & <ajër>", "Autobusë"]
    first = items[0]
    assert first.find("link").text == "http://testserver/sq/lajme/peme/"
    assert first.find("description").text == "Gjashtëqind pemë të reja në bulevard, me emra."
    assert first.find("pubDate").text.startswith("Tue, 22 Apr 2014")
    assert first.find("guid").get("isPermaLink") == "false"
    assert first.find("category").text == "Mjedisi"
    assert first.find(DUBLIN_CORE).text == "Mirela Kodra"


def test_atom_has_what_rfc_4287_requires(client, newsroom, topic):
    feed = read(client, "/sq/lajme/feed/atom/", "application/atom+xml")
    for path in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert feed.find(path, ATOM).text
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "sq"
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links["self"] == "http://testserver/sq/lajme/feed/atom/"
    assert links["alternate"] == "http://testserver/sq/lajme/"
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 2
    for entry in entries:
        for path in ("a:id", "a:title", "a:updated", "a:published", "a:summary"):
            assert entry.find(path, ATOM).text
        assert entry.find("a:id", ATOM).text.startswith("urn:uuid:")
        updated, published = (
            datetime.fromisoformat(entry.find(path, ATOM).text)
            for path in ("a:updated", "a:published")
        )
        assert updated >= published
        assert entry.find("a:link", ATOM).get("href").startswith("http://testserver/sq/")
    ids = {entry.find("a:id", ATOM).text for entry in entries} | {feed.find("a:id", ATOM).text}
    assert len(ids) == 3


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/sq/lajme/topic/mjedisi/feed/", "application/rss+xml"),
        ("/sq/lajme/topic/mjedisi/feed/atom/", "application/atom+xml"),
    ],
)
def test_a_topic_has_feeds_of_its_own(client, newsroom, topic, address, kind):
    feed = read(client, address, kind)
    text = "".join(feed.itertext())
    assert "Pemë & <ajër>" in text
    assert "Autobusë" not in text
    assert "Mjedisi" in text
    assert "Pemët dhe ajri." in text


def test_an_identifier_outlives_a_change_of_address(client, newsroom, topic):
    def identifiers():
        channel = read(client, "/sq/lajme/feed/", "application/rss+xml").find("channel")
        return [item.find("guid").text for item in channel.findall("item")]

    before = identifiers()
    article = newsroom.articles().get(slug="peme")
    article.slug = "tjeter"
    article.save()
    assert identifiers() == before


def test_translations_have_identifiers_of_their_own(client, newsroom, english_newsroom, locales):
    article = ArticlePageFactory(parent=newsroom, title="Pemë")
    translation = article.copy_for_translation(locales["en"])
    translation.save_revision().publish()
    albanian, english = (
        read(client, address, "application/rss+xml").find("channel/item/guid").text
        for address in ("/sq/lajme/feed/", "/en/news/feed/")
    )
    assert albanian != english


def test_an_article_of_another_century_has_a_day_that_readers_know(client, newsroom):
    ArticlePageFactory(parent=newsroom, title="Porti", date=date(1899, 5, 1))

    rss = read(client, "/sq/lajme/feed/", "application/rss+xml")
    atom = read(client, "/sq/lajme/feed/atom/", "application/atom+xml")

    assert rss.find("channel/item/pubDate").text == "Mon, 01 May 1899 00:00:00 +0119"
    assert atom.find("a:entry/a:published", ATOM).text == "1899-05-01T00:00:00+01:19"


def test_an_empty_newsroom_has_valid_feeds(client, newsroom):
    assert read(client, "/sq/lajme/feed/", "application/rss+xml").find("channel/title").text
    assert read(client, "/sq/lajme/feed/atom/", "application/atom+xml").find("a:updated", ATOM).text


def test_pages_tell_programs_of_their_feeds(client, newsroom, topic):
    listing = client.get("/sq/lajme/?topic=mjedisi").content.decode()
    article = client.get("/sq/lajme/peme/").content.decode()
    assert 'href="http://testserver/sq/lajme/topic/mjedisi/feed/atom/"' in listing
    assert 'type="application/atom+xml"' in article
    assert 'href="http://testserver/sq/lajme/feed/"' in article


@pytest.mark.parametrize(
    "address", ["topic/nothing/feed/", "topic/nothing/feed/atom/", "feed/rss/", "topic/"]
)
def test_unknown_feeds_are_not_found(client, newsroom, address):
    assert client.get(f"/sq/lajme/{address}").status_code == 404


def test_a_feed_asks_the_database_no_more_as_it_grows(
    client, newsroom, topic, django_assert_max_num_queries
):
    for _ in range(12):
        ArticlePageFactory(parent=newsroom, topics=[topic], authors=[AuthorFactory()])
    client.get("/sq/lajme/feed/")
    with django_assert_max_num_queries(15):
        client.get("/sq/lajme/feed/")
