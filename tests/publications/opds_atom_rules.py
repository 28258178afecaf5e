"""What an OPDS 1.2 document has to be, as rules that tell what they find broken.

Written after the specifications: Atom (RFC 4287, sections 4.1 and 4.2), its catalogues (OPDS 1.2,
sections 2 to 5), the order of pages (RFC 5005) and the description of a search (OpenSearch 1.1).
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from tests.publications.catalogue import ATOM, CATALOG, REL, links

OPDS = "{http://opds-spec.org/2010/catalog}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
NAVIGATION, ACQUISITION = f"{CATALOG};kind=navigation", f"{CATALOG};kind=acquisition"
ENTRY = "application/atom+xml;type=entry;profile=opds-catalog"
DESCRIPTION = "application/opensearchdescription+xml"
# RFC 4287, 4.1.1 and 4.1.2: what stands there once, and what once at most.
ONCE = ("id", "title", "updated")
ONCE_AT_MOST = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(;\s*[\w-]+=[\w\"/.+-]+)*")
# OPDS 1.2, 5.2.2: pictures that every program shows.
PICTURES = {"image/gif", "image/jpeg", "image/png"}
PAGES = {"first", "last", "next", "previous"}


def faults(root: Element) -> list[str]:
    """Return what a feed, an entry or a description of a search breaks."""
    if root.tag == f"{SEARCH}OpenSearchDescription":
        return list(_of_description(root))
    if root.tag == f"{ATOM}entry":
        return [*_of_entry(root, has_author=False), *_of_publication(root)]
    if root.tag != f"{ATOM}feed":
        return [f"{root.tag} is no document of a catalogue"]
    return list(_of_feed(root))


def _of_feed(feed: Element) -> Iterator[str]:
    entries = feed.findall(f"{ATOM}entry")
    has_author = feed.find(f"{ATOM}author") is not None
    yield from _of_element(feed, "feed")
    kinds = [link.get("type") for link in links(feed, "self")]
    if len(kinds) != 1 or kinds[0] not in {NAVIGATION, ACQUISITION}:
        yield f"the feed does not say once what it is: {kinds}"
    if [link.get("type") for link in links(feed, "start")] != [NAVIGATION]:
        yield "the feed does not lead to the beginning"
    yield from _of_facets(feed)
    yield from _of_pages(feed)
    numbers = Counter(entry.findtext(f"{ATOM}id") for entry in entries)
    yield from (f"{number} stands there twice" for number, times in numbers.items() if times > 1)
    for entry in entries:
        yield from _of_entry(entry, has_author=has_author)
        if kinds == [ACQUISITION]:
            yield from _of_publication(entry)
        else:
            yield from _of_way(entry)


def _of_element(element: Element, name: str) -> Iterator[str]:
    count = Counter(child.tag for child in element)
    for one in ONCE:
        if count[f"{ATOM}{one}"] != 1 or not element.findtext(f"{ATOM}{one}"):
            yield f"{name} has not one {one}"
    yield from (f"{name} has several {one}" for one in ONCE_AT_MOST[name] if count[ATOM + one] > 1)
    if not urlsplit(element.findtext(f"{ATOM}id") or "").scheme:
        yield f"the id of {name} is no IRI"
    for moment in ("updated", "published"):
        for found in element.findall(f"{ATOM}{moment}"):
            yield from _of_moment(found.text or "")
    for author in element.findall(f"{ATOM}author"):
        if not author.findtext(f"{ATOM}name"):
            yield f"an author of {name} has no name"
    for link in element.findall(f"{ATOM}link"):
        yield from _of_link(link)
    alternates = [(it.get("type"), it.get("hreflang")) for it in links(element, "alternate")]
    if len(set(alternates)) < len(alternates):
        yield f"{name} has two alternates of one kind"


def _of_moment(text: str) -> Iterator[str]:
    # RFC 3339 with a capital T and Z or a distance.
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text):
        yield f"{text!r} is no moment"
    else:
        datetime.fromisoformat(text)


def _of_link(link: Element) -> Iterator[str]:
    parts = urlsplit(link.get("href") or "")
    if not (parts.scheme and parts.netloc):
        yield f"{link.get('href')!r} is no address from everywhere"
    if not MEDIA_TYPE.fullmatch(link.get("type") or ""):
        yield f"{link.get('type')!r} is no media type"
    if (length := link.get("length")) is not None and not length.isdecimal():
        yield f"{length!r} is no length"


def _of_entry(entry: Element, *, has_author: bool) -> Iterator[str]:
    yield from _of_element(entry, "entry")
    if not has_author and entry.find(f"{ATOM}author") is None:
        yield "nobody has written the entry"
    if entry.find(f"{ATOM}content") is None and not links(entry, "alternate"):
        yield "the entry has neither content nor an alternate"


def _of_publication(entry: Element) -> Iterator[str]:
    ways = entry.findall(f"{ATOM}link")
    if not any((way.get("rel") or "").startswith(f"{REL}/acquisition") for way in ways):
        yield "a publication can't be acquired"
    for rel in (f"{REL}/image", f"{REL}/image/thumbnail"):
        pictures = [link.get("type") for link in links(entry, rel)]
        if not PICTURES.intersection(pictures):
            yield f"no program has to show {pictures}"
    # OPDS 1.2, 5.1.1: what is part of a feed leads to itself as a whole document.
    if not any(way.get("type") == ENTRY for way in ways):
        yield "a publication does not lead to its own document"


def _of_way(entry: Element) -> Iterator[str]:
    kinds = [link.get("type") for link in entry.findall(f"{ATOM}link")]
    if not {NAVIGATION, ACQUISITION}.intersection(kinds):
        yield "a way leads to no feed"
    if not entry.findtext(f"{ATOM}content"):
        yield "a way does not say where it leads"


def _of_facets(feed: Element) -> Iterator[str]:
    facets = sorted(links(feed, f"{REL}/facet"), key=lambda it: it.get(f"{OPDS}facetGroup") or "")
    if facets and any(link.get("type") == NAVIGATION for link in links(feed, "self")):
        yield "a feed of ways on has facets"
    for group, members in groupby(facets, key=lambda it: it.get(f"{OPDS}facetGroup")):
        known = list(members)
        active = [it.get(f"{OPDS}activeFacet") for it in known]
        if active.count("true") > 1 or set(active) - {"true", None}:
            yield f"{group} has not one active facet at most: {active}"
        yield from (f"a facet of {group} has no title" for it in known if not it.get("title"))


def _of_pages(feed: Element) -> Iterator[str]:
    found = Counter(link.get("rel") for link in feed.findall(f"{ATOM}link"))
    yield from (f"{rel} is named twice" for rel in PAGES if found[rel] > 1)
    total, per_page, start = (
        int(feed.findtext(f"{SEARCH}{name}") or 0)
        for name in ("totalResults", "itemsPerPage", "startIndex")
    )
    has_more = total >= start + per_page
    if bool(found["next"]) is not has_more and total:
        yield "the next page is named where there is none, or not named"


def _of_description(root: Element) -> Iterator[str]:
    if not 0 < len(root.findtext(f"{SEARCH}ShortName") or "") <= 16:
        yield "the short name is none"
    if not root.findtext(f"{SEARCH}Description"):
        yield "the search is not described"
    urls = root.findall(f"{SEARCH}Url")
    if not any(
        url.get("type") == ACQUISITION and "{searchTerms}" in (url.get("template") or "")
        for url in urls
    ):
        yield "no search leads to a feed"
