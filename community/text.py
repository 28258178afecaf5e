"""What members write: as it is stored, and made safe to show."""

import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape

import nh3
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

from community.errors import EmptyTextError, TitleTooLongError, TitleTooShortError
from community.mentions import split_at_names

SHORTEST_TITLE, LONGEST_TITLE = 5, 120

# A small Markdown: paragraphs, stress, lists, quotes and links. No headings, which would
# break the outline of the page, no pictures, which would call other servers, no raw HTML.
_RULES = ["paragraph", "list", "blockquote", "emphasis", "link", "autolink", "newline", "escape"]
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
# Control characters and what no letter is assigned to.
_HIDDEN = {"Cc", "Cs", "Co", "Cn"}
# Marks that turn the direction of what follows (Unicode TR 36 §2).
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKDOWN = MarkdownIt("zero", {"html": False, "breaks": True}).enable(_RULES)


def member_html(text: str, addresses: Mapping[str, str] | None = None) -> SafeString:
    """Return a member's text as HTML that can do no harm.

    Args:
        text: Markdown (CommonMark's paragraphs, emphasis, lists, quotes and links).
        addresses: where the names after an @ lead, by their `name_key`.

    Links carry ``rel="nofollow ugc noopener"``: they are the member's, not the city's.
    """
    tokens = _MARKDOWN.parse(text)
    if addresses:
        for inline, place in list(_own_words(tokens)):
            inline.children[place : place + 1] = _linked(inline.children[place], addresses)
    html = nh3.clean(
        _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}),
        tags=_TAGS,
        # "*": on every element; left out, it would let titles through.
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )
    # Safe, since nh3 has let nothing but these tags through.
    return SafeString(html)


def tidy_words(text: str) -> str:
    """Return words as they are stored: composed (NFC), without what can't be seen.

    Raises:
        EmptyTextError: nothing is left to read.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(
        sign
        for sign in text
        if sign in "\n\t" or (unicodedata.category(sign) not in _HIDDEN and sign not in _TURNING)
    ).strip()
    if not _can_be_read(text):
        raise EmptyTextError
    return text


def tidy_title(title: str) -> str:
    """Return a title as it is stored: the same, on one line.

    Raises:
        TitleTooShortError: it has too few signs, or none that can be read.
        TitleTooLongError: it has too many.
    """
    try:
        title = " ".join(tidy_words(title).split())
    except EmptyTextError as error:
        raise TitleTooShortError from error
    if len(title) < SHORTEST_TITLE:
        raise TitleTooShortError
    if len(title) > LONGEST_TITLE:
        raise TitleTooLongError
    return title


def _can_be_read(text: str) -> bool:
    return any(unicodedata.category(sign)[0] in "LNPS" for sign in text)


def own_words(text: str) -> list[str]:
    """Return the pieces of a member's text, line by line, that are neither quoted nor a link."""
    return [inline.children[place].content for inline, place in _own_words(_MARKDOWN.parse(text))]


def _own_words(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """Yield each piece of text outside quotes and links: its line, and its place in there.

    The last comes first, so that whoever puts more in its place moves none of the others.
    """
    quotes = 0
    for token in tokens:
        quotes += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if token.type != "inline" or quotes:
            continue
        links = 0
        for place in range(len(token.children) - 1, -1, -1):
            child = token.children[place]
            links += (child.type == "link_close") - (child.type == "link_open")
            if child.type == "text" and child.content and not links:
                yield token, place


def _linked(piece: Token, addresses: Mapping[str, str]) -> list[Token]:
    """Return a piece of text as tokens, with links around the names."""
    tokens: list[Token] = []
    for words, address in split_at_names(piece.content, addresses):
        text = Token("text", "", 0, content=words)
        if address:
            link = Token("link_open", "a", 1, attrs={"href": address})
            tokens += [link, text, Token("link_close", "a", -1)]
        else:
            tokens.append(text)
    return tokens


def plain_text(markup: str) -> str:
    """Return what readers see of safe HTML, as text on one line.

    It is text again, with signs such as ``<`` in it, and is escaped wherever it is shown.
    """
    return " ".join(unescape(strip_tags(markup)).split())
