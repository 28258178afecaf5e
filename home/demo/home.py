"""The front pages: their sections, word for word those of the portal of 2014."""

from collections.abc import Mapping
from typing import Any

from home.blocks import HomeSectionsBlock
from home.demo.city import City
from home.demo.content.home import HOME
from home.demo.stories import raw_block, raw_list
from home.models import HomePage


def load(city: City) -> None:
    """Write the sections of each front page that has none yet."""
    for language in city.languages:
        front = city.home(language)
        if not isinstance(front, HomePage) or front.sections:
            continue
        front.title = city.text(HOME["title"], language)
        front.seo_title = city.text(HOME["seo_title"], language)
        front.search_description = city.text(HOME["seo_description"], language)
        front.summary = front.search_description
        front.sections = [
            raw_block(kind, SECTIONS[kind](city, words, language))
            for kind, words in HOME["sections"]
            if kind in HomeSectionsBlock.base_blocks
        ]
        front.save()


def _button(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    link = city.link(words, language)
    return {"text": city.text(words["label"], language), "place": _place(words), **link}


def _place(words: Mapping[str, Any]) -> str:
    return f"#{words['fragment']}" if "fragment" in words else ""


def _picture(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return city.picture_value(words, language)["picture"]


def _title(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        name: city.text(words.get(name, ""), language)
        for name in ("title", "lead")
        if name in words
    }


def _hero(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    slogans = [
        {
            "text": city.text(slogan["text"], language),
            "paint": slogan["paint"],
            "place": "",
            **city.link(slogan, language),
        }
        for slogan in words["slogans"]
    ]
    return {
        "slogans": raw_list(slogans),
        "drawing": words["drawing"],
        "drawing_alt": city.text(words["alt"], language),
        "picture": None,
    }


def _welcome(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        **_title(city, words, language),
        "text": city.rich(words["text"], language),
        "buttons": raw_list([_button(city, words["button"], language)]),
        "drawing": words["drawing"],
        "figure_value": words["figure"]["value"],
        "figure_text": city.text(words["figure"]["text"], language),
    }


def _media(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    video = city.find_page("video-lana", language)
    return {
        **_title(city, words, language),
        "buttons": raw_list(_button(city, button, language) for button in words["buttons"]),
        "video": video.pk if video is not None else None,
        "picture": _picture(city, words["picture"], language),
    }


def _figures(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    figures = [
        {
            "value": city.text(figure["value"], language),
            "unit": city.text(figure["unit"], language),
            "label": city.text(figure["label"], language),
            "source": city.text(figure["source"], language),
            "page": None,
            "address": "",
            "date": city.day(figure["date"]).isoformat(),
            "paint": figure["paint"],
        }
        for figure in words["figures"]
    ]
    return {**_title(city, words, language), "figures": raw_list(figures)}


def _projects(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    found = [city.find_page(key, language) for key in words["projects"]]
    return {
        **_title(city, words, language),
        "projects": raw_list(page.pk for page in found if page is not None),
    }


def _campaign(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    campaign, panel = city.find_page(words["campaign"], language), words["panel"]
    return {
        **_title(city, words, language),
        "campaign": campaign.pk if campaign is not None else None,
        "text": city.rich(words["text"], language),
        "button": city.text(words["button"]["label"], language),
        "picture": _picture(city, words["picture"], language),
        "panel_title": city.text(panel["title"], language),
        "panel_text": city.rich(panel["text"], language),
        "panel_paint": panel["paint"],
    }


def _news(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        **_title(city, words, language),
        "newsroom": None,
        "count": words["count"],
        "pinned_first": True,
    }


def _community(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {**_title(city, words, language), "count": 3}


def _publications(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {**_title(city, words, language), "shows": "collections"}


def _partners(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {**_title(city, words, language), "grouped": False}


def _gallery(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {**_title(city, words, language), "album": None, "count": 7}


SECTIONS = {
    "hero": _hero,
    "welcome": _welcome,
    "projects": _projects,
    "campaign": _campaign,
    "news": _news,
    "community": _community,
    "media": _media,
    "publications": _publications,
    "partners": _partners,
    "gallery": _gallery,
    "figures": _figures,
}
