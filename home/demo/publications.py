"""The publications of the demo city: three collections, two series, six issues and three books."""

from collections.abc import Iterable
from functools import partial
from io import BytesIO
from typing import IO, Any

from django.utils.html import format_html
from django.utils.text import slugify
from pypdf import PdfWriter
from pypdf.generic import NameObject
from wagtail.models import Page

from home.demo.assets import COVERS_COLLECTION
from home.demo.city import City
from home.demo.content.navigation import SECTIONS
from home.demo.library.publications import (
    BOOKS,
    COLLECTIONS,
    COVERS,
    ISSUES,
    PDF,
    PUBLICATIONS,
    SERIES,
    Article,
    Book,
    Collection,
    Issue,
    Publication,
    Series,
)
from home.demo.library.publications.supplements import SUPPLEMENTS
from home.demo.library.words import Words
from home.demo.stories import raw_block, raw_story
from publications.models import (
    BookPage,
    CollectionPage,
    IssuePage,
    PublicationIndexPage,
    SeriesPage,
)

PLACE = Words("Tirana", "Tiranë")
PUBLISHER = "Smart City Tirana"
# What can be read online, chapter by chapter.
EDITIONS = frozenset({"newsletter-12", "qyteti-2014-1", "book-lana"})
# A file as programs of those years made them: without tags, title or language.
UNTAGGED = "newsletter-10"


def load(city: City) -> None:
    """Make the whole branch in both languages, with PDFs and the covers that are given."""
    for publication in PUBLICATIONS.values():
        store_files(city, publication)
    for language in city.languages:
        index = _index(city, language)
        for collection in COLLECTIONS:
            _collection(city, index, collection, language)
        for series in SERIES:
            _series(city, series, language)
        for done, publication in enumerate(PUBLICATIONS.values(), start=1):
            if isinstance(publication, Issue):
                _issue(city, publication, language)
            elif isinstance(publication, Book):
                _book(city, publication, language)
            title = publication.title.in_language(language)
            city.say(f"{title} ({language})", done, len(ISSUES) + len(BOOKS))


def open_pdf(key: str) -> IO[bytes]:
    """Open the PDF of a publication."""
    path = PDF / f"{key}.pdf"
    if key != UNTAGGED:
        return path.open("rb")
    writer = PdfWriter(clone_from=path)
    for name in ("/StructTreeRoot", "/MarkInfo", "/Lang"):
        writer.root_object.pop(NameObject(name), None)
    writer.metadata = None
    stream = BytesIO()
    writer.write(stream)
    stream.seek(0)
    return stream


def store_files(city: City, publication: Publication) -> None:
    """Store the PDF of a publication, and its cover where there is one."""
    city.store_document(
        publication.key,
        partial(open_pdf, publication.key),
        title=publication.title.in_language(publication.languages[0]),
        collection=COVERS_COLLECTION,
        language=publication.languages[0],
    )
    for supplement in SUPPLEMENTS:
        if supplement.publication == publication.key:
            city.store_document(
                supplement.key,
                partial(BytesIO, supplement.content.encode()),
                title=supplement.title.in_language(publication.languages[0]),
                collection=COVERS_COLLECTION,
                language=publication.languages[0],
                suffix=supplement.suffix,
            )
    if publication.cover_alt is not None:
        city.store_picture(
            f"cover:{publication.key}",
            partial((COVERS / f"{publication.key}.jpg").open, "rb"),
            title=publication.title.sq,
            alt=publication.cover_alt.sq,
            collection=COVERS_COLLECTION,
        )


def _index(city: City, language: str) -> Page:
    section = next(section for section in SECTIONS if section["key"] == "publications")
    page = PublicationIndexPage(
        title=section["title"][language],
        slug=section["slug"][language],
        intro=format_html("<p>{}</p>", section["intro"][language]),
        summary=section["seo_description"][language],
        search_description=section["seo_description"][language],
        drawing="tile-media",
    )
    return city.add_page(city.home(language), page, "publications")


