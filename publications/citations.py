"""Publications as others cite them: one sentence with the elements of ISO 690."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext

if TYPE_CHECKING:
    from publications.models import BookPage, IssuePage
    from publications.models.publication import PublicationPage


def cite_issue(issue: "IssuePage") -> str:
    """Return an issue with series, volume, number, publisher, extent and ISSN."""
    series = issue.series
    publisher = series.publisher if series else ""
    number = gettext("no. %(number)s") % {"number": issue.number}
    place = [series.title if series else ""]
    if issue.volume_number:
        place.append(gettext("vol. %(volume)d") % {"volume": issue.volume_number})
    return _sentence(
        _creators(issue, publisher),
        issue.own_title,
        ", ".join(part for part in [*place, number] if part),
        _imprint(series.place if series else "", publisher),
        _extent(issue),
        f"ISSN {series.issns[0]}" if series and series.issns else "",
    )


def cite_book(book: "BookPage") -> str:
    """Return a book with edition, publisher, extent and ISBN."""
    return _sentence(
        _creators(book, book.publisher),
        book.title,
        book.edition,
        _imprint(book.place, book.publisher),
        _extent(book),
        f"ISBN {book.isbn}" if book.isbn else "",
    )


def _creators(publication: "PublicationPage", publisher: str) -> str:
    """Return those who made it, else its publisher, and the year."""
    names = ", ".join(publication.author_names) or publisher
    year = publication.date.year
    return f"{names} ({year})" if names else str(year)


def _imprint(place: str, publisher: str) -> str:
    return ": ".join(part for part in (place, publisher) if part)


def _extent(publication: "PublicationPage") -> str:
    pages = publication.extent
    if not pages:
        return ""
    return ngettext("%(count)d page", "%(count)d pages", pages) % {"count": pages}


def _sentence(*parts: str) -> str:
    """Join the parts with full stops, and don't double a stop that a part brings along."""
    ended = (part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts if part)
    return " ".join(ended)
