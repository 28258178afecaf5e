"""Feeds of the catalogue as Atom (OPDS 1.2 on RFC 4287)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import StringIO

from django.utils.translation import gettext
from django.utils.xmlutils import SimplerXMLGenerator

from publications.citing.reference import one_line
from publications.opds.feeds import Facet, Feed, Item, Way

ROOT = "opds/"
CATALOG = "application/atom+xml;profile=opds-catalog"
NAVIGATION = f"{CATALOG};kind=navigation"
ACQUISITION = f"{CATALOG};kind=acquisition"
ENTRY = "application/atom+xml;type=entry;profile=opds-catalog"
DESCRIPTION = "application/opensearchdescription+xml"
REL = "http://opds-spec.org"
NAMESPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:dc": "http://purl.org/dc/terms/",
    "xmlns:opds": "http://opds-spec.org/2010/catalog",
    "xmlns:opensearch": "http://a9.com/-/spec/opensearch/1.1/",
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
}


class Writer(SimplerXMLGenerator):
    """Writes elements of XML, each on a line of its own."""

    def text(self, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
        """Write an element with a text; nothing for no text."""
        if text:
            self.addQuickElement(name, one_line(text), attributes)
            self.ignorableWhitespace("\n")

    def link(self, rel: str, url: str, media_type: str, **attributes: str | int) -> None:
        """Write a link; attributes without a value are left out."""
        named = {"rel": rel, "href": url, "type": media_type}
        more = {name.replace("_", ":"): str(value) for name, value in attributes.items() if value}
        self.addQuickElement("link", attrs=named | more)
        self.ignorableWhitespace("\n")

    @contextmanager
    def element(self, name: str, attributes: dict[str, str] | None = None) -> Iterator[None]:
        """Write what stands within an element."""
        self.startElement(name, attributes or {})
        self.ignorableWhitespace("\n")
        yield
        self.endElement(name)
        self.ignorableWhitespace("\n")


def write_feed(feed: Feed) -> tuple[str, str]:
    """Return a feed and its media type."""
    kind = NAVIGATION if feed.items is None else ACQUISITION
    out = StringIO()
    xml = Writer(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    with xml.element("feed", NAMESPACES | {"xml:lang": feed.language}):
        xml.text("id", feed.identifier)
        xml.text("title", feed.title)
        xml.text("updated", _moment(feed.updated))
        with xml.element("author"):
            xml.text("name", feed.authority)
        xml.link("self", feed.address(ROOT), kind)
        xml.link("start", feed.address(ROOT, ""), NAVIGATION, title=gettext("Start"))
        if feed.path:
            xml.link("up", feed.address(ROOT, ""), NAVIGATION, title=gettext("Start"))
        xml.link("search", feed.address(ROOT, "search/description/"), DESCRIPTION)
        xml.link("alternate", feed.base, "text/html")
        _paging(xml, feed)
        for facet in feed.facets:
            _facet(xml, feed, facet)
        for way in feed.ways:
            _way(xml, feed, way)
        for item in feed.items or ():
            _entry(xml, feed, item)
    return out.getvalue(), kind


def write_entry(feed: Feed, item: Item) -> tuple[str, str]:
    """Return one publication as a document of its own, and its media type."""
    out = StringIO()
    xml = Writer(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    _entry(xml, feed, item, NAMESPACES | {"xml:lang": feed.language})
    return out.getvalue(), ENTRY


def write_description(feed: Feed) -> tuple[str, str]:
    """Describe the search to programs (OpenSearch 1.1), and return its media type."""
    out = StringIO()
    xml = Writer(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    with xml.element("OpenSearchDescription", {"xmlns": NAMESPACES["xmlns:opensearch"]}):
        # Longer names are cut by programs (§4.3: 16 characters, 1,024 for the description).
        xml.text("ShortName", feed.title[:16])
        xml.text("Description", feed.title[:1024])
        xml.text("InputEncoding", "UTF-8")
        xml.text("OutputEncoding", "UTF-8")
        xml.text("Language", feed.language)
        # Without a page: feeds lead to the next one themselves.
        template = f"{feed.address(ROOT, 'search/')}?query={{searchTerms}}"
        xml.addQuickElement("Url", attrs={"type": ACQUISITION, "template": template})
    return out.getvalue(), DESCRIPTION


def _paging(xml: Writer, feed: Feed) -> None:
    paging = feed.paging
    if paging is None:
        return
    xml.text("opensearch:totalResults", str(paging.total))
    xml.text("opensearch:itemsPerPage", str(paging.per_page))
    xml.text("opensearch:startIndex", str((paging.number - 1) * paging.per_page + 1))
    for rel, number in page_links(paging.number, paging.last):
        xml.link(rel, feed.address(ROOT, page=number), ACQUISITION)


def page_links(number: int, last: int) -> list[tuple[str, int]]:
    """Return the relations of the pages around one, and their numbers (RFC 5005)."""
    if last <= 1:
        return []
    links = [("first", 1), ("last", last)]
    if number > 1:
        links.append(("previous", number - 1))
    if number < last:
        links.append(("next", number + 1))
    return links


def _facet(xml: Writer, feed: Feed, facet: Facet) -> None:
    xml.link(
        f"{REL}/facet",
        feed.address(ROOT, **{"page": 1, **facet.query}),
        ACQUISITION,
        title=facet.title,
        opds_facetGroup=facet.group,
        opds_activeFacet="true" if facet.active else "",
        thr_count=facet.number,
    )


def _way(xml: Writer, feed: Feed, way: Way) -> None:
    with xml.element("entry"):
        xml.text("title", way.title)
        xml.text("id", way.identifier)
        xml.text("updated", _moment(way.updated))
        xml.text("content", way.text or way.title, {"type": "text"})
        xml.link(way.rel, feed.address(ROOT, way.path), ACQUISITION, thr_count=way.number)


def _entry(xml: Writer, feed: Feed, item: Item, attributes: dict[str, str] | None = None) -> None:
    reference = item.reference
    with xml.element("entry", attributes):
        xml.text("title", item.title)
        xml.text("id", item.identifier)
        xml.text("updated", _moment(item.updated))
        xml.text("published", reference.day.isoformat() + "T00:00:00Z")
        for name in item.names or (item.publisher or feed.authority,):
            with xml.element("author"):
                xml.text("name", name)
        for code in reference.languages:
            xml.text("dc:language", code)
        xml.text("dc:issued", reference.day.isoformat())
        xml.text("dc:publisher", item.publisher)
        for urn in urns_of(item):
            xml.text("dc:identifier", urn)
        xml.text("dc:extent", _extent(item))
        for number in reference.issns:
            xml.text("dc:isPartOf", f"urn:ISSN:{number}")
        xml.text("summary", reference.abstract, {"type": "text"})
        xml.link(f"{REL}/image", item.cover.url, item.cover.media_type)
        xml.link(f"{REL}/image/thumbnail", item.thumbnail.url, item.thumbnail.media_type)
        xml.link(
            f"{REL}/acquisition/open-access",
            item.file.url,
            item.file.media_type,
            length=item.file.size,
        )
        for file in item.supplements:
            xml.link("related", file.url, file.media_type, title=file.title, length=file.size)
        xml.link("alternate", item.url, "text/html")
        address = feed.address(ROOT, f"publication/{item.pk}/")
        xml.link("self" if attributes else "alternate", address, ENTRY)


def urns_of(item: Item) -> list[str]:
    """Return the numbers by which libraries know a publication."""
    return [f"urn:ISBN:{item.reference.isbn}"] if item.reference.isbn else []


def _extent(item: Item) -> str:
    pages = item.reference.extent
    return gettext("%(count)s pages") % {"count": pages} if pages else ""


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
