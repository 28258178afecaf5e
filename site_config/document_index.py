"""Which pages of documents the search index holds: those of documents that anybody may read.

A document becomes public, and ceases to be, by what happens to pages and collections far from it.
So the index is held against the database after each such change, and at every round of the timers;
whoever searches asks the database too (`site_config.document_search`).
"""

from django_tasks import task
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from site_config.document_access import public_documents
from site_config.models import DocumentPage, SiteDocument
from site_config.models.document_states import WITH_TEXT

PAGES_AT_ONCE = 200


@task()
def index_documents() -> None:
    """Put the words of public documents into the search index, and take out all others."""
    public = public_documents()
    gone = SiteDocument.objects.filter(is_indexed=True).exclude(pk__in=public.values("pk"))
    for document in gone.only("pk"):
        take_from_index(document)
    new = public.filter(is_indexed=False, reading_state__in=[*WITH_TEXT])
    for document in new.only("pk"):
        put_into_index(document)


def put_into_index(document: SiteDocument) -> None:
    """Add all pages of a document to the index, some hundred at once."""
    backend = get_search_backend()
    batch: list[DocumentPage] = []
    for page in document.text_pages.exclude(text="").iterator(PAGES_AT_ONCE):
        batch.append(page)
        if len(batch) == PAGES_AT_ONCE:
            backend.add_bulk(DocumentPage, batch)
            batch = []
    if batch:
        backend.add_bulk(DocumentPage, batch)
    SiteDocument.objects.filter(pk=document.pk).update(is_indexed=True)


def take_from_index(document: SiteDocument) -> None:
    """Remove all pages of a document from the index."""
    for page in document.text_pages.only("pk", "document").iterator(PAGES_AT_ONCE):
        index.remove_object(page)
    SiteDocument.objects.filter(pk=document.pk).update(is_indexed=False)
