"""The shelf of publications."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.blocks.section import (
    Front,
    LeadBlock,
    NothingToShow,
    Pictures,
    SectionBlock,
    SectionTitleBlock,
)
from publications.models import BookPage, CollectionPage, IssuePage, PublicationIndexPage
from publications.shelves import newest_below
from site_config.blocks.choices import OptionBlock

ON_SHELF = 3


class PublicationsSection(SectionBlock):
    """A saffron wall: an introduction, and covers in a row."""

    pairs = wall = True

    title = SectionTitleBlock()
    lead = LeadBlock()
    shows = OptionBlock(
        label=_("Covers"),
        choices=[
            ("collections", _("The newest of each collection, leading to the collection")),
            ("latest", _("The newest publications, leading to each")),
        ],
        default="collections",
    )

    class Meta:
        icon = "doc-full"
        label = _("Publications")
        description = _("A shelf with the newest covers, always up to date by itself.")
        template = "home/sections/publications.html"
        preview_value = {
            "title": "Publications",
            "lead": "Visit our newsletters, books, periodicals.",
            "shows": "collections",
        }

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the newest publication of each collection, or the newest of all."""
        found = CollectionPage.objects.live().unrestricted()
        collections = list(found.filter(locale_id=front.page.locale_id).order_by("path"))
        if value["shows"] == "latest":
            newest = _newest_below(collections, ON_SHELF)
            shelf = [(None, publication) for publication in newest]
        else:
            # One for each collection; a collection stands where its own path begins the page's.
            newest = _newest_below(collections, 1)
            first = {
                page.pk: publication
                for page in collections
                for publication in reversed(newest)
                if publication.path.startswith(page.path)
            }
            shelf = [(page, first[page.pk]) for page in collections if page.pk in first]
        if not shelf:
            raise NothingToShow(gettext("no publication is published."))
        pictures.want([publication for _page, publication in shelf[:ON_SHELF]])
        return {"index": front.index(PublicationIndexPage), "shelf": shelf[:ON_SHELF]}


def _newest_below(collections: list[CollectionPage], number: int) -> list[Any]:
    """Return the newest publications below each collection, the newest of all first.

    Their pictures are not read: all sections of the page read theirs together.
    """
    if not collections:
        return []
    depth, locale = collections[0].depth, collections[0].locale_id
    found = [
        publication
        for model in (IssuePage, BookPage)
        for publication in newest_below(model.objects.all(), depth, number, locale_id=locale)
        if any(publication.path.startswith(page.path) for page in collections)
    ]
    return sorted(found, key=lambda page: (page.date, page.pk), reverse=True)
