"""Write the letters of the portal's font as outlines, for covers that are drawn on request."""

import argparse
import json
import unicodedata
from io import BytesIO
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# Basic Latin, Latin-1 and Latin Extended-A, and the punctuation of well-set text.
LETTERS = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x180))]
LETTERS += list("–—‘’‚“”„†•…€№−")


def outlines(font_file: Path, weight: int) -> dict:
    """Return the outlines of one weight in font units, with the advance of each letter.

    Args:
        font_file: a variable font with a weight axis (WOFF2, OpenType).
        weight: the weight to take, such as 700.
    """
    variable = TTFont(BytesIO(font_file.read_bytes()))
    font = instantiateVariableFont(variable, {"wght": weight})
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    letters = {}
    for letter in LETTERS:
        name = names.get(ord(letter))
        if name is None or unicodedata.category(letter) == "Cf":
            continue
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.0f}")
        glyphs[name].draw(pen)
        letters[letter] = [round(glyphs[name].width), pen.getCommands()]
    return {"units": font["head"].unitsPerEm, "weight": weight, "letters": letters}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.glyphs", description=__doc__)
    parser.add_argument("font", type=Path, help="variable font for the lettering (WOFF2)")
    parser.add_argument("out", type=Path, help="the JSON file to write")
    parser.add_argument("--weight", type=int, default=700)
    arguments = parser.parse_args()
    data = outlines(arguments.font, arguments.weight)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), indent=None)
    # One letter on a line, so that a change of the font can be read.
    text = text.replace('],"', '],\n"')
    arguments.out.write_text(text + "\n", encoding="utf-8")
    print(len(data["letters"]), "letters,", len(text), "characters")


if __name__ == "__main__":
    main()
