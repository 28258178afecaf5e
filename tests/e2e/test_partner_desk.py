"""Our page: a partner at its desk, with and without scripts."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.cache import caches
from PIL import Image
from playwright.sync_api import Page, expect

from home.demo.accounts import PARTNER
from partners.models import Partner, PartnerPage
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, PASSWORD, Visit
from tests.e2e.desk import MODERATOR, Desk
from tests.e2e.door import code_now, enrol_app, sign_in, sign_out

pytestmark = pytest.mark.usefixtures("fresh_city")

NAME = "Lana Mobility"
SUMMARY = "Runs forty-three city buses."


@pytest.fixture
def partner() -> Partner:
    return Partner.objects.get(name=NAME)


def logo(width: int, height: int) -> dict[str, object]:
    """A picture as a file field takes it."""
    content = io.BytesIO()
    Image.new("RGBA", (width, height), "navy").save(content, "PNG")
    return {"name": "logo.png", "mimeType": "image/png", "buffer": content.getvalue()}


def sit_down(visit: Visit) -> Page:
    """Sign in as the demo's partner, and go to the desk by the way that people find."""
    visit.sign_in(PARTNER.email)
    visit.page.goto("/en/community/me/")
    visit.page.get_by_role("link", name="Partner desk").click()
    expect(visit.page.get_by_role("heading", name="Partner desk", level=1)).to_be_visible()
    return visit.page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_partner_changes_its_page_and_the_city_publishes_it(
    visit: Callable[..., Visit], partner: Partner, scripts: bool
):
    seated = visit(java_script_enabled=scripts)
    seated.watch.allow(422)  # The logo that is too small.
    page = sit_down(seated)
    if scripts:
        assert violations(page) == []
    page.get_by_role("link", name="Your page", exact=True).click()

    # A small logo is refused with the size it needs, and no word is lost.
    page.get_by_label("Summary").fill(SUMMARY)
    page.get_by_label("Logo in colour").set_input_files([logo(200, 60)])
    page.get_by_role("button", name="Save draft").click()
    told = page.get_by_role("alert")
    expect(told).to_contain_text("200 × 60")
    expect(told).to_contain_text("320 × 80")
    expect(page.get_by_label("Summary")).to_have_value(SUMMARY)
    if scripts:
        assert violations(page) == []

    page.get_by_label("Logo in colour").set_input_files([logo(640, 240)])
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("status")).to_contain_text("Your draft is saved")
    page.get_by_role("link", name="What changes").click()
    expect(page.locator("ins").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_text(SUMMARY)).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Ask to publish").click()
    expect(page.get_by_role("status")).to_contain_text("The city has your page")

    own = PartnerPage.objects.get(
        translation_key=partner.translation_key, locale__language_code="en"
    )
    visitor = visit(extra_http_headers=NO_COPIES).page
    visitor.goto(own.url)
    expect(visitor.get_by_text(SUMMARY)).to_have_count(0)

    moderator = Desk(visit(), MODERATOR)
    staff = moderator.page
    staff.goto("/admin/")
    staff.get_by_role("link", name=f"See what the partner “{NAME}” asks to publish").click()
    expect(staff.locator("main")).to_contain_text("three city buses")
    staff.get_by_role("link", name="Edit", exact=True).click()
    moderator.await_editor()
    moderator.approve()
    moderator.expect_success()
    visitor.goto(own.url)
    expect(visitor.get_by_text(SUMMARY)).to_be_visible()
    told = [sent.subject for sent in mail.outbox if sent.to == [PARTNER.email]]
    assert told == [f"U botua: “{NAME}”"]


def test_a_partner_comes_through_the_door_with_a_second_factor(
    visit: Callable[..., Visit], partner: Partner, settings: Any
):
    settings.STAFF_TWO_FACTOR_REQUIRED = True  # As production has it.
    page = visit().page
    page.goto("/en/partner-desk/")
    sign_in(page, PARTNER.email, PASSWORD)

    # A password alone opens no desk, by whichever way one goes there.
    for _way in range(2):
        page.wait_for_url("**/two-factor/")
        expect(page.locator("main")).to_contain_text("The partner desk opens with a second factor.")
        assert violations(page) == []
        page.goto(f"/en/partner-desk/{partner.pk}/")

    page.locator("a[href$='/totp/activate/']").click()
    secret = enrol_app(page, PASSWORD)
    page.goto("/en/partner-desk/")
    expect(page.get_by_role("heading", name="Partner desk", level=1)).to_be_visible()

    sign_out(page)
    caches["default"].clear()  # A code opens once; half a minute later there is another.
    page.goto("/en/partner-desk/")
    sign_in(page, PARTNER.email, PASSWORD)
    expect(page.locator("[name=code]")).to_be_visible()
    assert page.request.get("/en/partner-desk/").url.endswith("/two-factor/authenticate/")
    assert violations(page) == []
    page.locator("[name=code]").fill(code_now(secret))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/partner-desk/{partner.pk}/")
    expect(page.get_by_role("heading", name="Partner desk", level=1)).to_be_visible()


def test_a_partner_sees_its_own_figures_and_nobody_elses_desk(
    visit: Callable[..., Visit], partner: Partner
):
    other = Partner.objects.exclude(pk=partner.pk).first()
    page = sit_down(visit())
    page.get_by_role("link", name="Figures", exact=True).click()
    for by in ("By day", "By month", "By year"):
        page.get_by_label("Period", exact=True).select_option(by)
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("img", name="Views of placements")).to_be_visible()
        expect(page.get_by_role("table")).to_be_visible()
        assert violations(page) == []
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download as a table").click()
    assert taken.value.suggested_filename.endswith(".csv")

    for path in ("", "figures/", "figures.csv", "page/en/", "messages/"):
        answer = page.request.get(f"/en/partner-desk/{other.pk}/{path}")
        assert answer.status == 403, path


def test_a_partner_delivers_a_file_and_writes_to_the_city(
    visit: Callable[..., Visit], partner: Partner
):
    page = sit_down(visit(width=390))
    asked = partner.assets.filter(state="asked").first()
    page.get_by_role("link", name=asked.title).click()
    page.locator("[name=file]").set_input_files([logo(640, 240)])
    page.get_by_role("button", name="Deliver", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Delivered")
    assert violations(page) == []

    page.get_by_role("link", name="Messages", exact=True).click()
    page.locator("[name=subject]").fill("Flags")
    page.locator("[name=words]").fill("When do they go up?")
    assert violations(page) == []
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="Flags", level=1)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Handbook").click()
    expect(page.get_by_role("heading", name="Partners’ handbook")).to_be_visible()
    assert violations(page) == []
