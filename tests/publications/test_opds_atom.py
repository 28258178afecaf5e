"""The catalogue as Atom: what OPDS 1.2 asks of it, and what readers find in it."""

from datetime import datetime
from urllib.parse import quote

import feedparser
import pytest
from defusedxml import ElementTree
from wagtail.models import Collection, CollectionViewRestriction

from publications.models import IssuePage
from site_config.models import SiteDocument
from site_config.rate_limits import Limit
from tests.factories.publications import (
    BookPageFactory,
    CollectionPageFactory,
    IssuePageFactory,
    PdfFactory,
    SeriesPageFactory,
)
from tests.factories.site_config import SiteImageFactory
from tests.publications.catalogue import (
    ATOM,
    CATALOG,
    DC,
    OPDS,
    OPDS2,
    REL,
    atom,
    fill,
    links,
    local,
    titles,
)

pytestmark = pytest.mark.django_db

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
FACET_GROUP = "{http://opds-spec.org/2010/catalog}facetGroup"
ACTIVE = "{http://opds-spec.org/2010/catalog}activeFacet"
COUNT = "{http://purl.org/syndication/thread/1.0}count"


# Navigation -------------------------------------------------------------------------------------


def test_the_catalogue_begins_with_ways_on(client, series, books):
    fill(series, books)
    response = client.get(OPDS)
    assert response["Content-Type"].startswith(f"{CATALOG};kind=navigation")
    root = ElementTree.fromstring(response.content)
    assert titles(root) == ["Botime të reja", "Periodikë", "Qyteti", "Libra"]
    for entry in root.findall(f"{ATOM}entry"):
        (way,) = entry.findall(f"{ATOM}link")
        assert way.get("type") == f"{CATALOG};kind=acquisition"
        assert way.get("rel") in {"subsection", f"{REL}/sort/new"}
        assert len(atom(client, local(way.get("href"))).findall(f"{ATOM}entry")) == int(
            way.get(COUNT)
        )
        assert entry.findtext(f"{ATOM}content")


def test_every_feed_names_itself_its_beginning_and_its_search(client, series, books):
    fill(series, books)
    for path in (OPDS, f"{OPDS}new/", f"{OPDS}{series.pk}/", f"{OPDS}search/?query=Tema"):
        feed = atom(client, path)
        (itself,), (start,) = links(feed, "self"), links(feed, "start")
        assert itself.get("href") == f"http://testserver{path}"
        assert start.get("href") == f"http://testserver{OPDS}"
        assert start.get("type") == f"{CATALOG};kind=navigation"
        (search,) = links(feed, "search")
        assert search.get("type") == "application/opensearchdescription+xml"
        assert bool(links(feed, "up")) is (path != OPDS)


def test_every_feed_and_entry_has_what_atom_requires(client, series, books):
    fill(series, books)
    found = []
    for path in (OPDS, f"{OPDS}new/", f"{OPDS}{series.pk}/"):
        feed = atom(client, path)
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        for element in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1
            assert element.findtext(f"{ATOM}id").startswith("urn:uuid:")
            assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
        found.append(feed.findtext(f"{ATOM}id"))
    assert len(set(found)) == 3


def test_empty_collections_are_no_way_on(client, series, books):
    assert titles(atom(client, OPDS)) == ["Botime të reja"]
    assert titles(atom(client, f"{OPDS}new/")) == []


# Publications -----------------------------------------------------------------------------------


def test_publications_can_be_acquired(client, series, books):
    fill(series, books, issues=1)
    response = client.get(f"{OPDS}new/")
    assert response["Content-Type"].startswith(f"{CATALOG};kind=acquisition")
    book, issue = ElementTree.fromstring(response.content).findall(f"{ATOM}entry")
    document = SiteDocument.objects.order_by("pk")[0]
    (file,) = links(issue, f"{REL}/acquisition/open-access")
    assert file.get("href") == f"http://testserver{document.url}"
    assert file.get("type") == "application/pdf"
    assert file.get("length") == str(document.file.size)
    assert issue.findtext(f"{ATOM}title") == "Qyteti: Tema 0"
    assert issue.findtext(f"{ATOM}author/{ATOM}name") == "Mira Çela"
    assert [each.text for each in issue.findall(f"{DC}language")] == ["sq", "en"]
    assert issue.findtext(f"{DC}issued") == "2000-01-01"
    assert issue.findtext(f"{DC}isPartOf") == "urn:ISSN:2308-0140"
    assert issue.findtext(f"{ATOM}summary") == "What this issue is about."
    assert book.findtext(f"{DC}identifier") == "urn:ISBN:9789928799920"
    assert book.findtext(f"{ATOM}author/{ATOM}name") == "Smart City Tirana"


def test_covers_are_in_formats_that_every_program_shows(client, series):
    IssuePageFactory(parent=series, slug="e-vizatuar", document=PdfFactory())
    IssuePageFactory(parent=series, document=PdfFactory(), listing_image=SiteImageFactory())
    for entry in atom(client, f"{OPDS}new/").findall(f"{ATOM}entry"):
        (cover,), (small,) = links(entry, f"{REL}/image"), links(entry, f"{REL}/image/thumbnail")
        assert cover.get("type") in {"image/png", "image/jpeg"}
        assert cover.get("href") == small.get("href")
    (drawn,) = links(entry, f"{REL}/image")
    response = client.get(local(drawn.get("href")))
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")


