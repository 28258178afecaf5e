"""What every format of references tells of an issue or a book."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.text import slugify

from publications.identifiers import isbn_13
from publications.structured_data import absolute

if TYPE_CHECKING:
    from publications.models.publication import PublicationPage


@dataclass(frozen=True)
class Creator:
    """Somebody who made a publication; an organisation has a family name alone."""

    family: str
    given: str = ""
    is_person: bool = True


@dataclass(frozen=True)
class Reference:
    """One publication; what is not known is empty.

    Attributes:
        is_issue: whether it is an issue of a periodical, else it is a book.
        key: a name for it in a list of references, of small letters and digits.
        title: of its own, without the series.
        series: the periodical that it is an issue of.
        day: of publication.
        extent: pages, as a number.
        url: of its page.
        file_url: of its PDF.
    """

    is_issue: bool
    key: str
    title: str
    creators: tuple[Creator, ...]
    day: date
    url: str
    series: str = ""
    volume: str = ""
    number: str = ""
    edition: str = ""
    publisher: str = ""
    place: str = ""
    issns: tuple[str, ...] = ()
    isbn: str = ""
    extent: str = ""
    languages: tuple[str, ...] = ()
    file_url: str = ""
    abstract: str = ""


def reference_of(page: "PublicationPage", request: HttpRequest | None) -> Reference:
    """Return what is known of an issue or a book."""
    series: Any = getattr(page, "series", None)
    imprint: Any = series or page
    creators = tuple(_creator(block.value) for block in page.authors)
    isbn = getattr(page, "isbn", "")
    title = one_line(getattr(page, "own_title", page.title))
    publisher = one_line(getattr(imprint, "publisher", ""))
    return Reference(
        is_issue=hasattr(page, "volume_year"),
        key=_key(creators[0].family if creators else publisher, page.date, title),
        title=title,
        creators=creators,
        day=page.date,
        url=page.get_full_url(request) or "",
        series=one_line(series.title) if series else "",
        volume=str(getattr(page, "volume_number", None) or ""),
        number=one_line(getattr(page, "number", "")),
        edition=one_line(getattr(page, "edition", "")),
        publisher=publisher,
        place=one_line(getattr(imprint, "place", "")),
        issns=tuple(series.issns) if series else (),
        isbn=isbn_13(isbn) if isbn else "",
        extent=str(page.extent or ""),
        languages=tuple(page.language_codes),
        file_url=absolute(page.document.url, page, request) if page.document else "",
        abstract=one_line(page.summary),
    )


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters, which no format can hold."""
    kept = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(kept.split())


def _creator(value: Any) -> Creator:
    """Take the last word of a person's name for the family name, as the title page has it."""
    name = one_line(value["name"])
    if value["kind"] != "person":
        return Creator(name, is_person=False)
    given, _space, family = name.rpartition(" ")
    return Creator(family, given)


def _key(name: str, day: date, title: str) -> str:
    words = [slugify(name).replace("-", ""), str(day.year)]
    words += [word for word in slugify(title).split("-") if len(word) > 3][:1]
    return "".join(words)
