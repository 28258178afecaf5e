"""Rich text as plain typing and back, so that a story can be changed without any script.

The marks are those of CommonMark that people know from mails: an empty line parts paragraphs,
``- `` and ``1. `` begin points, ``**bold**``, ``*italic*`` and ``[words](https://…)``. Whatever
else a text holds makes it one that only the city's editor changes: `to_markup` says so rather
than lose it.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag
from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKS = {"strong": "b", "em": "i"}
SCHEMES = {"http", "https", "mailto", "tel"}
# Links to pages and documents of the portal, as ``page:12`` and ``document:3``.
OWN_LINK = re.compile(r"(page|document):([1-9][0-9]{0,17})", re.ASCII)
# What would be read as a mark: not a line within a word, and not every ampersand.
SPECIAL = re.compile(r"([\\*\[\]]|(?<!\w)_|_(?!\w)|&(?=#?\w+;))")
STARTS_A_POINT = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(
        ["list", "emphasis", "link", "escape", "newline", "entity"]
    )
    # Which links are taken is decided below, with a sentence for whoever typed them.
    parser.validateLink = lambda _url: True
    parser.normalizeLink = str
    return parser


class NotPlainError(Exception):
    """A text holds something that can't be typed."""


def to_markup(html: str) -> str:
    """Return rich text as people would type it.

    Raises:
        NotPlainError: it would come back different.
    """
    blocks = [_block(node) for node in _children(BeautifulSoup(html, "html.parser"))]
    typed = "\n\n".join(block for block in blocks if block)
    try:
        back, _links = _render(typed)
    except ValidationError as error:
        raise NotPlainError from error
    if _plain(back) != _plain(html):
        raise NotPlainError
    return typed


def to_html(typed: str, *, known: Iterable[str] = ()) -> str:
    """Return what somebody typed as rich text of the portal.

    Args:
        typed: as the fields of the desk hold it.
        known: links to the portal's own rows that the text may hold, as `own_links` gives them.

    Raises:
        ValidationError: a link leads nowhere that we can follow.
    """
    html, links = _render(typed.replace("\r\n", "\n"))
    for link in links:
        if OWN_LINK.fullmatch(link) and link not in set(known):
            raise _bad_link(link)
    return html


def own_links(html: str) -> set[str]:
    """Return the links to pages and documents of the portal that a rich text holds."""
    links = (_target(link) for link in BeautifulSoup(html, "html.parser").find_all("a"))
    return {link for link in links if OWN_LINK.fullmatch(link)}


def _bad_link(link: str) -> ValidationError:
    return ValidationError(
        _("The link “%(link)s” leads nowhere. Begin it with https://."), params={"link": link[:100]}
    )


# From rich text ----------------------------------------------------------------------------


def _children(node: Tag) -> list[Tag]:
    """Return the elements in a node; blanks between them say nothing."""
    found = [child for child in node.children if isinstance(child, Tag) or str(child).strip()]
    if not all(isinstance(child, Tag) for child in found):
        raise NotPlainError
    return found


def _block(node: Tag) -> str:
    if node.name == "p":
        return "\n".join(_escape_start(line) for line in _inline(node).split("\n"))
    if node.name in {"ul", "ol"}:
        points = []
        for number, item in enumerate(_children(node), start=1):
            if item.name != "li":
                raise NotPlainError
            mark = "-" if node.name == "ul" else f"{number}."
            points.append(f"{mark} {_inline(item).replace(chr(10), ' ')}")
        return "\n".join(points)
    raise NotPlainError


def _inline(node: Tag) -> str:
    typed = ""
    for child in node.children:
        if isinstance(child, NavigableString):
            typed += SPECIAL.sub(r"\\\1", str(child).replace("\n", " "))
        elif not isinstance(child, Tag):
            raise NotPlainError
        elif child.name == "br":
            typed += "\n"
        elif child.name in {"b", "strong"}:
            typed += f"**{_inline(child)}**"
        elif child.name in {"i", "em"}:
            typed += f"*{_inline(child)}*"
        elif child.name == "a":
            typed += f"[{_inline(child)}]({_target(child)})"
        else:
            raise NotPlainError
    return typed


def _target(link: Tag) -> str:
    kind = link.get("linktype")
    return f"{kind}:{link.get('id', '')}" if kind else str(link.get("href", ""))


def _escape_start(line: str) -> str:
    return STARTS_A_POINT.sub(lambda found: _escaped_point(found[1], found[2]), line)


def _escaped_point(blank: str, mark: str) -> str:
    return f"{blank}{mark[:-1]}\\{mark[-1]}"


def _plain(html: str) -> str:
    """Return rich text in one spelling, without the editor's own marks."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        tag.attrs.pop("data-block-key", None)
        tag.name = MARKS.get(tag.name, tag.name)
    parts = [str(child).strip() for child in soup.children]
    return re.sub(r"\s+", " ", "".join(part for part in parts if part)).replace(" <", "<")


# To rich text ------------------------------------------------------------------------------


def _render(typed: str) -> tuple[str, list[str]]:
    html, links = "", []
    for token in _parser().parse(typed):
        if token.type == "inline":
            html += _render_inline(token.children or [], links)
        elif token.tag in {"ul", "ol", "li"} or (token.tag == "p" and token.level == 0):
            html += f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"
        elif token.tag == "p" and token.nesting < 0 and not token.hidden:
            html += " "  # A second paragraph in one point goes on in its line.
    return html.replace(" </li>", "</li>"), links


def _render_inline(tokens: list[Token], links: list[str]) -> str:
    html = ""
    for token in tokens:
        if token.type in {"text", "text_special"}:
            html += escape(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            html += "<br/>"
        elif token.tag in MARKS:
            html += f"<{'/' if token.nesting < 0 else ''}{MARKS[token.tag]}>"
        elif token.type == "link_open":
            html += _open_link(str(token.attrGet("href") or ""), links)
        elif token.type == "link_close":
            html += "</a>"
    return html


def _open_link(target: str, links: list[str]) -> str:
    links.append(target)
    if own := OWN_LINK.fullmatch(target):
        return f'<a id="{own[2]}" linktype="{own[1]}">'
    try:
        parts = urlsplit(target)
    except ValueError as error:
        raise _bad_link(target) from error
    if parts.scheme not in SCHEMES or (parts.scheme.startswith("http") and not parts.netloc):
        raise _bad_link(target)
    return f'<a href="{escape(target)}">'
