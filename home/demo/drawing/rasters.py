"""Covers and partners' logos as pixels, for the places where an SVG may not go.

    python -m home.demo.drawing.rasters ART_DIR

ART_DIR holds the drawings of `home.demo.drawing.art`. Writes `library/covers/<key>.jpg` and
`library/logos/<key>-{colour,white,print}.png`.
"""

import argparse
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from home.demo.drawing.art.partners import MARKS, Mark
from home.demo.drawing.browser import browser_page, rasterise, read_svg
from home.demo.library.partners import LOGO_SIZE, LOGOS, PARTNERS
from home.demo.library.publications import COVER_SIZE, COVERS, PUBLICATIONS, Publication

INK = (29, 26, 58)
PAPER = (255, 246, 230)
MARGIN = 16


def cover_drawing(publication: Publication) -> str:
    """Name of the drawing that shows the cover in the publication's own language."""
    suffix = "-sq" if publication.languages[0] == "sq" else ""
    return f"cover-{publication.key}{suffix}"


def draw_cover(page: Page, art: Path, publication: Publication) -> None:
    """Write the cover of one publication as JPEG."""
    picture = rasterise(page, read_svg(art, cover_drawing(publication)), *COVER_SIZE)
    # Flat planes with sharp edges: full colour resolution, or the edges of red planes bleed.
    picture.convert("RGB").save(
        COVERS / f"{publication.key}.jpg",
        quality=86,
        optimize=True,
        progressive=True,
        subsampling=0,
    )


def one_ink(svg: str, mark: Mark) -> str:
    """Return the drawing of a mark in black and greys: black prints, white is the paper."""
    greys = dict.fromkeys(mark.knocked_out, 255)
    greys |= {paint: round(255 * (1 - tint)) for paint, tint in mark.tints}

    def grey(match: re.Match) -> str:
        value = greys.get(match[1], 0)
        return f".{match[1]}{{fill:rgb({value},{value},{value})}}"

    day, _, rest = svg.partition("@media")
    day = re.sub(r"\.(\w+)\{fill:[^}]+\}", grey, day)
    return f"{day}</style>{rest.partition('</style>')[2]}"


def save_one_ink(picture: Image.Image, colour: tuple[int, int, int], path: Path) -> None:
    """Write the darkness of a picture as the opacity of one ink: a palette of one colour."""
    on_white = Image.new("RGBA", picture.size, "white")
    on_white.alpha_composite(picture)
    logo = on_white.convert("L").point(lambda value: 255 - value)
    logo = Image.frombytes("P", logo.size, logo.tobytes())
    logo.putpalette(colour * 256)
    logo.save(path, optimize=True, transparency=bytes(range(256)))


def save_palette(picture: Image.Image, path: Path) -> None:
    """Write a PNG with at most 128 colours and levels of transparency."""
    # Fully transparent pixels must share one colour, or they spend the palette.
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    clear.paste(picture, mask=picture.getchannel("A").point(lambda value: 255 if value else 0))
    small = clear.quantize(128, method=Image.Quantize.FASTOCTREE)
    palette = small.getpalette("RGBA")
    # Averaging leaves planes at 254; a plane is opaque.
    palette[3::4] = [255 if alpha > 250 else alpha for alpha in palette[3::4]]
    small.putpalette(palette, "RGBA")
    small.save(path, optimize=True)


def draw_logos(page: Page, art: Path, key: str) -> None:
    """Write the three logos of one partner: colour, white, print."""
    svg = read_svg(art, f"partner-{key}")
    colour = rasterise(page, svg, *LOGO_SIZE, MARGIN)
    mono = rasterise(page, one_ink(svg, MARKS[key]), *LOGO_SIZE, MARGIN)
    save_palette(colour, LOGOS / f"{key}-colour.png")
    save_one_ink(mono, PAPER, LOGOS / f"{key}-white.png")
    save_one_ink(mono, INK, LOGOS / f"{key}-print.png")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.rasters")
    parser.add_argument("art", type=Path, help="directory of the drawings")
    arguments = parser.parse_args()
    with browser_page() as page:
        for publication in PUBLICATIONS.values():
            if publication.cover_alt:
                draw_cover(page, arguments.art, publication)
        for key in PARTNERS:
            draw_logos(page, arguments.art, key)


if __name__ == "__main__":
    main()
