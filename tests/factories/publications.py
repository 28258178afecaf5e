"""Collections, series, issues and books for tests."""

import json
from datetime import date
from io import BytesIO

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from pypdf import PdfWriter

from publications.models import (
    BookPage,
    CollectionPage,
    IssuePage,
    NewsletterEditionPage,
    NewsletterPage,
    PublicationIndexPage,
    SeriesPage,
)
from site_config.models import SiteDocument
from tests.factories.site_config import SiteDocumentFactory


def pdf(pages: int = 3, password: str = "") -> bytes:
    """Return a PDF of empty pages; with a password it opens with that alone."""
    writer = PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=420, height=594)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def contents(*entries: tuple[str, int | None]) -> str:
    """Return a table of contents as a stream field stores it, of titles and pages."""
    blank = {"authors": "Ilir Dervishi", "language": ""}
    return json.dumps(
        [
            {"type": "entry", "value": {"title": title, "page": page, **blank}}
            for title, page in entries
        ]
    )


def chapters(*titles: str) -> str:
    """Return an edition as a stream field stores it: a chapter with a paragraph for each title.

    The first begins on page 1 of the PDF, the second on page 2.
    """
    return json.dumps(
        [
            {
                "type": "chapter",
                "value": {
                    "title": title,
                    "authors": "Mira Çela",
                    "page": number,
                    "language": "",
                    "story": [
                        {"type": "paragraph", "value": f"<p>Fjala lulekuqe{number} rri këtu.</p>"}
                    ],
                },
            }
            for number, title in enumerate(titles, 1)
        ]
    )


def authors(*names: str) -> str:
    """Return persons as a stream field stores them."""
    return json.dumps(
        [{"type": "author", "value": {"name": name, "kind": "person"}} for name in names]
    )


def supplements(*files: tuple[str, SiteDocument]) -> str:
    """Return supplements as a stream field stores them, of titles and documents."""
    return json.dumps(
        [
            {
                "type": "supplement",
                "value": {"title": title, "kind": "data", "document": file.pk, "language": ""},
            }
            for title, file in files
        ]
    )


class PdfFactory(SiteDocumentFactory):
    """A PDF; ``pages`` says how many it has."""

    class Params:
        pages = 3

    title = factory.Sequence(lambda number: f"File {number}")
    file = factory.LazyAttribute(lambda made: ContentFile(pdf(made.pages), name="file.pdf"))


class _PublicationPageFactory(wagtail_factories.PageFactory):
    class Meta:
        abstract = True

    locale = factory.LazyAttribute(lambda made: made.parent.locale if made.parent else None)


class PublicationIndexPageFactory(_PublicationPageFactory):
    """The front page of the publications; give it a ``parent``, whose language it takes."""

    class Meta:
        model = PublicationIndexPage

    title = "Botime"
    slug = "botime"


class CollectionPageFactory(_PublicationPageFactory):
    """A collection of periodicals; pass ``kind`` for others."""

    class Meta:
        model = CollectionPage

    title = factory.Sequence(lambda number: f"Collection {number}")
    kind = "periodicals"


class SeriesPageFactory(_PublicationPageFactory):
    """A quarterly with an ISSN."""

    class Meta:
        model = SeriesPage

    title = "Qyteti"
    slug = factory.Sequence(lambda number: f"qyteti-{number}" if number else "qyteti")
    frequency = "quarterly"
    languages = "sq en"
    issn = "2308-0140"
    publisher = "Smart City Tirana"
    place = "Tiranë"


class IssuePageFactory(_PublicationPageFactory):
    """A published issue; ``date`` and ``number`` say which."""

    class Meta:
        model = IssuePage

    title = factory.Sequence(lambda number: f"Qyteti: Theme {number}")
    summary = "What this issue is about."
    number = factory.Sequence(str)
    date = date(2014, 3, 28)
    volume_year = factory.LazyAttribute(lambda made: made.date.year)
    languages = "sq"


class BookPageFactory(_PublicationPageFactory):
    """A published book."""

    class Meta:
        model = BookPage

    title = factory.Sequence(lambda number: f"Book {number}")
    isbn = "9789928799920"
    date = date(2013, 4, 22)
    languages = "en"
    publisher = "Smart City Tirana"
    place = "Tiranë"


class NewsletterPageFactory(_PublicationPageFactory):
    """A newsletter that comes by mail."""

    class Meta:
        model = NewsletterPage

    title = "The city by mail"
    slug = factory.Sequence(lambda number: f"by-mail-{number}")


class NewsletterEditionPageFactory(_PublicationPageFactory):
    """A draft of an edition, with one paragraph."""

    class Meta:
        model = NewsletterEditionPage

    title = factory.Sequence(lambda number: f"Edition {number}")
    summary = "What happens in the city this week."
    live = False
    body = factory.LazyFunction(
        lambda: json.dumps([{"type": "paragraph", "value": "<p>Good <b>morning</b>.</p>"}])
    )