def _collection(city: City, index: Page, collection: Collection, language: str) -> Page:
    text = collection.text.in_language(language)
    page = CollectionPage(
        title=collection.title.in_language(language),
        slug=collection.slug.in_language(language),
        intro=format_html("<p>{}</p>", text),
        summary=text,
        kind=collection.key,
        paint=collection.paint,
        drawing="tile-media",
    )
    return city.add_page(index, page, collection.key)


def _series(city: City, series: Series, language: str) -> Page:
    text = series.text.in_language(language)
    page = SeriesPage(
        title=series.title.in_language(language),
        slug=series.slug.in_language(language),
        intro=format_html("<p>{}</p>", text),
        summary=text,
        frequency=series.frequency,
        languages="sq en",
        issn=series.issn,
        publisher=series.publisher,
        place=PLACE.in_language(language),
        drawing="tile-media",
    )
    return city.add_page(city.page(series.collection, language), page, series.key)


def _issue(city: City, issue: Issue, language: str) -> Page:
    page = IssuePage(
        volume_number=issue.volume.number,
        volume_year=issue.volume.year,
        number=issue.number,
        **_publication(city, issue, language),
    )
    return city.add_page(city.page(issue.volume.series, language), page, issue.key)


def _book(city: City, book: Book, language: str) -> Page:
    page = BookPage(
        isbn=book.isbn,
        edition=book.edition.in_language(language),
        publisher=book.publisher,
        place=PLACE.in_language(language),
        **_publication(city, book, language),
    )
    return city.add_page(city.page("books", language), page, book.key)


def _publication(city: City, publication: Publication, language: str) -> dict[str, Any]:
    """Return the fields that an issue and a book have in common."""
    cover = publication.cover_alt
    return {
        "title": publication.title.in_language(language),
        "slug": slugify(publication.title.in_language(language)),
        "summary": publication.summary.in_language(language),
        "date": publication.date,
        "authors": [
            raw_block(
                "author",
                {"name": name, "kind": "organisation" if name == PUBLISHER else "person"},
            )
            for name in publication.authors
        ],
        "languages": " ".join(publication.languages),
        "document": city.document(publication.key),
        "pages": publication.pages,
        "printed_pages": publication.printed_pages,
        "contents": _contents(publication.articles, language),
        "supplements": [
            raw_block(
                "supplement",
                {
                    "title": supplement.title.in_language(language),
                    "kind": supplement.kind,
                    "document": city.document(supplement.key).pk,
                    "language": "",
                },
            )
            for supplement in SUPPLEMENTS
            if supplement.publication == publication.key
        ],
        "chapters": _chapters(city, publication, language),
        "listing_image": city.picture(f"cover:{publication.key}") if cover else None,
        "listing_image_alt": cover.in_language(language) if cover else "",
        "cover_from_pdf": not publication.drawn_cover,
    }


def _chapters(city: City, publication: Publication, language: str) -> list[dict[str, Any]]:
    """Return the edition for reading online, of the publications that have one."""
    if publication.key not in EDITIONS:
        return []
    return [
        raw_block(
            "chapter",
            {
                "title": article.title,
                "authors": ", ".join(article.authors),
                "page": article.page,
                "language": "" if article.language == language else article.language,
                "story": raw_story(city, _story(article), article.language),
            },
        )
        for article in publication.articles
    ]


def _story(article: Article) -> list[tuple[str, Any]]:
    blocks: list[tuple[str, Any]] = [
        ("paragraph", format_html("<p>{}</p>", paragraph)) for paragraph in article.text
    ]
    if article.quote:
        blocks.insert(1, ("quote", {"text": article.quote}))
    return blocks


def _contents(articles: Iterable[Article], language: str) -> list[dict[str, Any]]:
    """Return the contents; titles in another language than the page's say which."""
    return [
        raw_block(
            "entry",
            {
                "title": article.title,
                "page": article.page,
                "authors": ", ".join(article.authors),
                "language": "" if article.language == language else article.language,
            },
        )
        for article in articles
    ]
