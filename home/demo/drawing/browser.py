"""Chromium as a drawing instrument: pages become pictures and PDF files.

Needs Playwright, and the Chromium of the system.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def browser_page(scale: float = 1) -> Iterator[Page]:
    """Open a page in a browser without network, in the light colour scheme."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(offline=True, color_scheme="light", device_scale_factor=scale)
        try:
            yield context.new_page()
        finally:
            browser.close()


def rasterise(page: Page, svg: str, width: int, height: int, margin: int = 0) -> Image.Image:
    """Return `svg` as an RGBA picture of width by height pixels, fitted inside the margin."""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(
        "<!doctype html><style>*{margin:0}body{display:grid;place-items:center;overflow:hidden;"
        f"height:{height}px}}svg{{display:block;width:{width - 2 * margin}px;"
        f"height:{height - 2 * margin}px}}</style>{svg}"
    )
    shot = page.screenshot(omit_background=True)
    return Image.open(BytesIO(shot)).convert("RGBA")


def read_svg(directory: Path, name: str) -> str:
    """Return the text of one drawing."""
    return (directory / f"{name}.svg").read_text(encoding="utf-8")
