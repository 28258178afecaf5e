"""What axe makes of a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.0 to 2.2, levels A and AA, and what the field agrees on beyond them.
AXE = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def violations(page: Page) -> list[tuple[str, str, list[str]]]:
    """Return what axe objects to, with the elements in question."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [
        (rule["id"], rule["help"], [node["html"][:160] for node in rule["nodes"]]) for rule in found
    ]