def test_a_publication_is_a_document_of_its_own(client, series, books):
    fill(series, books)
    for entry in atom(client, f"{OPDS}new/").findall(f"{ATOM}entry"):
        page, whole = links(entry, "alternate")
        assert page.get("type") == "text/html"
        assert client.get(local(page.get("href"))).status_code == 200
        assert whole.get("type") == "application/atom+xml;type=entry;profile=opds-catalog"
        document = atom(client, local(whole.get("href")))
        assert document.tag == f"{ATOM}entry"
        assert document.findtext(f"{ATOM}id") == entry.findtext(f"{ATOM}id")
        assert [each.get("href") for each in links(document, "self")] == [whole.get("href")]


def test_signs_of_markup_are_text(client, series):
    IssuePageFactory(parent=series, title="A & B <i>c</i>", document=PdfFactory())
    IssuePageFactory(parent=series, title="Tab\tand\x0bmore", document=PdfFactory())
    assert set(titles(atom(client, f"{OPDS}new/"))) == {
        "Qyteti: A & B <i>c</i>",
        "Qyteti: Tab and more",
    }


# What is not offered ----------------------------------------------------------------------------


@pytest.fixture
def private() -> Collection:
    """A folder of documents within one that only staff may read."""
    staff = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(
        collection=staff, restriction_type=CollectionViewRestriction.LOGIN
    )
    return staff.add_child(name="Drafts of covers")


@pytest.fixture
def hidden(periodicals, series, books, private) -> None:
    """A draft, restricted pages, one below a restricted series, private documents, and none."""
    IssuePageFactory(parent=series, title="HIDDEN draft", document=PdfFactory(), live=False)
    restricted = IssuePageFactory(parent=series, title="HIDDEN page", document=PdfFactory())
    restricted.view_restrictions.create(restriction_type="login")
    closed = SeriesPageFactory(parent=periodicals, title="HIDDEN series", issn="")
    closed.view_restrictions.create(restriction_type="login")
    IssuePageFactory(parent=closed, title="HIDDEN below", document=PdfFactory())
    secret = PdfFactory(title="HIDDEN file", collection=private)
    IssuePageFactory(parent=series, title="Without a public file", document=secret)
    BookPageFactory(parent=books, title="Without a file")


@pytest.mark.usefixtures("hidden")
def test_no_feed_shows_what_is_hidden(client, series):
    IssuePageFactory(parent=series, title="Open", document=PdfFactory())
    feeds = [f"{root}{path}" for root in (OPDS, OPDS2) for path in ("", "new/", f"{series.pk}/")]
    feeds += ["/sq/botime/feed/", "/sq/botime/feed/atom/"]
    feeds += [f"/sq/botime/periodike/qyteti/feed/{form}" for form in ("", "atom/")]
    for feed in feeds:
        text = client.get(feed).content.decode()
        assert "HIDDEN" not in text, feed
        assert SiteDocument.objects.get(title="HIDDEN file").url not in text, feed
        # A page that anybody reads stands in its series' feed, without the file.
        assert ("Without" in text) is ("/feed/" in feed), feed
    for words in ("HIDDEN", "Without"):
        assert titles(atom(client, f"{OPDS}search/?query={words}")) == []
    assert "Open" in client.get(f"{OPDS}new/").content.decode()


@pytest.mark.usefixtures("hidden")
def test_what_is_hidden_has_no_document_of_its_own(client):
    for page in IssuePage.objects.all():
        for root in (OPDS, OPDS2):
            assert client.get(f"{root}publication/{page.pk}/").status_code == 404


# Paging, facets and search ----------------------------------------------------------------------


def test_long_lists_are_read_in_parts(client, series, books, monkeypatch):
    monkeypatch.setattr("publications.opds.routes.PER_PAGE", 2)
    fill(series, books, issues=4)
    first = atom(client, f"{OPDS}new/")
    assert first.findtext(f"{OPENSEARCH}totalResults") == "5"
    assert first.findtext(f"{OPENSEARCH}itemsPerPage") == "2"
    assert not links(first, "previous")
    seen, feed = titles(first), first
    while following := links(feed, "next"):
        feed = atom(client, local(following[0].get("href")))
        seen += titles(feed)
        (previous,) = links(feed, "previous")
        assert previous.get("type") == f"{CATALOG};kind=acquisition"
    assert len(seen) == len(set(seen)) == 5
    (last,) = links(first, "last")
    assert titles(atom(client, local(last.get("href")))) == titles(feed)
    assert seen[0] == "Libri 0"


