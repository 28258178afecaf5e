"""Handbooks: files of ``docs/`` as pages, in the reader's language."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt
from markdown_it.token import Token

# Another handbook, as files link to each other: ``partners.sq.md``.
HANDBOOK_FILE = re.compile(r"(\w+)(?:\.\w+)?\.md")


class Handbook(NamedTuple):
    """A handbook as it is shown.

    Attributes:
        title: its first line.
        body: the rest as HTML.
        contents: its parts as pairs of fragment and words.
    """

    title: str
    body: SafeString
    contents: list[tuple[str, str]]


def handbooks_folder() -> Path:
    """Return where handbooks are kept."""
    return Path(settings.BASE_DIR) / "docs"


def read_handbook(name: str, address_of: Callable[[str], str] | None = None) -> Handbook | None:
    """Return a handbook in the reader's language, or in English; None where there is none.

    Args:
        name: of its file, without language and extension.
        address_of: tells where another handbook is read, by its name; without it, links to
            other handbooks stay as they are in the file.
    """
    folder = handbooks_folder()
    candidates = (folder / f"{name}.{get_language()}.md", folder / f"{name}.md")
    path = next((candidate for candidate in candidates if candidate.exists()), None)
    if path is None:
        return None
    title, text = split_title(path.read_text(encoding="utf-8"))
    body, contents = render_handbook(text, address_of)
    # Made from a file of this repository, with raw HTML switched off.
    return Handbook(title, mark_safe(body), contents)  # noqa: S308


def split_title(text: str) -> tuple[str, str]:
    """Part the title of a handbook from the rest: the page's header prints it, once."""
    first, _newline, rest = text.partition("\n")
    return (first[2:].strip(), rest) if first.startswith("# ") else ("", text)


def render_handbook(
    text: str, address_of: Callable[[str], str] | None = None
) -> tuple[str, list[tuple[str, str]]]:
    """Turn a handbook's Markdown (CommonMark with tables) into HTML.

    Args:
        text: the Markdown.
        address_of: as for `read_handbook`.

    Returns:
        The HTML, and its second-level headings as pairs of fragment and words.
    """
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    contents: list[tuple[str, str]] = []
    for position, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            words = _plain(tokens[position + 1])
            anchor = _fragment(words)
            token.attrSet("id", anchor)
            contents.append((anchor, words))
        for child in token.children or []:
            if child.type == "link_open" and address_of is not None:
                found = HANDBOOK_FILE.fullmatch(str(child.attrGet("href")))
                if found is not None:
                    child.attrSet("href", address_of(found[1]))
    return markdown.renderer.render(tokens, markdown.options, {}), contents


def _fragment(words: str) -> str:
    """Return the fragment of a heading as the places that show the files make it."""
    return re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or [])
