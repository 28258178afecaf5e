"""Staff come in by the one door, and what they publish is what visitors see."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PASSWORD, Portal, Visit
from tests.e2e.desk import MODERATOR, Desk
from tests.e2e.places import PAGE_TYPES, find_page


def test_staff_sign_in_at_the_sites_door_and_land_in_the_admin(visitor: Visit):
    page = visitor.page
    page.goto("/admin/")
    assert "/account/login/" in page.url

    page.keyboard.press("Tab")
    page.locator("[name=login]").focus()
    page.keyboard.type(MODERATOR)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"^[^?]*/admin/$"))
    expect(page.locator("main h1")).to_have_count(1)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_a_moderator_changes_a_page_of_each_type(
    visit: Callable[..., Visit], portal: Portal, model: type
):
    page = find_page(model, "en")
    desk = Desk(visit(), MODERATOR)
    desk.edit(page)
    title = f"{page.title} anew"

    desk.page.locator("#id_title").fill(title)
    desk.publish()

    reader = visit().page
    reader.goto(page.url)
    assert title in reader.content()
    page.refresh_from_db()
    assert page.title == title
    expect(reader.locator("h1")).to_have_count(1)
