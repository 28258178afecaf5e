"""Draw all vector art into a directory."""

import argparse
from pathlib import Path

from .covers import covers
from .facades import facade70, footer_strip
from .lettering import use_font
from .panorama import skyline
from .partners import partners
from .posters import posters
from .signs import mark, stop
from .states import states
from .tiles import tiles


def drawings():
    """Return every drawing as SVG text, by file name without suffix."""
    return {
        "skyline": skyline(),
        "facade-70": facade70(),
        "not-found": stop("404"),
        "empty": stop("?", 84),
        "mark": mark(),
        "footer-strip": footer_strip(),
        **states(),
        **tiles(),
        **posters(),
        **covers(),
        **partners(),
    }


def main():
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.art", description=__doc__)
    parser.add_argument("font", type=Path, help="variable font for the lettering (WOFF2)")
    parser.add_argument("out", type=Path, help="directory for the SVG files")
    arguments = parser.parse_args()
    use_font(arguments.font)
    arguments.out.mkdir(parents=True, exist_ok=True)
    files = drawings()
    for name, svg in files.items():
        (arguments.out / f"{name}.svg").write_text(svg, encoding="utf-8")
    print(len(files), "files,", sum(map(len, files.values())), "characters")


if __name__ == "__main__":
    main()
