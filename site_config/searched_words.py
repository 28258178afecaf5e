"""The words of a search: folded as readers type them, and marked where they are found."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Letters and digits of any script. Every other character only separates, so no sign has a
# meaning in a search: quotes, stars and brackets of the search engines are never passed on.
WORD = re.compile(r"[^\W_]+")
EMPTY_PARTS = re.compile(r"(?:, ?){2,}")
TERMS_AT_MOST = 16
TERM_LENGTH_AT_MOST = 64
# Shorter terms are found as whole words alone: "te" begins every tenth word of Albanian.
PREFIX_FROM = 3


def fold(text: str) -> str:
    """Return a text without accents and capitals, so that "Tirane" equals "Tiranë"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def terms(text: str) -> list[str]:
    """Return the words that are searched for, each once, as they were typed.

    Args:
        text: what somebody typed; words beyond the first sixteen are left out.
    """
    found: dict[str, str] = {}
    for word in WORD.findall(unicodedata.normalize("NFC", text)):
        found.setdefault(fold(word), word[:TERM_LENGTH_AT_MOST])
        if len(found) == TERMS_AT_MOST:
            break
    return list(found.values())


def mark(text: str, searched: Iterable[str]) -> SafeString:
    """Return a text as HTML with the words that were searched for in ``<mark>``.

    Everything is escaped first; only the marks themselves are markup.
    """
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in matches(text, searched):
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    pieces.append((text[end:], False))
    return format_html_join(
        "", "{}", ((_marked(piece) if marked else piece,) for piece, marked in pieces)
    )


def excerpt(text: str, searched: Iterable[str], length: int = 220) -> str:
    """Return the part of a text around the first word that was searched for.

    Args:
        text: plain text.
        searched: the terms; where none is found, the text's beginning is returned.
        length: about how many characters to return.
    """
    # The index joins the texts of a page by commas, also those of its empty fields.
    text = EMPTY_PARTS.sub(", ", " ".join(text.split()))
    if len(text) <= length:
        return text
    first, _end = next(_matches(text, searched), (0, 0))
    start = max(0, first - length // 3)
    stop = min(len(text), start + length)
    start = max(0, stop - length)
    if start and (space := text.find(" ", start, start + 40)) >= 0:
        start = space + 1
    if stop < len(text) and (space := text.rfind(" ", stop - 40, stop)) >= 0:
        stop = space
    return f"{'… ' if start else ''}{text[start:stop]}{' …' if stop < len(text) else ''}"


def matches(text: str, searched: Iterable[str]) -> list[tuple[int, int]]:
    """Return where words begin and end that a search for these terms finds."""
    return list(_matches(text, searched))


def _matches(text: str, searched: Iterable[str]) -> Iterator[tuple[int, int]]:
    folded = [fold(term) for term in searched]
    begins = tuple(term for term in folded if len(term) >= PREFIX_FROM)
    for match in WORD.finditer(text):
        word = fold(match[0])
        if word in folded or word.startswith(begins):
            yield match.span()


def _marked(piece: str) -> SafeString:
    return format_html("<mark>{}</mark>", piece)
