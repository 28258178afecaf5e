"""The links that a page holds, in rich text and in blocks, as its editor has stored them."""

import json
import re
from typing import NamedTuple

from wagtail.models import Page

# An address ends where the text or the attribute does.
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")
PAGE = re.compile(r"<a\b[^>]*>")
NUMBER = re.compile(r"\bid=\\*\"(\d+)\\*\"")
LINK_TYPE = re.compile(r"linktype=\\*\"page\\*\"")
# Signs that end a sentence rather than an address.
AFTER = ".,;:!?)"


class Links(NamedTuple):
    """Where a page leads.

    Attributes:
        addresses: absolute ones.
        pages: numbers of pages of the portal.
    """

    addresses: set[str]
    pages: set[int]


def links_of(page: Page) -> Links:
    """Return the links in a page's own fields.

    Args:
        page: as its own type.
    """
    text = json.dumps(page.serializable_data(), ensure_ascii=False, default=str)
    pages = {
        int(found.group(1))
        for anchor in PAGE.findall(text)
        if LINK_TYPE.search(anchor) and (found := NUMBER.search(anchor))
    }
    addresses = {found.rstrip(AFTER).replace("&amp;", "&") for found in ADDRESS.findall(text)}
    return Links(addresses, pages)
