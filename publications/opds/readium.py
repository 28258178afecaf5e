"""Feeds of the catalogue as JSON (OPDS 2.0 on the Readium Web Publication Manifest)."""

from itertools import groupby
from typing import Any

from publications.opds.atom import REL, page_links, urns_of
from publications.opds.feeds import Facet, Feed, File, Item, Way

ROOT = "opds2/"
FEED = "application/opds+json"
PUBLICATION = "application/opds-publication+json"
Data = dict[str, Any]


def write_feed(feed: Feed, newest: Feed | None = None) -> Data:
    """Return a feed.

    Args:
        feed: what is written.
        newest: publications that stand in a group of their own beside the ways on.
    """
    data: Data = {"metadata": _metadata(feed), "links": _links(feed)}
    if feed.items is None:
        data["navigation"] = [_way(feed, way) for way in feed.ways]
    else:
        data["publications"] = [publication(feed, item) for item in feed.items]
    if feed.facets:
        data["facets"] = [
            {
                "metadata": {"title": group},
                "links": [_facet(feed, facet) for facet in facets],
            }
            for group, facets in groupby(feed.facets, key=lambda facet: facet.group)
        ]
    if newest is not None and newest.items:
        data["groups"] = [
            {
                "metadata": {
                    "title": newest.title,
                    "numberOfItems": newest.paging.total if newest.paging else len(newest.items),
                },
                "links": [_link("self", newest.address(ROOT), FEED)],
                "publications": [publication(newest, item) for item in newest.items],
            }
        ]
    return data


def publication(feed: Feed, item: Item) -> Data:
    """Return one publication, as it stands in feeds and as a document of its own."""
    reference = item.reference
    series: Data = {"name": reference.series}
    if reference.number.isascii() and reference.number.isdecimal():
        series["position"] = int(reference.number)
    metadata: Data = {
        "@type": f"http://schema.org/{'PublicationIssue' if reference.is_issue else 'Book'}",
        "identifier": next(iter(urns_of(item)), item.identifier),
        "title": item.title,
        "author": [
            {"name": name, "sortAs": f"{each.family}, {each.given}" if each.given else each.family}
            for name, each in zip(item.names, reference.creators, strict=True)
        ],
        "publisher": item.publisher,
        "language": list(reference.languages),
        "published": reference.day.isoformat(),
        "modified": item.updated.isoformat(timespec="seconds"),
        "numberOfPages": int(reference.extent or 0),
        "description": reference.abstract,
        "belongsTo": {"series": [series]} if reference.series else {},
    }
    links = [
        _link("self", feed.address(ROOT, f"publication/{item.pk}/"), PUBLICATION),
        _link(f"{REL}/acquisition/open-access", item.file.url, item.file.media_type),
        _link("alternate", item.url, "text/html"),
        *(
            _link("related", file.url, file.media_type, title=file.title)
            for file in item.supplements
        ),
    ]
    return {
        "metadata": {name: value for name, value in metadata.items() if value},
        "links": links,
        "images": [_image(each) for each in dict.fromkeys((item.cover, item.thumbnail))],
    }


def _metadata(feed: Feed) -> Data:
    data: Data = {
        "title": feed.title,
        "identifier": feed.identifier,
        "modified": feed.updated.isoformat(timespec="seconds"),
    }
    if feed.paging:
        data["numberOfItems"] = feed.paging.total
        data["itemsPerPage"] = feed.paging.per_page
        data["currentPage"] = feed.paging.number
    return data


def _links(feed: Feed) -> list[Data]:
    links = [
        _link("self", feed.address(ROOT), FEED),
        _link("start", feed.address(ROOT, ""), FEED),
        _link("alternate", feed.base, "text/html"),
        _link("search", f"{feed.address(ROOT, 'search/')}{{?query}}", FEED) | {"templated": True},
    ]
    if feed.path:
        links.append(_link("up", feed.address(ROOT, ""), FEED))
    if feed.paging:
        links += [
            _link(rel, feed.address(ROOT, page=number), FEED)
            for rel, number in page_links(feed.paging.number, feed.paging.last)
        ]
    return links


def _way(feed: Feed, way: Way) -> Data:
    return _link(way.rel, feed.address(ROOT, way.path), FEED, title=way.title) | (
        {"properties": {"numberOfItems": way.number}} if way.number else {}
    )


def _facet(feed: Feed, facet: Facet) -> Data:
    link = _link(
        "self" if facet.active else "alternate",
        feed.address(ROOT, **{"page": 1, **facet.query}),
        FEED,
        title=facet.title,
    )
    return link | ({"properties": {"numberOfItems": facet.number}} if facet.number else {})


def _image(cover: File) -> Data:
    return {
        "href": cover.url,
        "type": cover.media_type,
        "width": cover.width,
        "height": cover.height,
    }


def _link(rel: str, url: str, media_type: str, title: str = "") -> Data:
    link = {"rel": rel, "href": url, "type": media_type}
    return link | ({"title": title} if title else {})
