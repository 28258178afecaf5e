"""Shelves, archives, the way to the latest issue, and feeds."""

from datetime import date
from urllib.parse import quote

import pytest
from defusedxml import ElementTree
from django.utils.translation import override
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from publications.models import IssuePage
from tests.factories.publications import (
    BookPageFactory,
    IssuePageFactory,
    PdfFactory,
    SeriesPageFactory,
    authors,
)
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db

INDEX = "/sq/botime/"
COLLECTION = "/sq/botime/periodike/"
SERIES = "/sq/botime/periodike/qyteti/"
LATEST = f"{SERIES}latest/"
ATOM = "{http://www.w3.org/2005/Atom}"


def fill(series, number: int) -> None:
    """Bring a series to a number of issues, each with a cover, over several years."""
    for place in range(series.get_children().count(), number):
        IssuePageFactory(
            parent=series,
            date=date(2000 + place // 6, 1 + place % 6, 1),
            volume_number=1 + place // 6,
            listing_image=SiteImageFactory(),
        )


# The front page ---------------------------------------------------------------------------------


def test_the_front_page_shows_the_newest_of_each_collection(client, index, series, book):
    for month in range(1, 6):
        IssuePageFactory(parent=series, title=f"Month {month}", date=date(2014, month, 1))
    shelves = client.get(INDEX).context["shelves"]
    assert [shelf.collection.title for shelf in shelves] == ["Periodikë", "Libra"]
    assert [page.title for page in shelves[0].publications] == ["Month 5", "Month 4", "Month 3"]
    assert [page.title for page in shelves[1].publications] == ["Lana: një lumë në qytet"]


def test_drafts_and_restricted_publications_stand_on_no_shelf(client, index, series):
    IssuePageFactory(parent=series, live=False)
    hidden = IssuePageFactory(parent=series)
    hidden.view_restrictions.create(restriction_type="login")
    assert client.get(INDEX).context["shelves"][0].publications == []
    assert client.get(SERIES).context["volumes"] == []
    assert client.get(LATEST).status_code == 404


def test_an_empty_front_page_says_so(client, index):
    assert "Ende asnjë botim" in client.get(INDEX).content.decode()


def test_empty_shelves_and_archives_say_so(client, series, books):
    assert "Këtu ende nuk është botuar asgjë." in client.get(INDEX).content.decode()
    assert "Numri i parë po përgatitet." in client.get(COLLECTION).content.decode()
    assert "Ende asnjë numër" in client.get(SERIES).content.decode()
    assert "Ende asgjë këtu" in client.get("/sq/botime/libra/").content.decode()


# A collection -----------------------------------------------------------------------------------


def test_a_collection_shows_its_series_with_their_newest_issues(client, periodicals, series):
    other = SeriesPageFactory(parent=periodicals, title="Tjetra", issn="")
    mine, theirs = IssuePageFactory(parent=series), IssuePageFactory(parent=other)
    shelves = client.get(COLLECTION).context["series_shelves"]
    assert shelves == [(series, [mine]), (other, [theirs])]


def test_a_collection_pages_its_books(client, books):
    for number in range(25):
        BookPageFactory(parent=books, title=f"Book {number}")
    assert len(client.get("/sq/botime/libra/").context["books"]) == 24
    second = client.get("/sq/botime/libra/", {"page": 2})
    assert len(second.context["books"]) == 1
    assert second.context["canonical_url"] == "http://testserver/sq/botime/libra/?page=2"


# A series ---------------------------------------------------------------------------------------


def test_the_archive_groups_issues_by_volume(client, series):
    for year, volume, number in ((2013, 3, "3"), (2013, 3, "4"), (2014, 4, "1")):
        IssuePageFactory(
            parent=series,
            date=date(year, int(number), 1),
            volume_year=year,
            volume_number=volume,
            number=number,
        )
    volumes = client.get(SERIES).context["volumes"]
    assert [(v.year, v.number, [i.number for i in v.issues]) for v in volumes] == [
        (2014, 4, ["1"]),
        (2013, 3, ["4", "3"]),
    ]


def test_a_year_leaves_its_issues(client, series):
    IssuePageFactory(parent=series, title="Then", date=date(2013, 5, 1))
    IssuePageFactory(parent=series, title="Now", date=date(2014, 5, 1))
    response = client.get(SERIES, {"year": "2013"})
    assert [issue.title for issue in response.context["page_obj"]] == ["Then"]
    assert response.context["years"] == [2014, 2013]
    assert response.context["latest"] is None
    assert response.context["canonical_url"] == f"http://testserver{SERIES}?year=2013"


def test_the_archive_is_paged_and_keeps_the_year(client, series):
    for place in range(30):
        IssuePageFactory(parent=series, date=date(2014, 1, 1 + place), volume_year=2014)
    IssuePageFactory(parent=series, date=date(2013, 1, 1))
    first = client.get(SERIES, {"year": "2014"})
    assert len(first.context["page_obj"]) == 24
    assert "?year=2014&amp;page=2" in first.content.decode()
    assert len(client.get(SERIES, {"year": "2014", "page": "2"}).context["page_obj"]) == 6


def test_the_latest_issue_leads(client, series):
    IssuePageFactory(parent=series, title="Old", date=date(2013, 1, 1))
    newest = IssuePageFactory(
        parent=series, title="New", date=date(2014, 1, 1), document=PdfFactory()
    )
    response = client.get(SERIES)
    assert response.context["latest"] == newest
    assert newest.document.url in response.content.decode()


# The way to the latest issue --------------------------------------------------------------------


def test_the_latest_issue_has_an_address_that_stays(client, series):
    IssuePageFactory(parent=series, slug="january", date=date(2014, 1, 1))
    before = client.get(LATEST)
    IssuePageFactory(parent=series, slug="march", date=date(2014, 3, 1))
    IssuePageFactory(parent=series, slug="february", date=date(2014, 2, 1))
    after = client.get(LATEST)
    assert (before.status_code, before["Location"]) == (302, f"{SERIES}january/")
    assert (after.status_code, after["Location"]) == (302, f"{SERIES}march/")


def test_the_way_to_the_latest_issue_is_kept_for_a_minute_only(client, series):
    IssuePageFactory(parent=series)
    response = client.get(LATEST)
    assert response["Cache-Control"] == "public, max-age=60, s-maxage=60"
    assert not response.cookies


def test_a_withdrawn_issue_is_the_latest_no_more(client, series):
    IssuePageFactory(parent=series, slug="january", date=date(2014, 1, 1))
    IssuePageFactory(parent=series, slug="march", date=date(2014, 3, 1)).unpublish()
    assert client.get(LATEST)["Location"] == f"{SERIES}january/"


def test_a_series_without_issues_has_no_latest(client, series):
    assert client.get(LATEST).status_code == 404
    assert IssuePage.objects.latest_of(series) is None


def test_the_latest_issue_is_that_of_the_series(periodicals, series):
    other = SeriesPageFactory(parent=periodicals, title="Tjetra", issn="")
    IssuePageFactory(parent=other, date=date(2020, 1, 1))
    mine = IssuePageFactory(parent=series, date=date(2014, 1, 1))
    assert IssuePage.objects.latest_of(series) == mine


# Feeds ------------------------------------------------------------------------------------------


def test_a_series_has_a_feed_with_its_files(client, series):
    file = PdfFactory()
    IssuePageFactory(
        parent=series, title="Trees & roofs", document=file, authors=authors("Mira Çela")
    )
    channel = ElementTree.fromstring(client.get(f"{SERIES}feed/").content).find("channel")
    item = channel.find("item")
    assert item.findtext("title") == "Trees & roofs"
    assert item.findtext("link").startswith(f"http://testserver{SERIES}")
    assert item.findtext("pubDate") == "Fri, 28 Mar 2014 00:00:00 +0100"
    enclosure = item.find("enclosure")
    assert enclosure.get("url") == f"http://testserver{file.url}"
    assert enclosure.get("type") == "application/pdf"
    assert int(enclosure.get("length")) == file.file.size


def test_a_feed_writes_days_before_time_zones_as_others_can_read_them(client, series):
    # The clocks of Tirana were 1:19:20 hours before Greenwich until 1914; feeds know no seconds.
    IssuePageFactory(parent=series, date=date(1899, 5, 1))
    IssuePage.objects.update(last_published_at=None)
    item = ElementTree.fromstring(client.get(f"{SERIES}feed/").content).find("channel/item")
    assert item.findtext("pubDate") == "Mon, 01 May 1899 00:00:00 +0119"
    entry = ElementTree.fromstring(client.get(f"{SERIES}feed/atom/").content).find(f"{ATOM}entry")
    for name in ("published", "updated"):
        assert entry.findtext(f"{ATOM}{name}") == "1899-05-01T00:00:00+01:19"


def test_all_publications_have_a_feed_newest_first(client, index, series, book):
    IssuePageFactory(parent=series, title="New", date=date(2014, 1, 1))
    IssuePageFactory(parent=series, title="Old", date=date(2010, 1, 1))
    feed = ElementTree.fromstring(client.get(f"{INDEX}feed/atom/").content)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["New", "Lana: një lumë në qytet", "Old"]
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [f"http://testserver{INDEX}feed/atom/"]
    assert feed.findtext(f"{ATOM}author/{ATOM}name")


@pytest.mark.parametrize("address", [INDEX, SERIES])
def test_pages_announce_their_feeds(client, series, address):
    html = client.get(address).content.decode()
    assert (
        f'type="application/rss+xml" title="{"Qyteti" if "qyteti" in address else "Botime"} (RSS)"'
        in html
    )
    assert f'href="http://testserver{address}feed/atom/"' in html


def test_an_empty_feed_is_a_feed(client, series):
    assert ElementTree.fromstring(client.get(f"{SERIES}feed/").content).find("channel/item") is None


# Bad addresses ----------------------------------------------------------------------------------

FULL_WIDTH = "\uff12\uff10\uff11\uff14"  # 2014 in digits of East Asian typography
ABSURD = ["0", "-1", "abc", "1e9", "9" * 400, "٣", "2"]


@pytest.mark.parametrize("value", ABSURD)
@pytest.mark.parametrize("address", [COLLECTION, SERIES])
def test_pages_that_do_not_exist_are_not_found(client, series, books, address, value):
    assert client.get(address, {"page": value}).status_code == 404


@pytest.mark.parametrize("value", [*ABSURD, "2013' OR 1=1", "20130", "0x7DD", FULL_WIDTH, " 2014"])
def test_years_without_issues_are_not_found(client, series, value):
    IssuePageFactory(parent=series, date=date(2014, 1, 1))
    assert client.get(SERIES, {"year": value}).status_code == 404


def test_hundred_kilobytes_are_no_year(client, series):
    assert client.get(SERIES, {"year": "2014" * 25_000}).status_code == 404


@pytest.mark.parametrize("raw", ["year=%00", "year=%ff", "page=%00", "page=%ff%fe"])
def test_text_that_is_none_is_a_bad_request(client, series, raw):
    assert client.get(f"{SERIES}?{raw}").status_code == 400


@pytest.mark.parametrize("tail", ["latest/x/", "feed/x/", "feed/rss/", quote("çfarë") + "/"])
def test_addresses_below_a_series_that_are_none_are_not_found(client, series, tail):
    assert client.get(SERIES + tail).status_code == 404


# Cost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [INDEX, COLLECTION, SERIES])
def test_listings_cost_no_more_with_more_issues(
    client, series, book, django_assert_max_num_queries, address
):
    for number in (10, 60):
        fill(series, number)
        client.get(address)
        with django_assert_max_num_queries(15):
            assert client.get(address).status_code == 200


def test_a_list_of_books_costs_no_more_with_more_books(
    client, books, django_assert_max_num_queries
):
    for number in (10, 60):
        while books.get_children().count() < number:
            BookPageFactory(parent=books, listing_image=SiteImageFactory())
        client.get("/sq/botime/libra/")
        with django_assert_max_num_queries(15):
            assert client.get("/sq/botime/libra/").status_code == 200


def test_feeds_cost_no_more_with_more_issues(client, series, django_assert_max_num_queries):
    for number in (10, 60):
        fill(series, number)
        client.get(f"{SERIES}feed/")
        with django_assert_max_num_queries(15):
            client.get(f"{SERIES}feed/")


# Public pages are one document for everybody ----------------------------------------------------


@pytest.mark.parametrize(
    "address", [INDEX, COLLECTION, SERIES, f"{SERIES}numri-1/", f"{INDEX}feed/"]
)
def test_pages_are_documents_that_caches_keep(client, series, address):
    IssuePageFactory(parent=series, slug="numri-1")
    response = client.get(address)
    assert "public" in response["Cache-Control"]
    assert "s-maxage" in response["Cache-Control"]
    assert not response.cookies
    html = response.content.decode()
    assert "csrfmiddlewaretoken" not in html
    assert " style=" not in html


# Purges -----------------------------------------------------------------------------------------


@pytest.fixture
def purged(monkeypatch) -> set[str]:
    """Addresses that shared caches were told to forget."""
    urls: set[str] = set()
    monkeypatch.setattr(PurgeBatch, "purge", lambda batch, **kwargs: urls.update(batch.urls))
    return urls


def test_publishing_an_issue_purges_where_it_is_listed(
    series, purged, django_capture_on_commit_callbacks
):
    IssuePageFactory(parent=series, slug="january", date=date(2014, 1, 1))
    issue = IssuePageFactory(parent=series, slug="march", date=date(2014, 3, 1), live=False)
    with django_capture_on_commit_callbacks(execute=True):
        issue.save_revision().publish()
    for path in (SERIES, LATEST, f"{SERIES}feed/", COLLECTION, INDEX, f"{SERIES}january/", "/sq/"):
        assert f"http://testserver{path}" in purged


def test_withdrawing_a_book_purges_its_shelf(book, purged, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        book.unpublish()
    assert "http://testserver/sq/botime/libra/" in purged


def test_a_cover_is_purged_with_its_page(series):
    assert "/cover.svg" in IssuePageFactory(parent=series).get_cached_paths()


def test_cards_speak_the_readers_language(series, book):
    issue = IssuePageFactory(parent=series, number="12", date=date(2014, 4, 4))
    book.pages = 148
    with override("en"):
        assert issue.card_note == "No. 12, April 2014"
        assert book.card_note == "2013, 148 pages"
    with override("sq"):
        assert issue.card_note == "Nr. 12, prill 2014"
        book.pages = None
        assert book.card_note == "2013"
