"""Citizens join, introduce themselves, guard their account and leave again."""

import re
from collections.abc import Callable

from django.core import mail
from django.core.cache import caches
from playwright.sync_api import expect

from community.models import User
from tests.e2e.conftest import PASSWORD, Portal, Visit
from tests.e2e.door import code_now, enrol_app, sign_in, sign_out
from tests.e2e.places import MEMBER

NEWCOMER = "ana@example.org"
SECRET_WORDS = "dy-lule-te-bardha-2014"


def test_somebody_joins_by_a_link_in_a_mail_and_introduces_themselves(
    fresh_city: Portal, visit: Callable[..., Visit]
):
    page = visit(width=360).page
    page.goto("/en/")
    page.locator(".site-header a[data-account]").click()
    page.get_by_role("link", name="Create an account").last.click()
    page.locator("[name=display_name]").focus()
    page.keyboard.type("Ana D.")
    page.keyboard.press("Tab")
    page.keyboard.type(NEWCOMER)
    page.keyboard.press("Tab")
    page.keyboard.type(SECRET_WORDS)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_url("**/confirm-email/")

    [letter] = mail.outbox
    assert letter.to == [NEWCOMER]
    [link] = set(re.findall(rf"{re.escape(fresh_city.url)}/en/\S+", letter.body))
    page.goto(link)
    page.get_by_role("button", name="Yes, confirm").click()
    if "/login/" in page.url:
        sign_in(page, NEWCOMER, SECRET_WORDS)
    page.goto("/en/community/me/edit/")
    page.locator("[name=about]").fill("I cycle along the Lana.")
    page.locator("main button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("I cycle along the Lana.")

    page.goto("/en/")
    sign_out(page)
    page.goto("/en/community/me/")
    assert "/account/login/" in page.url
    assert User.objects.get(email=NEWCOMER).about == "I cycle along the Lana."


def test_the_account_menu_folds_with_escape_and_returns_the_focus(visit: Callable[..., Visit]):
    here = visit()
    here.page.goto("/en/account/login/")
    sign_in(here.page, MEMBER, PASSWORD)
    here.page.goto("/en/")
    summary = here.page.locator(".account summary")
    summary.press("Enter")
    expect(here.page.locator(".account__menu")).to_be_visible()

    here.page.keyboard.press("Escape")

    expect(here.page.locator(".account__menu")).to_be_hidden()
    expect(summary).to_be_focused()


def test_an_app_becomes_the_second_key_to_an_account(
    fresh_city: Portal, visit: Callable[..., Visit]
):
    page = visit().page
    page.goto("/en/account/login/")
    sign_in(page, MEMBER, PASSWORD)
    page.goto("/en/account/two-factor/totp/activate/")
    secret = enrol_app(page, PASSWORD)

    page.goto("/en/")
    sign_out(page)
    # A code opens the door once; half a minute later there is another.
    caches["default"].clear()
    page.goto("/en/account/login/")
    sign_in(page, MEMBER, PASSWORD)
    page.locator("[name=code]").fill("000000")
    page.keyboard.press("Enter")
    expect(page.locator("[name=code][aria-invalid=true]")).to_be_visible()
    page.locator("[name=code]").fill(code_now(secret))
    page.keyboard.press("Enter")

    page.wait_for_url("**/community/me/")
