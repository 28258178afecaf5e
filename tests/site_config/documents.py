"""Documents for tests of their reading, serving and searching."""

from collections.abc import Iterable

from django.core.files.base import ContentFile
from wagtail.models import Page, ReferenceIndex

from site_config.document_index import index_documents
from site_config.document_reading import read_document
from site_config.models import SiteDocument
from tests.factories.site_config import SiteDocumentFactory


def stored(content: bytes, name: str = "plan.pdf", **fields: object) -> SiteDocument:
    """Return a stored document that nobody has read yet."""
    return SiteDocumentFactory(file=ContentFile(content, name=name), **fields)


def read(content: bytes, name: str = "plan.pdf", **fields: object) -> SiteDocument:
    """Return a stored document that has been read."""
    document = stored(content, name, **fields)
    read_document.func(document.pk)
    return SiteDocument.objects.get(pk=document.pk)


def link(page: Page, *documents: SiteDocument) -> None:
    """Let a page link to documents, as the references know it."""
    for document in documents:
        ReferenceIndex.objects.get_or_create(
            base_content_type=page.content_type.__class__.objects.get_for_model(Page),
            content_type=page.content_type,
            object_id=str(page.pk),
            to_content_type=page.content_type.__class__.objects.get_for_model(SiteDocument),
            to_object_id=str(document.pk),
            model_path="document",
            content_path="document",
            content_path_hash=ReferenceIndex._get_content_path_hash("document"),
        )
    index_documents.func()


def words_of(numbers: Iterable[int]) -> list[str]:
    """Return a page of words for each number, with one word that no other page has."""
    return [f"On page {number} of the plan stands kaleidoskop{number}." for number in numbers]
