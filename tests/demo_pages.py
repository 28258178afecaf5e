"""Opens the demo city's pages with Django's client and takes them apart for tests."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

ORIGIN = "http://testserver"
# Attributes that name something a browser, reader or crawler fetches.
REFERENCES = {
    *("href", "src", "poster", "action", "data-full", "data-account", "data-src"),
    *("data-permalink", "data-copy-url", "data-visit-href"),
}
# Tags inside a line of text; all others end one.
INLINE = r"a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u"


class PageReader(HTMLParser):
    """Collects what tests ask of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.references: set[str] = set()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data_blocks: list[str] = []
        self._data: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if found.get("type") == "application/ld+json":
            self._data = []
        if tag not in {"form"} or found.get("method", "get").lower() == "get":
            self.references |= {value for name in REFERENCES if (value := found.get(name))}
        for candidate in (found.get("srcset") or "").split(","):
            self.references |= set(candidate.split()[:1])

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self.data_blocks.append("".join(self._data))
            self._data = None

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """Return the attributes of all elements of these names."""
        return [attributes for tag, attributes in self.elements if tag in tags]


@dataclass
class Answer:
    """What came back for an address."""

    url: str
    status: int
    headers: dict[str, str]
    cookies: list[str]
    body: str = field(repr=False)

    @property
    def reader(self) -> PageReader:
        """The document taken apart."""
        return PageReader(self.body)

    @property
    def words(self) -> str:
        """The words of the main part, as they are read: one line, plain quotes."""
        main = re.search(r"<main\b.*</main>", self.body, re.DOTALL)
        text = re.sub(r"<(script|style|template)\b.*?</\1>", " ", main[0], flags=re.DOTALL)
        text = re.sub(rf"</?(?:{INLINE})\b[^>]*>", "", text)
        return plain(unescape(re.sub(r"<[^>]+>", " ", text)))

    def data(self) -> Iterator[dict[str, Any]]:
        """Yield the descriptions for machines (JSON-LD)."""
        for block in self.reader.data_blocks:
            yield json.loads(block)


def plain(text: str) -> str:
    """Return a text with simple quotes and single spaces, without marks at its ends."""
    for typographic, simple in (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("…", "...")):
        text = text.replace(typographic, simple)
    return " ".join(text.split())


def get(client: Client, url: str, **headers: str) -> Answer:
    """Open an address, and read the answer to its end."""
    response = client.get(url, headers=headers)
    body = response.getvalue()
    is_text = response.headers.get("Content-Type", "").startswith(("text/", "application/"))
    is_pdf = "pdf" in response.headers.get("Content-Type", "")
    return Answer(
        url,
        response.status_code,
        dict(response.headers),
        list(response.cookies),
        body.decode() if is_text and not is_pdf else "",
    )


def internal(reference: str, page_url: str) -> str | None:
    """Return a reference as path and query if it leads to this portal, else None."""
    absolute = urldefrag(urljoin(f"{ORIGIN}{page_url}", reference)).url
    if not absolute.startswith((f"{ORIGIN}/", f"{ORIGIN}?")):
        return None
    return absolute.removeprefix(ORIGIN)


def leads_somewhere(client: Client, url: str) -> bool:
    """Tell whether there is something at an internal address."""
    path = unquote(urlsplit(url).path)
    if path.startswith(settings.STATIC_URL):
        return finders.find(path.removeprefix(settings.STATIC_URL)) is not None
    if path.startswith(settings.MEDIA_URL):
        return get(client, url).status == 200
    return get(client, url).status in {200, 301, 302, 303, 307, 308}
