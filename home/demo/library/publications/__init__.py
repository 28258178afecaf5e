"""Nine publications of the demo city: two series in volumes and issues, and three books.

`PUBLICATIONS` holds issues and books by key; each has its `pdf/<key>.pdf`, and those with a
`cover_alt` a `covers/<key>.jpg`.
"""

from pathlib import Path

from . import (
    book_lana,
    book_painted,
    book_walking,
    newsletter_10,
    newsletter_11,
    newsletter_12,
    qyteti_2013_3,
    qyteti_2013_4,
    qyteti_2014_1,
)
from .publication import (
    Article,
    Book,
    Collection,
    Entry,
    Issue,
    Publication,
    Series,
    Volume,
)
from .series import COLLECTIONS, NEWSLETTER_2014, QYTETI_2013, QYTETI_2014, SERIES

PDF = Path(__file__).resolve().parent.parent / "pdf"
COVERS = Path(__file__).resolve().parent.parent / "covers"
COVER_SIZE = (840, 1188)

VOLUMES: tuple[Volume, ...] = (NEWSLETTER_2014, QYTETI_2013, QYTETI_2014)
ISSUES: tuple[Issue, ...] = (
    newsletter_10.ISSUE,
    newsletter_11.ISSUE,
    newsletter_12.ISSUE,
    qyteti_2013_3.ISSUE,
    qyteti_2013_4.ISSUE,
    qyteti_2014_1.ISSUE,
)
BOOKS: tuple[Book, ...] = (book_painted.BOOK, book_lana.BOOK, book_walking.BOOK)
PUBLICATIONS: dict[str, Publication] = {item.key: item for item in (*ISSUES, *BOOKS)}

__all__ = [
    "BOOKS",
    "COLLECTIONS",
    "COVERS",
    "COVER_SIZE",
    "ISSUES",
    "PDF",
    "PUBLICATIONS",
    "SERIES",
    "VOLUMES",
    "Article",
    "Book",
    "Collection",
    "Entry",
    "Issue",
    "Publication",
    "Series",
    "Volume",
]
