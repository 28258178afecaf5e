"""Who speaks here, the menu and the footer: settings that both languages share."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from home.demo.city import FEEDS, City
from home.demo.content.navigation import FOOTER, IDENTITY, LEGAL_LINKS, MAIN_MENU
from home.demo.stories import raw_block, raw_list
from site_config.models import Footer, Identity, MainMenu


def load(city: City) -> None:
    """Fill the settings of the portal, unless staff have written them."""
    site, main = city.site, settings.LANGUAGE_CODE
    if not Identity.objects.filter(site=site).exists():
        Identity.objects.create(
            site=site,
            name=IDENTITY["name"],
            city=city.text(IDENTITY["city"], main),
            words=[
                raw_block(
                    "organisation", _words({"en": "Municipality of Tirana", "sq": "Bashkia Tiranë"})
                ),
                raw_block("description", _words(IDENTITY["description"])),
                raw_block("legal_line", _words(IDENTITY["legal"])),
            ],
            email=IDENTITY["email"],
            address=city.text(IDENTITY["address"], main),
            security_contact=IDENTITY["email"],
        )
    if not MainMenu.objects.filter(site=site).exists():
        items = _links(city, MAIN_MENU)
        MainMenu.objects.create(site=site, items=[raw_block("item", item) for item in items])
    if not Footer.objects.filter(site=site).exists():
        *columns, last = [(column["title"], list(column["links"])) for column in FOOTER]
        columns.append((last[0], [*last[1], *LEGAL_LINKS]))
        Footer.objects.create(
            site=site,
            columns=[
                raw_block(
                    "column", {"title": _words(title), "links": raw_list(_links(city, links))}
                )
                for title, links in columns
            ],
        )


def _words(value: Mapping[str, str]) -> dict[str, str]:
    return {code: value[code] for code, _name in settings.LANGUAGES}


def _links(city: City, links: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return menu entries whose pages exist; a menu never leads to a page that doesn't."""
    found = []
    for link in links:
        item = {"label": _words(link["label"]), "page": None, "address": "", "place": ""}
        key, place = link.get("page"), f"#{link['fragment']}" if "fragment" in link else ""
        if "feed" in link:
            key, place = FEEDS[link["feed"]]
        if "route" in link:
            with override(settings.LANGUAGE_CODE):
                found.append({**item, "address": reverse(link["route"])})
        elif page := city.find_page(key, settings.LANGUAGE_CODE):
            found.append({**item, "page": page.pk, "place": place})
    return found
