"""Lettering of drawn covers: the portal's own font as outlines.

A picture in a page may load nothing, no font either; so letters are drawn. Their outlines stand
in ``glyphs.json`` beside this module, written by ``home.demo.drawing.glyphs``.
"""

import json
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

GLYPHS = Path(__file__).resolve().parent / "glyphs.json"
ELLIPSIS = "…"
# How wide a letter is that the font lacks, in parts of its size: a careful guess.
FOREIGN_WIDTH, WIDE_WIDTH = 0.64, 1.0


class Letters(NamedTuple):
    """A font: its units per em, and for each letter its advance and its outline."""

    units: int
    glyphs: dict[str, tuple[int, str]]


class Setting(NamedTuple):
    """Words that have been broken into lines of one size, in units of the drawing."""

    size: float
    lines: list[str]


@cache
def letters() -> Letters:
    """Return the font, read once."""
    data = json.loads(GLYPHS.read_text(encoding="utf-8"))
    glyphs = {letter: (advance, outline) for letter, (advance, outline) in data["letters"].items()}
    return Letters(data["units"], glyphs)


def clean(text: str) -> str:
    """Return a text in composed form (NFC), with single spaces and nothing that XML refuses."""
    kept = (
        sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign)[0] != "C"
    )
    return " ".join("".join(kept).split())


def is_known(text: str) -> bool:
    """Whether the font has every letter of a text."""
    return all(sign in letters().glyphs for sign in text)


def width_of(text: str, size: float) -> float:
    """Return how far a line of text runs at a size, in units of the drawing."""
    font = letters()
    return sum(_advance(font, sign) for sign in text) * size


def _advance(font: Letters, sign: str) -> float:
    if sign in font.glyphs:
        return font.glyphs[sign][0] / font.units
    return WIDE_WIDTH if unicodedata.east_asian_width(sign) in "WF" else FOREIGN_WIDTH


def wrap(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines; a word that is wider than a line is broken where it has to be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width_of(line, size) > width:
            fitting = _longest_start(line, size, width)
            lines.append(line[:fitting])
            line = line[fitting:]
    return [*lines, line] if line else lines


def _longest_start(word: str, size: float, width: float) -> int:
    end = len(word)
    while end > 1 and width_of(word[:end], size) > width:
        end -= 1
    return end


def fit(text: str, width: float, sizes: Sequence[float], most_lines: int) -> Setting:
    """Set a text as large as it fits.

    Args:
        text: any text.
        width: of the lines, in units of the drawing.
        sizes: to be tried, the largest first.
        most_lines: how many lines it may take at most.

    Returns:
        The first size at which no word is broken and the lines suffice; else the smallest size,
        with an ellipsis where lines had to be left out.
    """
    text = clean(text)
    widest = max(text.split(), key=lambda word: width_of(word, 1), default="")
    for size in sizes:
        lines = wrap(text, size, width)
        if len(lines) <= most_lines and width_of(widest, size) <= width:
            return Setting(size, lines)
    lines = wrap(text, sizes[-1], width)
    if len(lines) > most_lines:
        lines = lines[:most_lines]
        last = lines[-1]
        while last and width_of(last + ELLIPSIS, sizes[-1]) > width:
            last = last[:-1]
        lines[-1] = last.rstrip(" ,.;:–-") + ELLIPSIS
    return Setting(sizes[-1], lines)
