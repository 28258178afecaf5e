"""The demo's newsletter by mail: it was sent long ago, so loading it mails nobody."""

from collections.abc import Mapping
from typing import Any

from home.demo.city import City
from home.demo.library.newsletters import EDITIONS, NEWSLETTER
from home.demo.stories import raw_block, raw_list
from publications.models import NewsletterEditionPage, NewsletterPage


def load(city: City) -> None:
    """Write the newsletter and its editions in both languages."""
    for language in city.languages:
        page = NewsletterPage(
            title=city.text(NEWSLETTER["title"], language),
            slug=city.text(NEWSLETTER["slug"], language),
            intro=city.text(NEWSLETTER["intro"], language),
            summary=city.text(NEWSLETTER["summary"], language),
            drawing="tile-media",
        )
        city.add_page(city.page("newsletters", language), page, NEWSLETTER["key"])
        for edition in EDITIONS:
            _edition(city, edition, language)
    city.say("The newsletter by mail", 1, 1)


def _edition(city: City, words: Mapping[str, Any], language: str) -> None:
    page = NewsletterEditionPage(
        title=city.text(words["title"], language),
        slug=city.text(words["slug"], language),
        summary=city.text(words["summary"], language),
        date=city.day(words["date"]),
        body=[
            raw_block(kind, _value(city, kind, value, language)) for kind, value in words["body"]
        ],
        drawing="tile-media",
    )
    city.add_page(city.page(NEWSLETTER["key"], language), page, words["key"])


def _value(city: City, kind: str, value: Any, language: str) -> Any:
    match kind:
        case "stories":
            title, keys = value
            pages = raw_list(city.page(key, language).pk for key in keys)
            return {"title": city.text(title, language), "pages": pages}
        case "call_to_action":
            text, key = value
            page = city.page(key, language).pk
            return {"text": city.text(text, language), "page": page, "address": ""}
        case "quote":
            return {name: city.text(part, language) for name, part in value.items()}
        case _:
            return city.text(value, language)
