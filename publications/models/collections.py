"""The front page of the publications, and its collections."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from community.models import CommentsModeMixin
from publications.feeds import AtomFeed, RssFeed, feed_links
from publications.models.books import BookPage
from publications.models.issues import IssuePage
from publications.models.newsletters import NewsletterPage
from publications.models.publication import PublicationPage
from publications.models.series import SeriesPage
from publications.opds.routes import CatalogueMixin, catalogue_links
from publications.shelves import Shelf, attach_covers, fill_shelves, newest_below
from publications.structured_data import collection_page
from site_config.models.pages import IndexPage
from site_config.pagination import paginate
from site_config.paints import WALL_PAINTS, Paint

# How many publications of each collection stand on the front page.
ON_FRONT_SHELF = 3
# Addresses below the front page that are no collections.
RESERVED_SLUGS = frozenset({"feed", "opds", "opds2"})


class Kind(models.TextChoices):
    """What a collection holds."""

    NEWSLETTERS = "newsletters", _("Newsletters")
    BOOKS = "books", _("Books")
    PERIODICALS = "periodicals", _("Periodicals")


# One of each kind, for the tag above a title.
SINGULAR = {
    Kind.NEWSLETTERS: _("Newsletter"),
    Kind.BOOKS: _("Book"),
    Kind.PERIODICALS: _("Periodical"),
}
ALL_OF_A_KIND = {
    Kind.NEWSLETTERS: _("All newsletters"),
    Kind.BOOKS: _("All books"),
    Kind.PERIODICALS: _("All periodicals"),
}
COVER_STYLES = {
    Kind.NEWSLETTERS: "newsletter",
    Kind.BOOKS: "book",
    Kind.PERIODICALS: "periodical",
}


class PublicationIndexPage(CommentsModeMixin, CatalogueMixin, RoutablePageMixin, IndexPage):
    """The front page of the publications: a shelf for each collection."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["publications.CollectionPage"]
    page_description = _("All publications of the city, on a shelf for each collection.")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [TitleFieldPanel("title"), FieldPanel("intro"), *IndexPage.listing_panels],
                heading=_("Content"),
            ),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("list of publications")
        verbose_name_plural = _("lists of publications")

    def shelves(self) -> list[Shelf]:
        """The published collections in the editors' order, with what stands in front."""
        collections = CollectionPage.objects.child_of(self).live().unrestricted(below=self)
        return fill_shelves(list(collections.order_by("path")), ON_FRONT_SHELF, below=self)

    def publications(self, number: int) -> list[PublicationPage]:
        """Return the newest publications of all collections for a feed, with their PDFs.

        Args:
            number: how many at most.
        """
        newest: list[PublicationPage] = []
        for model in (IssuePage, BookPage):
            newest += model.objects.for_feed(self)[:number]
        return sorted(newest, key=lambda item: (item.date, item.pk), reverse=True)[:number]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the shelves and the feeds."""
        url = self.get_full_url(request) or ""
        return super().get_context(request, *args, **kwargs) | {
            "shelves": self.shelves(),
            "feeds": feed_links(self.title, url),
            "catalogues": catalogue_links(url),
        }

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the list to machines (schema.org CollectionPage)."""
        return collection_page(super().structured_data(request))

    def get_cached_paths(self) -> list[str]:
        """Name what shared caches keep below this page."""
        return ["/", "/feed/", "/feed/atom/", *self.catalogue_paths()]

    @path("feed/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """Serve the newest publications (RSS 2.0)."""
        return RssFeed(self)(request)

    @path("feed/atom/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """Serve the newest publications (Atom, RFC 4287)."""
        return AtomFeed(self)(request)


class CollectionPage(CommentsModeMixin, IndexPage):
    """One shelf: newsletters, books or periodicals."""

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        help_text=_("Says what readers find here, and how covers are drawn."),
    )
    paint = models.CharField(
        _("paint"),
        max_length=20,
        choices=[(paint.value, paint.label) for paint in Paint if paint in WALL_PAINTS],
        default=Paint.SAFFRON,
        help_text=_("The colour behind the shelf."),
    )

    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types = [
        "publications.SeriesPage",
        "publications.BookPage",
        "publications.NewsletterPage",
    ]
    page_description = _("A shelf for newsletters, books or periodicals.")
    card_template = "publications/includes/series_card.html"
    per_page = 24

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("intro"),
                    FieldPanel("kind"),
                    FieldPanel("paint"),
                    *IndexPage.listing_panels,
                ],
                heading=_("Content"),
            ),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    override_translatable_fields = [
        *IndexPage.override_translatable_fields,
        SynchronizedField("kind", overridable=False),
        SynchronizedField("paint", overridable=False),
    ]

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")

    def clean(self) -> None:
        """Keep the addresses of the feeds free.

        Raises:
            ValidationError: the slug is one of them.
        """
        super().clean()
        if self.slug in RESERVED_SLUGS:
            message = _("“%(slug)s” is an address of the publications themselves. Choose another.")
            raise ValidationError({"slug": message % {"slug": self.slug}})

    @property
    def singular(self) -> Any:
        """The name of one publication of this kind."""
        return SINGULAR[Kind(self.kind)]

    @property
    def all_label(self) -> Any:
        """The words of a link to the whole collection."""
        return ALL_OF_A_KIND[Kind(self.kind)]

    @property
    def cover_style(self) -> str:
        """How covers of this kind are drawn (see `publications.covers.drawing`)."""
        return COVER_STYLES[Kind(self.kind)]

    def series_shelves(self) -> list[tuple[SeriesPage, list[IssuePage]]]:
        """The published series, each with its newest issues."""
        found = SeriesPage.objects.child_of(self).live().unrestricted(below=self)
        series = list(found.order_by("path"))
        if not series:
            return []
        standing: dict[str, list[IssuePage]] = {page.path: [] for page in series}
        issues = IssuePage.objects.descendant_of(self)
        for issue in newest_below(issues, self.depth + 1, ON_FRONT_SHELF, below=self):
            row = standing.get(issue.path[: -Page.steplen])
            if row is not None:
                row.append(issue)
        attach_covers(issue for row in standing.values() for issue in row)
        return [(page, standing[page.path]) for page in series]

    def newsletters(self) -> list[NewsletterPage]:
        """The published newsletters that come by mail."""
        found = NewsletterPage.objects.child_of(self).live().unrestricted(below=self)
        return list(found.order_by("path"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the series, the newsletters and the books."""
        page_obj = paginate(
            request, BookPage.objects.child_of(self).for_readers_of(self), self.per_page
        )
        url = self.get_full_url(request) or ""
        return super().get_context(request, *args, **kwargs) | {
            "series_shelves": self.series_shelves() if page_obj.number == 1 else [],
            "newsletters": self.newsletters() if page_obj.number == 1 else [],
            "page_obj": page_obj,
            "books": page_obj.object_list,
            "canonical_url": f"{url}?page={page_obj.number}" if page_obj.number > 1 else url,
        }

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the collection to machines (schema.org CollectionPage)."""
        return collection_page(super().structured_data(request))
