"""The pages of documents, with their words."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from site_config.models.documents import SiteDocument


class DocumentPage(index.Indexed, models.Model):
    """The words of one page of a PDF.

    Rows are written by the thousand and past the signals of models, so
    `site_config.document_reading` tells the search index of them by itself.
    """

    document = models.ForeignKey(
        SiteDocument,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="text_pages",
    )
    number = models.PositiveIntegerField(
        _("number"), help_text=_("Counted from the first page of the file.")
    )
    text = models.TextField(_("text"), blank=True)

    search_auto_update: ClassVar[bool] = False
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("text"),
        index.FilterField("document"),
        index.FilterField("number"),
    ]

    class Meta:
        verbose_name = _("page of a document")
        verbose_name_plural = _("pages of documents")
        ordering = ("document", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="pages_of_a_document_have_numbers_of_their_own"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="pages_are_counted_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}, {self.number}"

    @classmethod
    def get_indexed_objects(cls) -> "models.QuerySet[DocumentPage]":
        """Return the pages of documents that anybody may read, also when all is indexed anew."""
        return super().get_indexed_objects().filter(document__is_indexed=True)
