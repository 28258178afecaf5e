"""Meta tags by which catalogues and reference managers take a publication in.

Highwire Press tags (``citation_…``), as scholarly search engines read them, and Dublin Core
(DCMI Metadata Terms, in HTML as of DC-HTML).
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from django.http import HttpRequest

from publications.identifiers import isbn_13
from publications.structured_data import absolute

if TYPE_CHECKING:
    from publications.models.publication import PublicationPage


class MetaTag(NamedTuple):
    """One ``meta`` element."""

    name: str
    content: str


def meta_tags(page: "PublicationPage", request: HttpRequest | None) -> list[MetaTag]:
    """Return the tags of an issue or a book; what is not known has none."""
    series: Any = getattr(page, "series", None)
    isbn = getattr(page, "isbn", "")
    publisher = series.publisher if series else getattr(page, "publisher", "")
    issns = series.issns if series else []
    pairs: list[tuple[str, Any]] = [
        ("citation_title", page.title),
        *(("citation_author", name) for name in page.author_names),
        ("citation_publication_date", page.date.strftime("%Y/%m/%d")),
        ("citation_journal_title", series.title if series else ""),
        ("citation_volume", getattr(page, "volume_number", "")),
        ("citation_issue", getattr(page, "number", "")),
        *(("citation_issn", number) for number in issns),
        ("citation_isbn", isbn_13(isbn) if isbn else ""),
        ("citation_publisher", publisher),
        *(("citation_language", code) for code in page.language_codes),
        ("citation_pdf_url", absolute(page.document.url, page, request) if page.document else ""),
        ("DC.title", page.title),
        *(("DC.creator", name) for name in page.author_names),
        ("DC.date", page.date.isoformat()),
        ("DC.publisher", publisher),
        *(("DC.identifier", f"urn:ISSN:{number}") for number in issns),
        ("DC.identifier", f"urn:ISBN:{isbn_13(isbn)}" if isbn else ""),
        *(("DC.language", code) for code in page.language_codes),
        ("DC.type", "Text"),
        ("DC.format", "application/pdf" if page.document else ""),
        ("DC.description", page.summary),
    ]
    return [MetaTag(name, str(content)) for name, content in pairs if content]
