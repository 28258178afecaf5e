"""Publications as machines read them (schema.org, JSON-LD 1.1)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from publications.identifiers import isbn_13
from site_config.ready_pictures import ready_size

if TYPE_CHECKING:
    from publications.models import BookPage, IssuePage, SeriesPage
    from publications.models.publication import PublicationPage

Data = dict[str, Any]
AUTHOR_TYPES = {"person": "Person", "organisation": "Organization"}


def publication_issue(issue: "IssuePage", data: Data, request: HttpRequest | None) -> Data:
    """Return an issue as part of its volume, which is part of its periodical."""
    data |= {"@type": "PublicationIssue", "issueNumber": issue.number}
    data |= _publication(issue, request)
    series = issue.series
    if series is not None:
        whole: Data = _periodical(series, series.get_full_url(request))
        volume: Data = {"@type": "PublicationVolume", "isPartOf": whole}
        volume["datePublished"] = str(issue.volume_year)
        if issue.volume_number:
            volume["volumeNumber"] = issue.volume_number
        data["isPartOf"] = volume
        if series.publisher:
            data["publisher"] = {"@type": "Organization", "name": series.publisher}
    return data


def book(page: "BookPage", data: Data, request: HttpRequest | None) -> Data:
    """Return a book with its identifiers."""
    data |= {"@type": "Book", **_publication(page, request)}
    data.pop("pagination", None)
    for key, value in (
        ("isbn", isbn_13(page.isbn) if page.isbn else ""),
        ("bookEdition", page.edition),
        ("numberOfPages", page.extent),
    ):
        if value:
            data[key] = value
    if page.document:
        data["bookFormat"] = "https://schema.org/EBook"
    if page.publisher:
        data["publisher"] = {"@type": "Organization", "name": page.publisher}
    return data


def periodical(series: "SeriesPage", data: Data) -> Data:
    """Return a newsletter or a periodical."""
    data |= _periodical(series, data["url"])
    if series.editor:
        data["editor"] = {"@type": "Person", "name": series.editor}
    return data


def collection_page(data: Data) -> Data:
    """Return a page that holds publications."""
    return data | {"@type": "CollectionPage"}


def _periodical(series: "SeriesPage", url: str | None) -> Data:
    data: Data = {
        "@type": "Periodical",
        "@id": f"{url}#page",
        "url": url,
        "name": series.title,
        "inLanguage": series.languages.split(),
    }
    if series.issns:
        data["issn"] = series.issns
    if series.publisher:
        data["publisher"] = {"@type": "Organization", "name": series.publisher}
    return data


def _publication(page: "PublicationPage", request: HttpRequest | None) -> Data:
    data: Data = {"datePublished": page.date.isoformat(), "inLanguage": page.language_codes}
    if page.extent:
        data["pagination"] = f"1-{page.extent}"
    authors = [
        {"@type": AUTHOR_TYPES[block.value["kind"]], "name": block.value["name"]}
        for block in page.authors
    ]
    if authors:
        data["author"] = authors
    data["image"] = _cover(page, request)
    if page.document:
        data["encoding"] = {
            "@type": "MediaObject",
            "contentUrl": absolute(page.document.url, page, request),
            "encodingFormat": "application/pdf",
            "contentSize": str(page.document.get_file_size()),
        }
    parts = [_part(block.value) for block in page.contents]
    if parts:
        data["hasPart"] = parts
    return data


def _part(entry: Any) -> Data:
    part: Data = {"@type": "CreativeWork", "name": entry["title"]}
    if entry["page"]:
        part["pageStart"] = str(entry["page"])
    if entry["authors"]:
        part["author"] = entry["authors"]
    if entry["language"]:
        part["inLanguage"] = entry["language"]
    return part


def _cover(page: "PublicationPage", request: HttpRequest | None) -> str:
    picture = page.listing_image and ready_size(page.listing_image, "format-jpeg|width-960")
    if picture:
        return picture.full_url
    name = page.first_page_file() if page.shows_first_page else "cover.svg"
    return f"{page.get_full_url(request)}{name}"


def absolute(url: str, page: "PublicationPage", request: HttpRequest | None) -> str:
    """Return an address of the page's own site with its host; others stay as they are."""
    if "://" in url:
        return url
    parts = page.get_url_parts(request)
    return f"{parts[1]}{url}" if parts else url
