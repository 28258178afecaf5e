"""Links between the demo's pages, which are written by key before the pages exist.

In rich text ``href="page:KEY"`` means the demo page of that key in the same language,
``document:KEY`` a document and ``feed:KEY`` a feed. In a block a link to a page stands as
``{"page": None, "address": "page:KEY"}`` until the page is there.
"""

import re
from collections.abc import Callable
from typing import Any

ANCHOR = re.compile(r'<a href="(page|document|feed):([^"#]+)(#[^"]*)?">')
MARK = "page:"

# Takes a kind (page, document, feed) and a key; returns an id or an address, or None if unknown.
Lookup = Callable[[str, str], int | str | None]


def link_rich_text(html: str, lookup: Lookup) -> str:
    """Turn the keys of one rich text into Wagtail's links, as far as they are known."""

    def link(match: re.Match[str]) -> str:
        kind, key, _fragment = match.groups()
        target = lookup(kind, key)
        if target is None:
            return match[0]
        if isinstance(target, str):
            return f'<a href="{target}">'
        return f'<a linktype="{kind}" id="{target}">'

    return ANCHOR.sub(link, html)


def link_raw(value: Any, lookup: Lookup) -> Any:
    """Return the raw data of a stream with every known key resolved, at any depth."""
    if isinstance(value, str):
        return link_rich_text(value, lookup)
    if isinstance(value, list):
        return [link_raw(item, lookup) for item in value]
    if isinstance(value, dict):
        linked = {name: link_raw(item, lookup) for name, item in value.items()}
        address = value.get("address")
        if isinstance(address, str) and address.startswith(MARK):
            target = lookup("page", address.removeprefix(MARK))
            if target is not None:
                linked |= {"page": target, "address": ""}
        return linked
    return value


def unresolved(value: Any) -> set[str]:
    """Return the keys that a rich text or raw data still names."""
    if isinstance(value, str):
        keys = {f"{kind}:{key}" for kind, key, _fragment in ANCHOR.findall(value)}
        return keys | ({value} if re.fullmatch(r"page:[\w-]+", value) else set())
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return set().union(*(unresolved(item) for item in value))
    return set()
