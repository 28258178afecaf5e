"""In and out through the door, as people go."""

import re

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from playwright.sync_api import Page, expect


def sign_in(page: Page, email: str, password: str) -> None:
    """Come in through the door, by keyboard."""
    page.locator("[name=login]").focus()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/login/"))


def sign_out(page: Page) -> None:
    """Leave by the menu in the header."""
    page.locator(".account summary").press("Enter")
    page.locator(".account button[type=submit]").press("Enter")
    expect(page.locator(".account")).to_have_count(0)


def code_now(secret: str) -> str:
    """Return the six digits that an authenticator app shows now (RFC 6238)."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def enrol_app(page: Page, password: str) -> str:
    """Make an authenticator app the second key, on the page for it; return the app's secret."""
    # Whoever changes how an account is guarded proves once more who they are.
    page.locator("[name=password]").fill(password)
    page.keyboard.press("Enter")
    secret = page.locator(".secret").inner_text().strip()
    page.locator("[name=code]").fill(code_now(secret))
    page.keyboard.press("Enter")
    expect(page.locator("[name=code]")).to_have_count(0)
    return secret
