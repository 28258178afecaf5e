"""Questions that pages ask about publications."""

from typing import Self

from django.db import models
from wagtail.models import Page, PageManager

from site_config.document_access import in_open_collections
from site_config.models.pages import BasePageQuerySet


class PublicationQuerySet(BasePageQuerySet):
    """Publications as readers ask for them."""

    def newest_first(self) -> Self:
        """By the date of publication, the newest first."""
        return self.order_by("-date", "-pk")

    def for_listing(self) -> Self:
        """Published publications, the newest first, with everything a card prints."""
        return super().for_listing()._for_cards()

    def for_readers_of(self, place: Page) -> Self:
        """The same of those below a page, for whoever may read that page."""
        found = self.descendant_of(place).live().unrestricted(below=place)
        return found.with_listing_image()._for_cards()

    def for_shelf(self) -> Self:
        """What stands on a shelf: the same as a listing, under the name that shelves use."""
        return self.for_listing()

    def with_document(self) -> Self:
        """The same publications with their PDFs, and whether everybody may read those."""
        public = in_open_collections().filter(pk=models.OuterRef("document_id"))
        found = self.select_related("document")
        return found.annotate(document_is_public=models.Exists(public))

    def for_feed(self, place: Page) -> Self:
        """What is published below a page, the newest first, with everything its feed prints."""
        found = self.descendant_of(place).live().unrestricted(below=place).newest_first()
        return found.with_document().select_related("locale")

    def _for_cards(self) -> Self:
        return self.newest_first().with_document().defer("contents", "authors", "chapters")


PublicationManager = PageManager.from_queryset(PublicationQuerySet)
