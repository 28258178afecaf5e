"""Every document of the Atom catalogue that can be reached keeps the rules of OPDS 1.2."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

import pytest

from tests.publications.catalogue import ATOM, OPDS, REL, atom, fill, local, walk
from tests.publications.opds_atom_rules import ACQUISITION, DESCRIPTION, ENTRY, NAVIGATION, faults

pytestmark = pytest.mark.django_db


def ways(document: Element) -> Iterator[str]:
    """Yield the addresses of the catalogue that a document leads to."""
    for link in document.iter(f"{ATOM}link"):
        if link.get("type") in {NAVIGATION, ACQUISITION, DESCRIPTION, ENTRY}:
            yield local(link.get("href"))


def test_all_documents_that_can_be_reached_keep_the_rules(client, series, books, monkeypatch):
    monkeypatch.setattr("publications.opds.routes.PER_PAGE", 2)
    fill(series, books, issues=3)
    reached = dict(walk(OPDS, lambda url: atom(client, url), ways))

    kinds = {document.tag.rpartition("}")[2] for document in reached.values()}
    assert kinds == {"feed", "entry", "OpenSearchDescription"}
    assert len(reached) > 15
    assert {url: found for url, it in reached.items() if (found := faults(it))} == {}


def without(path: str) -> Callable[[Element], None]:
    """Return what takes an element away from the first place that has it."""

    def take(feed: Element) -> None:
        parent = next(it for it in feed.iter() if it.find(path) is not None)
        parent.remove(parent.find(path))

    return take


def changed(path: str, name: str, value: str) -> Callable[[Element], None]:
    """Return what gives an attribute of an element another value."""
    return lambda feed: feed.find(path).set(name, value)


def doubled(path: str) -> Callable[[Element], None]:
    """Return what puts an element there twice."""
    return lambda feed: feed.append(deepcopy(feed.find(path)))


def undated(feed: Element) -> None:
    """Write a moment as people do."""
    feed.find(f"{ATOM}updated").text = "1 May 2026"


def unnamed(feed: Element) -> None:
    """Let somebody without a name write it."""
    SubElement(feed.find(f"{ATOM}entry"), f"{ATOM}author")


@pytest.mark.parametrize(
    ("spoil", "broken"),
    [
        (without(f"{ATOM}title"), "feed has not one title"),
        (without(f"{ATOM}link[@rel='start']"), "does not lead to the beginning"),
        (without(f"{ATOM}link[@rel='self']"), "does not say once what it is"),
        (without(f"{ATOM}link[@rel='{REL}/acquisition/open-access']"), "can't be acquired"),
        (without(f"{ATOM}link[@type='{ENTRY}']"), "its own document"),
        (changed(f".//{ATOM}link[@rel='{REL}/image']", "type", "image/avif"), "has to show"),
        (changed(f"{ATOM}link[@rel='start']", "href", "/opds/"), "no address from everywhere"),
        (changed(f"{ATOM}link[@rel='start']", "type", "catalogue"), "no media type"),
        (changed(f".//{ATOM}link[@length]", "length", "2 MB"), "no length"),
        (doubled(f"{ATOM}entry"), "stands there twice"),
        (doubled(f"{ATOM}link[@rel='alternate']"), "two alternates"),
        (undated, "is no moment"),
        (unnamed, "has no name"),
    ],
)
def test_the_rules_find_what_is_broken(client, series, books, spoil, broken):
    fill(series, books)
    feed = atom(client, f"{OPDS}new/")
    assert faults(feed) == []

    spoil(feed)

    assert any(broken in found for found in faults(feed))
