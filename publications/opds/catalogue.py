"""What the catalogue offers: published, unrestricted publications with a public PDF."""

from collections import Counter
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.apps import apps
from django.db.models import Count, Max, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower, Substr
from wagtail.models import Page

from publications.models.books import BookPage
from publications.models.issues import IssuePage
from publications.models.publication import PublicationPage
from publications.models.series import SeriesPage
from publications.shelves import attach_covers
from site_config.document_access import in_open_collections
from site_config.models.tree import TreeQuerySet

# How many results of a search are looked at; who needs more uses other words.
MOST_FOUND = 200


class Order:
    """The orders in which a feed can be read, by their names in addresses."""

    NEWEST = "newest"
    TITLE = "title"
    ALL = (NEWEST, TITLE)


class Totals(NamedTuple):
    """How many publications there are, and when one of them last changed."""

    number: int
    updated: datetime | None


class OfferedQuerySet(TreeQuerySet):
    """Issues and books together, as pages with a ``date``, ``languages`` and a PDF."""

    def offered_below(self, place: Page) -> Self:
        """What may be offered below a page, the newest first."""
        found = self.descendant_of(place).live().unrestricted()
        found = found.annotate(
            date=Coalesce("issuepage__date", "bookpage__date"),
            languages=Coalesce("issuepage__languages", "bookpage__languages"),
            document=Coalesce("issuepage__document", "bookpage__document"),
        )
        found = found.filter(document__in=Subquery(in_open_collections().values("pk")))
        return found.order_by("-date", "-pk")

    def in_language(self, code: str) -> Self:
        """Those with longer texts in a language (BCP 47)."""
        return self.filter(languages__regex=rf"(^| ){code}( |$)")

    def in_order(self, order: str) -> Self:
        """The same in one of the orders."""
        return self.order_by(Lower("title"), "pk") if order == Order.TITLE else self

    def totals(self) -> Totals:
        """Count them, in one query."""
        found = self.order_by().aggregate(number=Count("pk"), updated=Max("last_published_at"))
        return Totals(found["number"], found["updated"])

    def number_by_language(self) -> dict[str, int]:
        """How many there are in each language, the most frequent first, in one query."""
        numbers: Counter[str] = Counter()
        for codes, number in self.order_by().values_list("languages").annotate(Count("pk")):
            numbers.update(dict.fromkeys(codes.split(), number))
        return dict(numbers.most_common())


def offered_below(place: Page) -> OfferedQuerySet:
    """Return what may be offered below a page."""
    return OfferedQuerySet(Page).offered_below(place)


def sections_of(index: Page) -> list[Any]:
    """Return the collections and series of the catalogue in the editors' order."""
    collections = apps.get_model("publications", "CollectionPage").objects.descendant_of(index)
    series = SeriesPage.objects.descendant_of(index)
    found = [*collections.live().unrestricted(), *series.live().unrestricted()]
    return sorted(found, key=lambda page: page.path)


def totals_of(sections: list[Page], index: Page) -> dict[int, Totals]:
    """Return the totals of each section by its number, in one query for each of their depths."""
    totals: dict[str, Totals] = {}
    for depth in sorted({page.depth for page in sections}):
        rows = (
            offered_below(index)
            .order_by()
            .annotate(section=Substr("path", 1, depth * Page.steplen))
        )
        for path, number, updated in rows.values_list("section").annotate(
            Count("pk"), Max("last_published_at")
        ):
            totals[path] = Totals(number, updated)
    return {page.pk: totals.get(page.path, Totals(0, None)) for page in sections}


def search(index: Page, words: str) -> OfferedQuerySet:
    """Return what the index finds and may be offered; the newest first, at most `MOST_FOUND`."""
    numbers: list[int] = []
    for model in (IssuePage, BookPage):
        # Search backends read plain filters only; what may be offered is asked afterwards.
        results = model.objects.descendant_of(index).live().search(words)
        numbers += [page.pk for page in results[:MOST_FOUND]]
    return offered_below(index).filter(pk__in=numbers)


def load(pages: list[Page]) -> list[PublicationPage]:
    """Return issues and books in the order of their pages, with all that a feed prints.

    The number of queries doesn't depend on how many there are.
    """
    numbers = [page.pk for page in pages]
    found: dict[int, PublicationPage] = {}
    for model in (IssuePage, BookPage):
        rows: QuerySet = model.objects.with_document().select_related("locale")
        found |= rows.in_bulk(numbers)
    publications = [found[number] for number in numbers if number in found]
    _attach_series([page for page in publications if isinstance(page, IssuePage)])
    attach_covers(publications)
    return publications


def _attach_series(issues: list[IssuePage]) -> None:
    """Read the series of issues together, in one query."""
    above = {issue.path[: -Page.steplen] for issue in issues}
    series = {page.path: page for page in SeriesPage.objects.filter(path__in=above)}
    for issue in issues:
        issue.series = series.get(issue.path[: -Page.steplen])
