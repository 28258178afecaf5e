"""Links to pages inside texts, whose addresses are read once and kept in the cache."""

from collections.abc import Iterable

from django.core.cache import cache
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from site_config.shell import CACHE_SECONDS, shell_version


def page_urls(ids: Iterable[int]) -> dict[int, str]:
    """Return the addresses of published pages in the reader's language, by primary key.

    Wagtail asks the database for them in each paragraph of a story. They are kept until a page
    is published, moved or taken down.
    """
    wanted = set(ids)
    prefix = f"site_config.page_url.{shell_version()}.{get_language()}."
    keys = {f"{prefix}{pk}": pk for pk in wanted}
    found = {keys[key]: url for key, url in cache.get_many(keys).items()}
    if missing := wanted - found.keys():
        pages = Page.objects.filter(pk__in=missing).defer_streamfields().specific()
        fresh = dict.fromkeys(missing, "")
        for page in pages:
            shown = page.localized
            fresh[page.pk] = (shown.url or "") if shown.live else ""
        cache.set_many({f"{prefix}{pk}": url for pk, url in fresh.items()}, CACHE_SECONDS)
        found |= fresh
    return found


class KeptPageLinkHandler(PageLinkHandler):
    """Writes links to pages; one whose page is not published keeps its words alone."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags of links.

        Args:
            attrs_list: what the editor stored of each link, with the page's key as ``id``.
        """
        ids = [_number(attrs.get("id")) for attrs in attrs_list]
        urls = page_urls(pk for pk in ids if pk)
        return [f'<a href="{escape(urls[pk])}">' if pk and urls[pk] else "<a>" for pk in ids]


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else 0