def test_lists_can_be_seen_by_language_and_in_another_order(client, series, books):
    fill(series, books, issues=4)
    feed = atom(client, f"{OPDS}new/")
    facets = links(feed, f"{REL}/facet")
    assert {facet.get(FACET_GROUP) for facet in facets} == {"Gjuha", "Renditja"}
    english = next(facet for facet in facets if facet.get("title") == "Anglisht")
    assert english.get(COUNT) == "3"
    only = atom(client, local(english.get("href")))
    assert titles(only) == ["Libri 0", "Qyteti: Tema 2", "Qyteti: Tema 0"]
    active = [each for each in links(only, f"{REL}/facet") if each.get(ACTIVE) == "true"]
    assert [facet.get("title") for facet in active] == ["Anglisht", "Më të rejat më parë"]
    by_title = next(each for each in links(only, f"{REL}/facet") if "order=" in each.get("href"))
    assert titles(atom(client, local(by_title.get("href")))) == [
        *("Libri 0", "Qyteti: Tema 0", "Qyteti: Tema 2")
    ]


def test_the_catalogue_is_searched_as_its_description_says(client, series, books):
    fill(series, books)
    (search,) = links(atom(client, OPDS), "search")
    response = client.get(local(search.get("href")))
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    description = ElementTree.fromstring(response.content)
    assert description.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert description.findtext(f"{OPENSEARCH}ShortName")
    url = description.find(f"{OPENSEARCH}Url")
    assert url.get("type") == f"{CATALOG};kind=acquisition"
    asked = url.get("template").replace("{searchTerms}", "Libri")
    assert "{" not in asked
    assert titles(atom(client, local(asked))) == ["Libri 0"]


@pytest.mark.parametrize("page", ["", "{startPage?}", "1"])
def test_programs_that_name_no_page_get_the_first(client, series, books, page):
    fill(series, books)
    for root in (OPDS, OPDS2):
        response = client.get(f"{root}search/", {"query": "Libri", "page": page})
        assert response.status_code == 200
        assert "Libri 0" in response.content.decode()


def test_a_search_without_result_is_an_empty_feed(client, series, books):
    fill(series, books)
    for words in ("", "nothing of this name", '"', "NEAR(", "a & | ! b"):
        assert titles(atom(client, f"{OPDS}search/?query={quote(words)}")) == []


def test_a_search_is_limited(client, index, monkeypatch):
    monkeypatch.setattr("publications.opds.routes.SEARCH_LIMIT", Limit(times=2, seconds=60))
    assert client.get(f"{OPDS}search/", {"query": "a" * 201}).status_code == 400
    for root in (OPDS, OPDS2):
        assert client.get(f"{root}search/", {"query": "a"}).status_code == 200
    refused = client.get(f"{OPDS2}search/", {"query": "a"})
    assert refused.status_code == 429
    assert "Retry-After" in refused


def test_what_the_catalogue_does_not_have_is_not_found(client, series, books):
    fill(series, books)
    paths = (
        *("new/?page=0", "new/?page=9", "new/?page=x", "new/?language=xx", "new/?language=de"),
        *("new/?order=size", "new/?language=newest", "999999/", "0/", "publication/1/", "x/"),
        f"{'9' * 30}/",
    )
    urls = [f"{root}{path}" for root in (OPDS, OPDS2) for path in paths]
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 404)


@pytest.mark.parametrize("slug", ["opds", "opds2"])
def test_a_collection_leaves_the_addresses_of_the_catalogue_alone(index, slug):
    with pytest.raises(Exception, match=slug):
        CollectionPageFactory(parent=index, slug=slug)


# As programs have it ----------------------------------------------------------------------------


def test_a_feed_reader_reads_the_catalogue(client, series, books):
    fill(series, books)
    for path in (OPDS, f"{OPDS}new/"):
        read = feedparser.parse(client.get(path).content)
        assert not read.bozo, read.get("bozo_exception")
        assert all(entry.links for entry in read.entries)


def test_catalogues_are_kept_and_asked_for_again(client, series, books):
    fill(series, books)
    response = client.get(f"{OPDS}new/")
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    again = client.get(f"{OPDS}new/", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_what_is_published_is_purged_from_the_catalogue(index, series):
    paths = {f"/{root}{path}" for root in ("opds/", "opds2/") for path in ("new/", f"{series.pk}/")}
    assert paths <= set(index.get_cached_paths())


def test_the_front_page_leads_to_the_catalogue(client, index):
    html = client.get("/sq/botime/").content.decode()
    assert f'<link rel="related" type="{CATALOG};kind=navigation"' in html
    assert f'href="http://testserver{OPDS2}"' in html


@pytest.mark.parametrize("path", [f"{OPDS}new/", OPDS2])
def test_feeds_cost_the_same_however_much_they_hold(
    client, django_assert_max_num_queries, periodicals, series, books, path
):
    fill(series, books, issues=2)
    client.get(path)
    with django_assert_max_num_queries(22) as few:
        client.get(path)
    number = len(few)
    for place in range(3):
        more = SeriesPageFactory(parent=periodicals, title=f"Seria {place}", issn="")
        IssuePageFactory(parent=more, document=PdfFactory(), listing_image=SiteImageFactory())
    client.get(path)
    with django_assert_max_num_queries(number + 2):  # the pictures, which there were none of
        client.get(path)
