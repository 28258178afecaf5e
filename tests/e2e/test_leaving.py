"""Taking data along and leaving: what everybody can see and hear of it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.conftest import PASSWORD, Portal, Visit
from tests.e2e.places import MEMBER

EXPORT, LEAVE = "/en/community/me/export/", "/en/community/me/leave/"


def prove(page: Page) -> None:
    """Show once more who one is."""
    expect(page).to_have_url(re.compile("/reauthenticate/"))
    page.locator("[name=password]").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/reauthenticate/"))


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_open_to_everybody(
    portal: Portal, visit: Callable[..., Visit], width: int, scheme: str
):
    someone = visit(width=width, color_scheme=scheme)
    someone.sign_in(MEMBER)
    page = someone.page
    page.goto(EXPORT)
    prove(page)
    for address in (EXPORT, LEAVE, "/en/community/me/contributions/", "/en/community/left/"):
        page.goto(address)
        assert violations(page) == [], address
