"""Books: publications that stand alone."""

from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from publications.citations import cite_book
from publications.covers.drawing import CoverWords
from publications.fields import IsbnField
from publications.models.publication import (
    NEIGHBOURS_ON_SHELF,
    PublicationPage,
)
from publications.models.publication_queries import PublicationQuerySet
from publications.structured_data import book


class BookPage(PublicationPage):
    """A book with its ISBN, its edition and its publisher."""

    isbn = IsbnField(
        _("ISBN"),
        max_length=30,
        blank=True,
        help_text=_("As printed in the book, with or without hyphens."),
    )
    edition = models.CharField(
        _("edition"),
        max_length=80,
        blank=True,
        help_text=_("“Second edition, revised”. Leave empty for the first."),
    )
    publisher = models.CharField(_("publisher"), max_length=120, blank=True)
    place = models.CharField(
        _("place of publication"),
        max_length=80,
        blank=True,
        help_text=_("The publisher's town, for citations."),
    )

    objects = PageManager.from_queryset(PublicationQuerySet)()

    parent_page_types = ["publications.CollectionPage"]
    subpage_types: ClassVar[list[str]] = []
    og_type: ClassVar[str] = "book"
    page_description = _("A book with cover, ISBN, contents and PDF.")

    edit_handler = PublicationPage.tabs(
        [
            FieldRowPanel([FieldPanel("isbn"), FieldPanel("edition")], heading=_("Book")),
            FieldRowPanel([FieldPanel("publisher"), FieldPanel("place")], heading=_("Publisher")),
        ]
    )

    search_fields = [
        *PublicationPage.search_fields,
        index.SearchField("isbn"),
        index.SearchField("publisher"),
    ]

    override_translatable_fields = [
        *PublicationPage.override_translatable_fields,
        SynchronizedField("isbn", overridable=False),
        SynchronizedField("publisher"),
    ]

    class Meta:
        verbose_name = _("book")
        verbose_name_plural = _("books")
        indexes = [models.Index(fields=["-date"], name="book_by_date")]

    @property
    def card_note(self) -> str:
        """What a card prints below the title: “2013, 148 pages”."""
        if not self.extent:
            return str(self.date.year)
        pages = ngettext("%(count)d page", "%(count)d pages", self.extent)
        return f"{self.date.year}, {pages % {'count': self.extent}}"

    @cached_property
    def shelf(self) -> list[Self]:
        """Other books of the collection."""
        others = type(self).objects.sibling_of(self, inclusive=False)
        if self.collection is None:
            return list(others.for_shelf()[:NEIGHBOURS_ON_SHELF])
        return list(others.for_readers_of(self.collection)[:NEIGHBOURS_ON_SHELF])

    @property
    def cover_words(self) -> CoverWords:
        """The words on the drawn cover."""
        return CoverWords(
            style="book",
            language=self.locale.language_code,
            name=", ".join(self.author_names) or self.publisher,
            title=self.title,
            number="",
            day=self.date,
            key=str(self.translation_key),
        )

    @property
    def citation(self) -> str:
        """The book as others cite it (after ISO 690)."""
        return cite_book(self)

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the book to machines (schema.org Book)."""
        return book(self, super().structured_data(request), request)
