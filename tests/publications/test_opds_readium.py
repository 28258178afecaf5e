"""The catalogue as JSON: what OPDS 2.0 asks of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.factories.publications import BookPageFactory, PdfFactory, authors, supplements
from tests.publications.catalogue import OPDS2, REL, fill, local, readium, walk
from tests.publications.opds_schema import FEED, PUBLICATION

pytestmark = pytest.mark.django_db


def faults(schema: dict[str, Any], document: Any) -> list[str]:
    """Return what a document breaks of a schema."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def ways(feed: dict[str, Any]) -> Iterator[str]:
    """Yield the addresses of the catalogue that a feed leads to."""
    found = [*feed["links"], *feed.get("navigation", [])]
    found += [link for facet in feed.get("facets", []) for link in facet["links"]]
    found += [link for group in feed.get("groups", []) for link in group["links"]]
    for way in found:
        if way["type"] == "application/opds+json" and not way.get("templated"):
            yield local(way["href"])


@pytest.fixture
def short_pages(monkeypatch):
    """Lists of two publications a page."""
    monkeypatch.setattr("publications.opds.routes.PER_PAGE", 2)


@pytest.mark.usefixtures("short_pages")
def test_all_feeds_that_can_be_reached_are_valid(client, series, books):
    fill(series, books, issues=2)
    reached = dict(walk(OPDS2, lambda url: readium(client, url), ways))
    assert len(reached) > 10
    assert {url: found for url, feed in reached.items() if (found := faults(FEED, feed))} == {}


def test_the_check_finds_faults(client, series, books):
    fill(series, books)
    feed = readium(client, f"{OPDS2}new/")
    feed["publications"][0]["links"] = feed["publications"][0]["links"][:1]
    del feed["publications"][1]["images"]
    del feed["metadata"]["title"]
    feed["links"] = feed["links"][1:]
    assert len(faults(FEED, feed)) == 4


def test_feeds_say_what_they_are(client, series, books):
    fill(series, books)
    assert client.get(OPDS2)["Content-Type"] == "application/opds+json"
    (publication,) = readium(client, f"{OPDS2}{books.pk}/")["publications"]
    itself = next(link for link in publication["links"] if link["rel"] == "self")
    assert itself["type"] == "application/opds-publication+json"
    response = client.get(local(itself["href"]))
    assert response["Content-Type"] == itself["type"]
    assert faults(PUBLICATION, response.json()) == []
    assert response.json() == publication


def test_the_beginning_has_ways_on_and_what_is_new(client, series, books):
    fill(series, books)
    feed = readium(client, OPDS2)
    assert [way["title"] for way in feed["navigation"]] == [
        *("Botime të reja", "Periodikë", "Qyteti", "Libra")
    ]
    (group,) = feed["groups"]
    assert group["metadata"] == {"title": "Botime të reja", "numberOfItems": 4}
    assert len(group["publications"]) == 4


def test_a_publication_tells_what_libraries_ask(client, series, books):
    fill(series, books, issues=1)
    book, issue = readium(client, f"{OPDS2}new/")["publications"]
    assert issue["metadata"] | {"identifier": "", "modified": ""} == {
        "@type": "http://schema.org/PublicationIssue",
        "identifier": "",
        "title": "Qyteti: Tema 0",
        "author": [{"name": "Mira Çela", "sortAs": "Çela, Mira"}],
        "publisher": "Smart City Tirana",
        "language": ["sq", "en"],
        "published": "2000-01-01",
        "modified": "",
        "numberOfPages": 3,
        "description": "What this issue is about.",
        "belongsTo": {"series": [{"name": "Qyteti", "position": 0}]},
    }
    assert book["metadata"]["identifier"] == "urn:ISBN:9789928799920"


def test_supplements_are_told_where_a_publication_stands_alone(client, books):
    data = PdfFactory(title="Data")
    page = BookPageFactory(
        parent=books,
        document=PdfFactory(),
        authors=authors("Mira Çela"),
        date=date(2015, 1, 1),
        supplements=supplements(("Të dhënat", data)),
    )
    alone = readium(client, f"{OPDS2}publication/{page.pk}/")
    related = [link for link in alone["links"] if link["rel"] == "related"]
    assert [(link["title"], local(link["href"])) for link in related] == [("Të dhënat", data.url)]
    assert faults(PUBLICATION, alone) == []


def test_the_catalogue_is_searched_by_its_template(client, series, books):
    fill(series, books)
    search = next(link for link in readium(client, OPDS2)["links"] if link["rel"] == "search")
    assert search["templated"] is True
    found = readium(client, local(search["href"].replace("{?query}", "?query=Libri")))
    assert [each["metadata"]["title"] for each in found["publications"]] == ["Libri 0"]
    assert any(
        link["rel"] == f"{REL}/acquisition/open-access"
        for link in found["publications"][0]["links"]
    )


@pytest.mark.usefixtures("short_pages")
def test_facets_and_pages_are_told(client, series, books):
    fill(series, books, issues=2)
    feed = readium(client, f"{OPDS2}new/?page=2")
    assert feed["metadata"]["currentPage"] == 2
    assert feed["metadata"]["numberOfItems"] == 3
    assert {link["rel"] for link in feed["links"]} >= {"first", "last", "previous"}
    language = feed["facets"][0]
    assert language["metadata"]["title"] == "Gjuha"
    active = [link["title"] for link in language["links"] if link["rel"] == "self"]
    assert active == ["Të gjitha gjuhët"]
