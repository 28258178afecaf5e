"""The city's mark as icons for browsers and telephones, and the picture of shared links.

    python -m home.demo.drawing.icons FONT.woff2 OUT_DIR

Writes `favicon.svg`, `favicon.ico`, `apple-touch-icon.png`, `icon-192.png`, `icon-512.png`,
`maskable-512.png` and `og-default.png`, as the static files of the site keep them.
"""

import argparse
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from home.demo.drawing.art.canvas import Canvas
from home.demo.drawing.art.lettering import use_font
from home.demo.drawing.art.panorama import skyline
from home.demo.drawing.art.signs import mark
from home.demo.drawing.browser import browser_page, rasterise

# Width and height in pixels of the picture that stands beside a shared link (Open Graph).
SHARED = (1200, 630)
# Paints of the strip above it, each with its share of a hundredth of the width.
STRIP = (
    *(("Sno", 14), ("Per", 8), ("Ros", 17), ("Car", 7)),
    *(("Sky", 17), ("Blu", 8), ("Lim", 17), ("Par", 12)),
)
INK = "#1d1a3a"


def by_day(svg: str) -> str:
    """Return a drawing in its colours of the day alone: an icon doesn't follow the scheme."""
    return re.sub(r"@media\(prefers-color-scheme:dark\)\{.*?\}\}", "", svg)


def favicon() -> str:
    """Return the mark as an icon that takes the size it is given."""
    root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
    return re.sub(r"^<svg[^>]*>", root, by_day(mark()))


def inside(svg: str, x: float, y: float, width: float, height: float) -> str:
    """Return a drawing at a place inside another one."""
    frame = f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
    return re.sub(r'^<svg xmlns="[^"]*" width="\d+" height="\d+" ', frame, svg.strip())


def icon(size: int, share: float) -> str:
    """Return the mark on a square of its own ground.

    Args:
        size: edge of the square in pixels.
        share: how much of the edge the mark takes, 0 to 1; systems that cut icons into shapes
            of their own keep the inner 0.8.
    """
    edge = round(size * share)
    place = (size - edge) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
        f'<rect width="{size}" height="{size}" fill="{INK}"/>'
        f"{inside(by_day(mark()), place, place, edge, edge)}</svg>"
    )


def shared_link() -> str:
    """Return the picture of a shared link: the name, the mark, and the city on its horizon."""
    width, height = SHARED
    a = Canvas(width, height)
    a.rect(0, 0, width, height, "Sno")
    x = 0.0
    for paint, share in STRIP:
        a.rect(x, 0, width * share / 100, 16, paint)
        x += width * share / 100
    a.text("Smart City", 64, 152, 108, "Ink", tracking=-2)
    a.add(inside(by_day(mark()), 1024, 64, 112, 112))
    a.add(inside(by_day(skyline()), 0, height - 400, width, 400))
    return by_day(a.svg())


def save(picture: Image.Image, path: Path) -> None:
    """Write a flat drawing as a PNG with at most 64 colours."""
    flat = picture.convert("RGB").quantize(64, dither=Image.Dither.NONE)
    flat.save(path, optimize=True)


def draw_icons(page: Page, out: Path) -> None:
    """Write every icon into a directory."""
    (out / "favicon.svg").write_text(favicon(), encoding="utf-8")
    for size in (192, 512):
        save(rasterise(page, icon(size, 1), size, size), out / f"icon-{size}.png")
    save(rasterise(page, icon(512, 0.68), 512, 512), out / "maskable-512.png")
    save(rasterise(page, icon(180, 0.84), 180, 180), out / "apple-touch-icon.png")
    small = [rasterise(page, icon(size, 1), size, size).convert("RGB") for size in (16, 32, 48)]
    sizes = [picture.size for picture in small]
    small[-1].save(out / "favicon.ico", sizes=sizes, append_images=small[:-1])
    save(rasterise(page, shared_link(), *SHARED), out / "og-default.png")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.icons")
    parser.add_argument("font", type=Path, help="variable font for the lettering (WOFF2)")
    parser.add_argument("out", type=Path, help="directory for the icons")
    arguments = parser.parse_args()
    use_font(arguments.font)
    arguments.out.mkdir(parents=True, exist_ok=True)
    with browser_page() as page:
        # The bus of the panorama stands still, so that a second run gives the same bytes.
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        draw_icons(page, arguments.out)


if __name__ == "__main__":
    main()
