"""What axe makes of a page."""

import re

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# WCAG 2.0 to 2.2, levels A and AA, and what the field agrees on beyond them.
AXE = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# As the script's first line names it; Wagtail's editor brings an axe of its own.
VERSION = re.match(r"/\*! axe v(\S+)", AXE_SCRIPT)[1]
RUN = """([within, options]) => axe.run(within || document, options)
    .then((found) => found.violations)"""


def violations(page: Page, within: str = "") -> list[tuple[str, str, list[str]]]:
    """Return what axe objects to, with the elements in question.

    Args:
        page: as it stands.
        within: a selector; what lies outside is not looked at, such as what an open menu covers.
    """
    # The script is half a megabyte: a page that is looked at again has it.
    if page.evaluate("window.axe?.version") != VERSION:
        page.evaluate(AXE_SCRIPT)
    return [
        (rule["id"], rule["help"], [node["html"][:160] for node in rule["nodes"]])
        for rule in page.evaluate(RUN, [within, AXE])
    ]
