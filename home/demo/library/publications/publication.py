"""What the demo city knows about a publication.

Terms follow schema.org (`Periodical`, `PublicationVolume`, `PublicationIssue`, `Book`) and the
identifiers ISO 3297 (ISSN) and ISO 2108 (ISBN).
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from home.demo.library.words import Words


class Entry(NamedTuple):
    """A line of a table of contents; `page` counts the pages of the PDF from 1."""

    title: str
    page: int
    authors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article or chapter in the one language it was written in.

    `page` is where it begins in the PDF: the drawing code starts it there and refuses to go on
    if it does not fit. `picture` is the key of a picture, and `quote` a sentence set large.
    """

    title: str
    language: str
    page: int
    text: tuple[str, ...]
    authors: tuple[str, ...] = ()
    picture: str = ""
    quote: str = ""


@dataclass(frozen=True, kw_only=True)
class Collection:
    """A shelf of the portal: newsletters, books or periodicals."""

    key: str
    slug: Words
    title: Words
    text: Words
    paint: str


@dataclass(frozen=True, kw_only=True)
class Series:
    """A publication that appears in issues; `frequency` is `monthly` or `quarterly`."""

    key: str
    collection: str
    slug: Words
    title: Words
    text: Words
    issn: str
    frequency: str
    publisher: str


class Volume(NamedTuple):
    """A year of a series."""

    series: str
    number: int
    year: int


@dataclass(frozen=True, kw_only=True)
class Publication:
    """What an issue and a book have in common. `<key>.pdf` lies in `pdf/`.

    `cover_alt` is None when there is no cover file: then the first page of the PDF is the cover,
    or with `drawn_cover` one that the portal draws. The PDF is a reading edition; `printed_pages`
    is the extent on paper, where there is a printed one.
    """

    key: str
    title: Words
    summary: Words
    date: date
    authors: tuple[str, ...]
    languages: tuple[str, ...]
    pages: int
    articles: tuple[Article, ...]
    cover_alt: Words | None = None
    drawn_cover: bool = False
    printed_pages: int | None = None

    @property
    def contents(self) -> tuple[Entry, ...]:
        """Title, page and authors of each article, in order."""
        return tuple(Entry(part.title, part.page, part.authors) for part in self.articles)


@dataclass(frozen=True, kw_only=True)
class Issue(Publication):
    """One issue of a series; `number` is what is printed on the cover."""

    volume: Volume
    number: str


@dataclass(frozen=True, kw_only=True)
class Book(Publication):
    """A book on its own."""

    isbn: str
    edition: Words
    publisher: str


def prose(text: str) -> tuple[str, ...]:
    """Return the paragraphs of `text`, which blank lines divide, each on one line."""
    return tuple(" ".join(part.split()) for part in text.strip().split("\n\n"))
