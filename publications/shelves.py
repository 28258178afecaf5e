"""Shelves: the newest publications below each of several pages, read in few queries."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.db.models.functions import RowNumber, Substr
from wagtail.models import Page

from publications.models.books import BookPage
from publications.models.issues import IssuePage
from publications.models.publication import PublicationPage
from publications.models.publication_queries import PublicationQuerySet
from site_config.models import SiteImage
from site_config.pictures import STANDARD_SPECS

if TYPE_CHECKING:
    from publications.models.collections import CollectionPage


class Shelf(NamedTuple):
    """A collection with the publications that stand in front."""

    collection: "CollectionPage"
    publications: list[PublicationPage]


def newest_below(
    publications: PublicationQuerySet,
    depth: int,
    number: int,
    *,
    below: Page | None = None,
    **filters: Any,
) -> PublicationQuerySet:
    """Return the newest publications below each page of one depth, in one query, without covers.

    Args:
        publications: issues or books.
        depth: the depth in the tree of the pages below which is counted.
        number: how many at most below each of them.
        below: the page whose readers see them; none for what everybody may read.
        filters: further conditions, such as ``locale``.
    """
    rank = models.Window(
        RowNumber(),
        partition_by=Substr("path", 1, depth * Page.steplen),
        order_by=[models.F("date").desc(), models.F("pk").desc()],
    )
    ranked = publications.live().unrestricted(below=below).filter(**filters).annotate(rank=rank)
    # By numbers first: a query that ranks names every column that it returns three times.
    found = publications.filter(pk__in=ranked.filter(rank__lte=number).order_by().values("pk"))
    return found.newest_first().with_document().defer("contents", "authors", "chapters")


def attach_covers(publications: Iterable[PublicationPage]) -> None:
    """Read the covers of issues and books together, and their sizes, in two queries."""
    covered = [page for page in publications if page.listing_image_id]
    if not covered:
        return
    pictures = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS)
    found = pictures.in_bulk({page.listing_image_id for page in covered})
    for page in covered:
        page.listing_image = found.get(page.listing_image_id)


def fill_shelves(
    collections: list["CollectionPage"], number: int, *, below: Page | None = None
) -> list[Shelf]:
    """Put the newest publications of each collection on its shelf.

    Args:
        collections: all of one depth.
        number: how many publications at most for each.
        below: as in `newest_below`.
    """
    if not collections:
        return []
    depth = collections[0].depth
    standing: dict[str, list[PublicationPage]] = {page.path: [] for page in collections}
    for model in (IssuePage, BookPage):
        for publication in newest_below(
            model.objects.all(), depth, number, below=below, locale_id=collections[0].locale_id
        ):
            found = standing.get(publication.path[: depth * Page.steplen])
            if found is not None:
                found.append(publication)
    shelves = [
        Shelf(
            page,
            sorted(standing[page.path], key=lambda item: (item.date, item.pk), reverse=True)[
                :number
            ],
        )
        for page in collections
    ]
    attach_covers(item for shelf in shelves for item in shelf.publications)
    return shelves
