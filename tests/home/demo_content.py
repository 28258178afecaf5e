"""Reads the words of the demo city as one whole, for the tests that judge them."""

import re
from datetime import date
from html.parser import HTMLParser

from home.demo.content.articles import ARTICLES, AUTHORS, CONTACTS, TOPICS
from home.demo.content.campaigns import CAMPAIGNS
from home.demo.content.documents import DOCUMENTS
from home.demo.content.events import EVENTS
from home.demo.content.home import HOME
from home.demo.content.navigation import FOOTER, IDENTITY, LEGAL_LINKS, MAIN_MENU, SECTIONS
from home.demo.content.pages import CONTACT_PAGE, FEEDS, STANDARD_PAGES
from home.demo.content.projects import PROJECTS

LANGUAGES = {"en", "sq"}
PICTURES = {
    *("blocks", "boulevard", "bus", "crossing", "dusk", "facade", "market", "mist"),
    *("night", "park", "parking", "planting", "rain", "river", "roofs", "square"),
}
PARTNERS = {"lana", "dajti", "rinia", "ura", "pisha", "kala", "zana", "agora"}
PAINTS = {
    *("saffron", "persimmon", "rose", "carmine", "lime"),
    *("park", "sky", "blue", "dajti", "night"),
}
EVERYTHING = {
    "articles": ARTICLES,
    "authors": AUTHORS,
    "campaigns": CAMPAIGNS,
    "contact": CONTACT_PAGE,
    "contacts": CONTACTS,
    "documents": DOCUMENTS,
    "events": EVENTS,
    "feeds": FEEDS,
    "footer": FOOTER,
    "home": HOME,
    "identity": IDENTITY,
    "legal": LEGAL_LINKS,
    "menu": MAIN_MENU,
    "pages": STANDARD_PAGES,
    "projects": PROJECTS,
    "sections": SECTIONS,
    "topics": TOPICS,
}
PAGES = (*ARTICLES, *CAMPAIGNS, *EVENTS, *PROJECTS, *SECTIONS, *STANDARD_PAGES, CONTACT_PAGE, HOME)
PAGE_KEYS = [page["key"] for page in PAGES]
# Summers, winters, a leap day and both ends of a week.
SOME_DAYS = [date(2026, 11, 22), date(2028, 2, 29), date(2027, 7, 5), date(2030, 12, 31)]


def walk(content, path=""):
    """Yield (path, value) for every mapping, sequence and leaf inside ``content``."""
    yield path, content
    if isinstance(content, dict):
        for name, value in content.items():
            yield from walk(value, f"{path}/{name}")
    elif isinstance(content, (list, tuple)):
        for number, value in enumerate(content):
            yield from walk(value, f"{path}/{number}")


def is_translated(value):
    """Tell whether ``value`` is a text or a story in both languages."""
    return isinstance(value, dict) and bool(LANGUAGES & value.keys())


TRANSLATED = [(path, value) for path, value in walk(EVERYTHING) if is_translated(value)]
STORIES = [(path, value) for path, value in TRANSLATED if isinstance(value.get("en"), tuple)]
BLOCKS = [(path, *block) for path, story in STORIES for code in LANGUAGES for block in story[code]]
STRINGS = [(path, value) for path, value in walk(EVERYTHING) if isinstance(value, str)]


def plain(text):
    """Return ``text`` without tags, with plain quotes and single spaces."""
    text = re.sub(r"</(?:p|li)>", " ", text)
    text = re.sub(r"<[^>]+>", "", text)
    for typographic, simple in (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("…", "...")):
        text = text.replace(typographic, simple)
    return " ".join(text.split())


def words(content):
    """Count the words a reader sees in a story."""
    hidden = ("/picture", "/url", "/page", "/document")
    return sum(
        len(plain(value).split())
        for path, value in walk([value for _kind, value in content])
        if isinstance(value, str) and not path.endswith(hidden)
    )


class TagReader(HTMLParser):
    """Collects the tags of a rich text and complains where they don't close in order."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.open = set(), [], []
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open} in {html[:80]}"

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.open.append(tag)
        if tag == "a":
            assert [name for name, _value in attrs] == ["href"]
            self.links.append(dict(attrs)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


RICH_TEXTS = [(path, value) for path, value in STRINGS if value.startswith("<")]
LINKS = [(path, link) for path, value in RICH_TEXTS for link in TagReader(value).links]


def keys_of(value):
    """Return the keys of a mapping, and none for anything else."""
    return value.keys() if isinstance(value, dict) else set()


def number_in(text):
    """Return the first number of an English text, with its thousands."""
    return int(re.search(r"\d[\d,]*", text)[0].replace(",", ""))
