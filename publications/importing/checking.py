"""What a row would become; nothing is written here."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db.models import Q
from wagtail.models import Locale, Page

from publications.identifiers import isbn_13, isbns_of, normalise_isbn
from publications.importing.sources import Row
from publications.languages import PublicationLanguage
from publications.models import BookPage, CollectionPage, IssuePage, SeriesPage
from publications.pdf import UnreadablePdfError, pages_in
from site_config.documents import check_document_content
from site_config.uploads import check_file_name

DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")


class RefusedRowError(Exception):
    """A row can't be imported; its text is a sentence that says why."""


@dataclass(frozen=True)
class Entry:
    """A row that can be imported.

    Attributes:
        page: the issue or the book, not saved, without its PDF.
        parent: where it will stand.
        path: of its PDF.
        key: what it is among all rows: two rows with one key are one publication.
    """

    page: IssuePage | BookPage
    parent: Page
    path: Path
    key: tuple[Any, ...]

    def twin(self) -> Page | None:
        """Return the publication that is there already, as a draft or published."""
        page = self.page
        if isinstance(page, IssuePage):
            issues = IssuePage.objects.child_of(self.parent)
            return issues.numbered(page.number, page.volume_year, page.volume_number).first()
        same = Q(title=page.title, date=page.date)
        if page.isbn:
            same |= Q(isbn__in=isbns_of(page.isbn))
        return BookPage.objects.child_of(self.parent).filter(same).first()


class Checker:
    """Checks rows against the publications of one language.

    Args:
        language: of the pages that will be made.
        collection: title or address of the collection of books for rows that name none.
        drawn_covers: the portal draws the covers, rather than show the first pages of the PDFs.
    """

    def __init__(self, language: str, collection: str = "", drawn_covers: bool = False) -> None:
        self.locale = Locale.objects.get(language_code=language)
        self.collection = collection
        self.drawn_covers = drawn_covers

    def check(self, row: Row) -> Entry:
        """Return what a row would become.

        Raises:
            RefusedRowError: it can't be imported.
        """
        if row["beyond"]:
            raise RefusedRowError(
                f"It has more values than there are columns: “{row['beyond']}”. "
                "Put values with the separator in them into quotes."
            )
        if row["unreadable"]:
            raise RefusedRowError(row["unreadable"])
        for column in ("title", "date", "file"):
            if not row[column]:
                raise RefusedRowError(f"The {column} is missing.")
        path = _file_of(row)
        shared: dict[str, Any] = {
            "title": row["title"],
            "date": _date_of(row["date"]),
            "authors": _authors_of(row["authors"]),
            "languages": _languages_of(row["languages"] or self.locale.language_code),
            "summary": row["summary"],
            "pages": _pages_of(path),
            "locale": self.locale,
            "cover_from_pdf": not self.drawn_covers,
        }
        entry = (self._issue if row["series"] else self._book)(row, path, shared)
        try:
            # Its place in the tree and its address come with its parent.
            entry.page.clean_fields(exclude=["path", "depth", "slug", "draft_title"])
            entry.page.validate_constraints()
        except ValidationError as error:
            raise RefusedRowError(sentence_of(error)) from error
        return entry

    def _issue(self, row: Row, path: Path, shared: dict[str, Any]) -> Entry:
        series = self._one(SeriesPage, row["series"], Q(issn=row["series"]), "series")
        if not row["number"]:
            raise RefusedRowError("An issue needs a number.")
        year = _whole(row["year"], "year") or shared["date"].year
        volume = _whole(row["volume"], "volume")
        page = IssuePage(number=row["number"], volume_number=volume, volume_year=year, **shared)
        return Entry(page, series, path, ("issue", series.pk, year, volume, row["number"]))

    def _book(self, row: Row, path: Path, shared: dict[str, Any]) -> Entry:
        named = row["collection"] or self.collection
        collection = self._collection(named)
        isbn = row["isbn"]
        if isbn:
            try:
                isbn = normalise_isbn(isbn)
            except ValidationError as error:
                raise RefusedRowError(sentence_of(error)) from error
        page = BookPage(
            isbn=isbn,
            edition=row["edition"],
            publisher=row["publisher"],
            place=row["place"],
            **shared,
        )
        name = isbn_13(isbn) if isbn else (row["title"], shared["date"])
        return Entry(page, collection, path, ("book", collection.pk, name))

    def _collection(self, named: str) -> CollectionPage:
        if named:
            return self._one(CollectionPage, named, Q(), "collection")
        books = CollectionPage.objects.filter(locale=self.locale, kind="books")
        if books.count() != 1:
            raise RefusedRowError(
                "It has no series, so it is a book; name its collection in the column "
                "“collection”, or with --collection."
            )
        return books.get()

    def _one(self, model: type[Any], named: str, further: Q, what: str) -> Any:
        """Find a page by its title or address, or by a further condition."""
        named_so = Q(title__iexact=named) | Q(slug__iexact=named) | further
        found = list(model.objects.filter(named_so, locale=self.locale)[:2])
        if len(found) != 1:
            many = "more than one" if found else "no"
            raise RefusedRowError(f"There is {many} {what} called “{named}” in this language.")
        return found[0]


def sentence_of(error: ValidationError) -> str:
    """Return what a form would tell, in one line, with the fields' names."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
    )


def _file_of(row: Row) -> Path:
    folder = row.folder.resolve()
    path = (folder / row["file"]).resolve()
    if not path.is_relative_to(folder):
        raise RefusedRowError("The file has to be in the folder of the list, or below it.")
    if not path.is_file():
        raise RefusedRowError(f"There is no file {row['file']}.")
    if path.stat().st_size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        megabytes = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE // 1024**2
        raise RefusedRowError(f"The file is larger than {megabytes} MB.")
    if path.suffix.lower() != ".pdf":
        raise RefusedRowError("The file is no PDF.")
    return path


def _pages_of(path: Path) -> int | None:
    try:
        with path.open("rb") as stream:
            check_file_name(path.name)
            check_document_content(File(stream, name=path.name))
        return pages_in(path)
    except (UnreadablePdfError, OSError) as error:
        raise RefusedRowError(str(error)) from error
    except ValidationError as error:
        raise RefusedRowError(sentence_of(error)) from error


def _date_of(text: str) -> date:
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    raise RefusedRowError(f"“{text}” is no date. Write it as 2014-03-28.")


def _whole(text: str, what: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= 32_767):
        raise RefusedRowError(f"The {what} is a whole number, not “{text}”.")
    return int(text)


def _languages_of(text: str) -> str:
    codes = text.replace(",", " ").replace(";", " ").lower().split()
    if unknown := [code for code in codes if code not in PublicationLanguage.values]:
        raise RefusedRowError(f"These are no codes of languages: {', '.join(unknown)}.")
    return " ".join(dict.fromkeys(codes))


def _authors_of(text: str) -> list[tuple[str, dict[str, str]]]:
    """Return authors from “Mira Çela; [Smart City Tirana]”: brackets mark an organisation."""
    names = [name.strip() for name in text.split(";") if name.strip()]
    authors = []
    for name in names:
        bare = name.removeprefix("[").removesuffix("]").strip()
        if not bare or len(bare) > 120:
            raise RefusedRowError(f"“{name[:40]}” is no name of an author.")
        kind = "organisation" if name.startswith("[") else "person"
        authors.append(("author", {"name": bare, "kind": kind}))
    return authors
