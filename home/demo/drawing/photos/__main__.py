"""Render city views as JPEG files."""

import argparse
from pathlib import Path

from .render import render
from .scenes import SCENES


def main():
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.photos", description=__doc__)
    parser.add_argument("out", type=Path, help="directory for the pictures")
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []], help="all when none is named")
    parser.add_argument("--width", type=int, default=1280, help="pixels (default 1280)")
    parser.add_argument("--samples", type=int, default=16, help="rays per pixel (default 16)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name in arguments.scenes or SCENES:
        picture = render(SCENES[name](), arguments.width, arguments.samples)
        picture.save(arguments.out / f"{name}.jpg", quality=90, optimize=True, progressive=True)
        print(name, flush=True)


if __name__ == "__main__":
    main()
