"""A storm: a red alert is on every page within a minute, said once, and leaves on time."""

import re
from collections.abc import Callable
from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from campaigns.models import CampaignPage
from community.models import User
from site_config.alerts.services import cancel_alert
from site_config.alerts.showing import forget_alerts
from site_config.models import AlertVersion
from tests.e2e.accessibility import violations
from tests.e2e.conftest import Visit
from tests.e2e.desk import Desk
from tests.e2e.places import find_page
from tests.factories.alerts import WORDS, warn

pytestmark = pytest.mark.usefixtures("fresh_city")
GUARD = "emergency@smartcity.example"
HEADLINE = "A heavy storm over the city"
# Keeps what screen readers are told, page by page.
LISTENS = """
    window.said = [];
    new MutationObserver((changes) => {
        for (const { target } of changes) {
            const region = target.closest?.("[role=alert], [role=status]");
            const words = region?.textContent;
            if (words) window.said.push([region.getAttribute("role"), words]);
        }
    }).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture(autouse=True)
def _known_at_once() -> None:
    """Begin and end with what the database holds."""
    forget_alerts()


def guard() -> User:
    return User.objects.get(email=GUARD)


def banners(page: Page) -> Locator:
    return page.locator("[data-alert]:visible")


def button(page: Page, does: str, headline: str) -> Locator:
    """Return the button of a banner; what only screen readers are told stands after a space."""
    return page.get_by_role("button", name=re.compile(rf"^{does}\s*: {headline}$"))


def ask_again(page: Page) -> None:
    """Let the script ask what runs, as it does every half a minute."""
    with page.expect_response("**/alerts/now/"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def said(page: Page) -> list[list[str]]:
    page.wait_for_timeout(900)
    return page.evaluate("window.said")


def test_a_red_alert_from_the_phone_of_its_writer_to_every_page(visit: Callable[..., Visit]):
    reader = visit().page
    reader.add_init_script(LISTENS)
    reader.goto("/en/")
    expect(banners(reader)).to_have_count(0)

    desk = Desk(visit(width=390), GUARD)
    desk.page.goto("/admin/")
    desk.page.get_by_role("link", name="Write an alert").click()
    expect(desk.page.get_by_label("Headline").first).to_be_visible()
    desk.page.wait_for_load_state()
    assert violations(desk.page) == []
    for language, name in (("sq", "Shqip"), ("en", "English")):
        words = desk.page.get_by_role("group", name=name)
        words.get_by_label("Headline").fill(WORDS[language]["headline"])
        words.get_by_label("What happens").fill(WORDS[language]["text"])
        words.get_by_label("What to do").fill(WORDS[language]["instruction"])
        words.get_by_label("Where").fill(WORDS[language]["area"])
    desk.page.get_by_label("Red: danger to life").check()
    desk.page.get_by_role("button", name="Look at it").click()
    preview = desk.page.frame_locator("iframe").last
    expect(preview.get_by_role("heading", name=HEADLINE)).to_be_visible()
    desk.page.get_by_role("button", name="Yes, publish it now").click()
    expect(desk.page.get_by_text("On every page now")).to_be_visible()

    # A page that was open before shows it, and says it once.
    ask_again(reader)
    expect(banners(reader).get_by_role("heading", name=HEADLINE)).to_be_visible()
    (first,) = said(reader)
    assert first[0] == "alert"
    assert HEADLINE in first[1]
    assert "Stay inside." in first[1]
    for address in (find_page(CampaignPage, "en").url, "/sq/", "/en/search/"):
        reader.goto(address)
        expect(banners(reader)).to_have_count(1)
        assert said(reader) == [], "It was said already."
    reader.goto("/sq/")
    expect(banners(reader)).to_contain_text("Stuhi e fortë mbi qytet")
    # Feeds say it too.
    for feed in ("/en/alerts/feed/", "/alerts/cap.xml"):
        entries = feedparser.parse(reader.request.get(feed).body()).entries
        assert entries[0].title == f"Red alert: {HEADLINE}"


def test_without_a_script_it_stands_in_the_page(visit: Callable[..., Visit]):
    warn(guard())

    page = visit(java_script_enabled=False, width=320).page
    page.goto("/sq/")

    expect(banners(page)).to_contain_text("Stuhi e fortë mbi qytet")
    expect(banners(page).get_by_role("button")).to_have_count(0)
    banners(page).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stuhi e fortë mbi qytet")
    AlertVersion.objects.update(ends_at=timezone.now() + timedelta(milliseconds=1))
    forget_alerts()
    page.goto("/sq/search/")
    expect(banners(page)).to_have_count(0)


def test_what_was_put_away_hides_neither_an_update_nor_the_next_alert(visitor: Visit):
    first = warn(guard(), level="orange", headline="Rain")
    page = visitor.page
    page.goto("/en/")
    button(page, "Hide", "Rain").focus()
    page.keyboard.press("Enter")
    expect(banners(page)).to_have_count(0)
    # The focus goes on, and is not lost.
    assert page.evaluate("document.activeElement.className") == "brand"
    page.goto("/en/alerts/")
    expect(banners(page)).to_have_count(0)

    warn(guard(), uid=first.alert.uid, level="orange", headline="More rain")
    page.goto("/en/search/")
    expect(banners(page).get_by_role("heading", name="More rain")).to_be_visible()
    button(page, "Hide", "More rain").click()
    warn(guard(), level="yellow", headline="Ice")
    ask_again(page)
    expect(banners(page)).to_have_count(1)
    expect(banners(page)).to_contain_text("Ice")


def test_a_red_alert_is_made_smaller_and_never_hidden(visitor: Visit):
    first = warn(guard())
    page = visitor.page
    page.goto("/en/")
    fold = button(page, "Make smaller", HEADLINE)
    expect(fold).to_have_attribute("aria-expanded", "true")
    fold.click()

    expect(banners(page).get_by_text("Stay inside.")).to_be_hidden()
    page.goto("/en/alerts/")
    expect(banners(page).get_by_role("heading", name=HEADLINE)).to_be_visible()
    expect(banners(page).get_by_text("Stay inside.")).to_be_hidden()
    button(page, "Show all", HEADLINE).click()
    expect(banners(page).get_by_text("Stay inside.")).to_be_visible()
    button(page, "Make smaller", HEADLINE).click()

    warn(guard(), uid=first.alert.uid, note="Worse.")
    ask_again(page)
    expect(banners(page).get_by_text("Stay inside.")).to_be_visible()


def test_it_leaves_on_time_from_a_page_that_is_open(visitor: Visit):
    warn(guard(), lasts=timedelta(seconds=8))
    visitor.page.goto("/en/")
    expect(banners(visitor.page)).to_have_count(1)

    # Before it asks again: the page knows when.
    expect(banners(visitor.page)).to_have_count(0, timeout=20_000)


def test_a_cancelled_alert_leaves_pages_that_are_open(visitor: Visit):
    version = warn(guard())
    visitor.page.goto("/en/")
    expect(banners(visitor.page)).to_have_count(1)

    cancel_alert(uid=version.alert.uid, notes={"sq": "Kaloi.", "en": "Over."}, user=guard())
    ask_again(visitor.page)

    expect(banners(visitor.page)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_banners_and_pages_of_alerts_are_open_to_everybody(
    visit: Callable[..., Visit], scheme: str, width: int
):
    long = "Paralajmërim për rrezikshmëri jashtëzakonisht të lartë përmbytjesh përgjatë lumit"
    for level in ("red", "orange", "yellow", "notice"):
        version = warn(guard(), level=level, headline=long[:90], note="Shi.")
    page = visit(color_scheme=scheme, width=width).page
    for address in ("/en/", "/sq/alerts/", f"/en/alerts/{version.alert.uid}/"):
        page.goto(address)
        expect(banners(page)).to_have_count(4)
        expect(banners(page).first.get_by_role("button")).to_be_visible()
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.get_by_role("button", name=long[:40]).all():
        box = button.bounding_box()
        assert box["height"] >= 24
        assert box["width"] >= 24


def test_on_paper_and_in_forced_colours_it_stands_out(visitor: Visit):
    warn(guard())
    page = visitor.page
    page.goto("/en/")
    for media in ({"media": "print"}, {"media": "screen", "forced_colors": "active"}):
        page.emulate_media(**media)
        banner = banners(page)
        expect(banner.get_by_role("heading", name=HEADLINE)).to_be_visible()
        border = banner.evaluate("(one) => parseFloat(getComputedStyle(one).borderTopWidth)")
        assert border >= 1, media
    page.emulate_media(media="print")
    expect(page.locator(".alert button:visible")).to_have_count(0)


def test_a_phone_whose_clock_is_wrong_still_warns(visitor: Visit):
    warn(guard(), lasts=timedelta(minutes=30))
    page = visitor.page
    page.clock.install(time=timezone.now() + timedelta(days=1))
    with page.expect_response("**/alerts/now/"):
        page.goto("/en/")
    page.clock.run_for(3000)

    expect(banners(page).get_by_role("heading", name=HEADLINE)).to_be_visible()
