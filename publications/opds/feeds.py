"""Feeds of the catalogue without regard to the format in which they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode

from publications.citing.reference import Reference, reference_of
from publications.covers.drawing import HEIGHT, WIDTH
from publications.covers.pixels import SCALE
from publications.feeds import identifier
from publications.models.publication import PublicationPage
from publications.structured_data import absolute
from site_config.days import written_start_of_day
from site_config.document_access import in_open_collections
from site_config.pdf.child import SMALL
from site_config.ready_pictures import ready_size

COVER_SPEC = "format-jpeg|width-960"


@dataclass(frozen=True)
class File:
    """A file that can be fetched; sizes are in bytes and pixels."""

    url: str
    media_type: str
    title: str = ""
    size: int = 0
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Item:
    """One publication; ``pk`` names it in addresses, ``identifier`` for good (a URN)."""

    pk: int
    identifier: str
    url: str
    updated: datetime
    reference: Reference
    names: tuple[str, ...]
    publisher: str
    cover: File
    thumbnail: File
    file: File
    supplements: tuple[File, ...] = ()

    @property
    def title(self) -> str:
        """Its title; an issue's with its series, for lists in which issues of several stand."""
        series, title = self.reference.series, self.reference.title
        return title if not series or series in title else f"{series}: {title}"


@dataclass(frozen=True)
class Way:
    """One way on in the catalogue, to the feed at ``path`` below its beginning."""

    path: str
    identifier: str
    title: str
    text: str
    updated: datetime
    rel: str
    number: int = 0


@dataclass(frozen=True)
class Facet:
    """Another view of the same list, which may be the one that is shown."""

    group: str
    title: str
    query: dict[str, str]
    active: bool
    number: int = 0


@dataclass(frozen=True)
class Paging:
    """The part of a list that a feed holds."""

    number: int
    last: int
    per_page: int
    total: int


@dataclass(frozen=True)
class Feed:
    """One feed: ways on, or publications."""

    base: str
    path: str
    identifier: str
    title: str
    language: str
    authority: str
    updated: datetime
    query: dict[str, str] = field(default_factory=dict)
    ways: tuple[Way, ...] = ()
    items: tuple[Item, ...] | None = None
    facets: tuple[Facet, ...] = ()
    paging: Paging | None = None

    def address(self, root: str, path: str | None = None, **query: str | int) -> str:
        """Return an absolute address.

        Args:
            root: ``opds/`` or ``opds2/``.
            path: of a feed below it; this one's own if it is not given.
            query: what is asked for there; this feed's own query where there is no path.
        """
        asked = {**(self.query if path is None else {}), **query}
        # One address for one document: what is usual is not written.
        kept = {name: value for name, value in asked.items() if value not in ("", 1)}
        below = self.path if path is None else path
        return f"{self.base}{root}{below}" + (f"?{urlencode(kept)}" if kept else "")


def item_of(page: PublicationPage, request: HttpRequest | None, whole: bool = False) -> Item:
    """Return what the catalogue tells of a publication with its PDF.

    Args:
        page: from `publications.opds.catalogue.load`.
        request: whose host addresses are made for.
        whole: with its supplements, which ask the database for each publication.
    """
    reference = reference_of(page, request)
    cover = _cover(page, request)
    return Item(
        pk=page.pk,
        identifier=identifier(page),
        url=reference.url,
        updated=page.last_published_at or written_start_of_day(page.date),
        reference=reference,
        names=tuple(f"{each.given} {each.family}".strip() for each in reference.creators),
        publisher=reference.publisher,
        cover=cover,
        thumbnail=_thumbnail(page, request) or cover,
        file=_file(page.document, page, request),
        supplements=tuple(_supplements(page, request)) if whole else (),
    )


def _supplements(page: PublicationPage, request: HttpRequest | None) -> Iterator[File]:
    """Yield the supplements that anybody may read."""
    numbers = [value["document"].pk for value in page.supplement_files]
    public = set(in_open_collections().filter(pk__in=numbers).values_list("pk", flat=True))
    for value in page.supplement_files:
        if value["document"].pk in public:
            yield _file(value["document"], page, request, value["title"])


def _cover(page: PublicationPage, request: HttpRequest | None) -> File:
    """Return the cover in pixels: programs of OPDS show no drawings."""
    picture = page.listing_image and ready_size(page.listing_image, COVER_SPEC)
    if picture:
        return File(picture.full_url, "image/jpeg", width=picture.width, height=picture.height)
    url, document = page.get_full_url(request), page.document
    if page.shows_first_page:
        size = {"width": document.first_page_width, "height": document.first_page_height}
        return File(f"{url}{page.first_page_file()}", "image/jpeg", **size)
    return File(f"{url}cover.png", "image/png", width=WIDTH * SCALE, height=HEIGHT * SCALE)


def _thumbnail(page: PublicationPage, request: HttpRequest | None) -> File | None:
    """Return the small picture of a first page that is the cover, where there is one."""
    if page.listing_image or not page.shows_first_page:
        return None
    document = page.document
    if SMALL not in document.first_page_names():
        return None
    return File(
        f"{page.get_full_url(request)}{page.first_page_file(SMALL)}",
        "image/jpeg",
        width=round(document.first_page_width / 2),
        height=round(document.first_page_height / 2),
    )


def _file(
    document: Any, page: PublicationPage, request: HttpRequest | None, title: str = ""
) -> File:
    return File(
        absolute(document.url, page, request),
        document.content_type,
        title=title,
        size=document.get_file_size() or 0,
    )
