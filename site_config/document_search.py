"""Search inside documents: a word is found on a page, and the page is opened.

What may be found is asked of the database at each search, so that an index which has fallen
behind shows no draft, nothing restricted and nothing of a private collection.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from site_config.document_access import public_documents
from site_config.findable import FindableRows, Found
from site_config.models import DocumentPage, SiteDocument
from site_config.models.tree import TreeQuerySet
from site_config.searched_words import excerpt, mark, matches, terms


class PageHit(NamedTuple):
    """A page of one document on which all words were found.

    Attributes:
        number: which page, counted from the first of the file.
        url: opens the document there, in viewers that know such an address.
        text: the words around, as HTML with the found ones marked.
    """

    number: int
    url: str
    text: SafeString


def page_url(document: SiteDocument, number: int) -> str:
    """Return the address that opens a PDF at a page (RFC 8118 §3)."""
    return f"{document.url}#page={number}"


def search_document(document: SiteDocument, words: str, limit: int) -> list[PageHit]:
    """Return the pages of one document that have all the words, in their order.

    Who may read the document is asked by the caller.

    Args:
        document: the document.
        words: what a reader typed.
        limit: how many pages at most.
    """
    searched = terms(words)
    if not searched:
        return []
    pages = DocumentPage.objects.filter(document=document).order_by("number")
    if document.is_indexed:
        found: Iterable[DocumentPage] = get_search_backend().search(
            " ".join(searched), pages, operator="and", order_by_relevance=False
        )[:limit]
    else:
        # The index holds what is for everybody; whoever may read this one finds words in it too.
        having = (
            page
            for page in pages.iterator(50)
            if all(matches(page.text, [term]) for term in searched)
        )
        found = islice(having, limit)
    return [
        PageHit(
            page.number,
            page_url(document, page.number),
            mark(excerpt(page.text, searched), searched),
        )
        for page in found
    ]


def find_pages(language: str | None) -> QuerySet[DocumentPage]:
    """Return the pages of documents that pages of a language link to, for anybody to read."""
    public = public_documents(language).order_by()
    pages = DocumentPage.objects.filter(document__in=public.values("pk"))
    return pages.select_related("document")


def describe_pages(rows: Iterable[DocumentPage]) -> list[Found]:
    """Return pages of documents by the page of the portal that links to them."""
    found = list(rows)
    wholes = _wholes({row.document for row in found})
    described = []
    for row in found:
        document = row.document
        whole = wholes.get(document.pk)
        described.append(
            Found(
                title=whole.title if whole else document.title,
                text=row.text,
                url=page_url(document, row.number),
                author="",
                date=_date(whole, document),
                language=document.known_language,
                part=_("page %(number)d") % {"number": row.number},
                whole=whole.title if whole else "",
                whole_url=(whole.url or "") if whole else "",
                document=document,
            )
        )
    return described


def findable() -> list[FindableRows]:
    """Return the one kind."""
    return [
        FindableRows(
            key="pdf-page",
            label=gettext_lazy("Pages of PDFs"),
            one=gettext_lazy("PDF"),
            heading=gettext_lazy("Inside publications and documents"),
            find=find_pages,
            newest_first=("-document_id", "number"),
            describe=describe_pages,
            template="site_config/search/document_page.html",
            paint="saffron",
        )
    ]


def _wholes(documents: Iterable[SiteDocument]) -> dict[int, Page]:
    """Return for each document a public page that links to it, in the reader's language if any."""
    keys = [str(document.pk) for document in documents]
    kinds = ContentType.objects.get_for_models(Page, SiteDocument)
    references = ReferenceIndex.objects.filter(
        base_content_type=kinds[Page], to_content_type=kinds[SiteDocument], to_object_id__in=keys
    ).order_by()
    links = {
        (int(document), int(page))
        for document, page in references.values_list("to_object_id", "object_id")
    }
    pages = TreeQuerySet(Page).live().unrestricted().select_related("locale")
    public = pages.in_bulk({page for _document, page in links})
    code = get_language()
    wholes: dict[int, Page] = {}
    # The language first, then the oldest page: a publication is older than what mentions it.
    for document, key in sorted(links, key=lambda link: link[1]):
        page = public.get(key)
        if page is None:
            continue
        known = wholes.get(document)
        if known is None or (
            page.locale.language_code == code and known.locale.language_code != code
        ):
            wholes[document] = page
    return wholes


def _date(whole: Page | None, document: SiteDocument) -> datetime:
    return (whole and whole.first_published_at) or document.created_at
