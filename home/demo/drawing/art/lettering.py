"""Lettering as outlines, so that a drawing needs no font where it is shown."""

from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_font_file = Path()


def use_font(path: Path) -> None:
    """Take the lettering from a variable font with a weight axis (WOFF2, OpenType)."""
    global _font_file
    _font_file = path
    _weight.cache_clear()


@cache
def _weight(weight: int) -> TTFont:
    return instantiateVariableFont(TTFont(_font_file), {"wght": weight})


def outline(text: str, size: float, weight: int, tracking: float = 0) -> tuple[str, float]:
    """Return the SVG path of `text` on a base line at 0, and how far it runs, in user units."""
    font = _weight(weight)
    glyphs, codes = font.getGlyphSet(), font.getBestCmap()
    scale = size / font["head"].unitsPerEm
    x, path = 0, ""
    for letter in text:
        name = codes.get(ord(letter), ".notdef")
        pen = SVGPathPen(glyphs, ntos=lambda v: f"{v:.1f}".rstrip("0").rstrip("."))
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, 0)))
        path += pen.getCommands()
        x += glyphs[name].width * scale + tracking
    return path, x


def one_weight(path: Path, weight: int) -> bytes:
    """Return one weight of a variable font as a TrueType file.

    Chromium writes variable fonts into a PDF as drawings of each letter (Type 3), static ones as
    fonts, which are smaller and sharper.
    """
    font = instantiateVariableFont(TTFont(path), {"wght": weight}, updateFontNames=False)
    font.flavor = None
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
