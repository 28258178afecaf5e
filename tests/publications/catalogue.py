"""Ways through the catalogue that several modules of tests go."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from django.test import Client

from tests.factories.publications import BookPageFactory, IssuePageFactory, PdfFactory, authors

OPDS, OPDS2 = "/sq/botime/opds/", "/sq/botime/opds2/"
ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/terms/}"
REL = "http://opds-spec.org"
CATALOG = "application/atom+xml;profile=opds-catalog"


def fill(series: Any, books: Any, issues: int = 3, of_books: int = 1) -> None:
    """Publish issues and books with PDFs; the first book is the newest of all."""
    for place in range(issues):
        IssuePageFactory(
            parent=series,
            title=f"Qyteti: Tema {place}",
            slug=f"tema-{place}",
            number=str(place),
            date=date(2000 + place // 12, 1 + place % 12, 1),
            document=PdfFactory(),
            pages=3,
            authors=authors("Mira Çela"),
            languages="sq" if place % 2 else "sq en",
        )
    for place in range(of_books):
        BookPageFactory(
            parent=books,
            title=f"Libri {place}",
            date=date(2015 - place, 1, 1),
            document=PdfFactory(),
            pages=3,
            languages="en",
        )


def atom(client: Client, url: str) -> Element:
    response = client.get(url)
    assert response.status_code == 200, url
    return ElementTree.fromstring(response.content)


def readium(client: Client, url: str) -> dict[str, Any]:
    response = client.get(url)
    assert response.status_code == 200, url
    return json.loads(response.content)


def links(element: Element, rel: str) -> list[Element]:
    return [link for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]


def titles(feed: Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def local(url: str) -> str:
    """Return an address of the catalogue as the test client asks for it."""
    assert url.startswith("http://testserver/"), url
    return url.removeprefix("http://testserver")


def walk(
    start: str, read: Callable[[str], Any], ways: Callable[[Any], Iterable[str]]
) -> Iterator[tuple[str, Any]]:
    """Yield every document that is reached from one, with its address.

    Args:
        start: the address of the first one.
        read: asks for an address.
        ways: names the addresses that a document leads to.
    """
    waiting, seen = [start], set()
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        document = read(url)
        yield url, document
        waiting += ways(document)
