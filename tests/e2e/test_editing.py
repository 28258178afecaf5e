"""Editors write, put together, check and translate; visitors see it when it is published."""

import itertools
import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, Route, expect
from wagtail.models import Page as WagtailPage
from wagtail.models import Revision

from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.e2e.conftest import NO_COPIES, Visit
from tests.e2e.desk import ADMINISTRATOR, EDITOR, MODERATOR, Desk
from tests.e2e.places import find_page

pytestmark = pytest.mark.usefixtures("fresh_city")


@pytest.fixture
def moderator(visit: Callable[..., Visit]) -> Desk:
    return Desk(visit(), MODERATOR)


@pytest.fixture
def reader(visit: Callable[..., Visit]) -> Page:
    """A visitor's browser, which sees at once what is published."""
    return visit(extra_http_headers=NO_COPIES).page


@pytest.fixture
def about() -> StandardPage:
    return find_page(StandardPage, "en")


@pytest.fixture
def home() -> HomePage:
    return find_page(HomePage, "en")


def section_ids(reader: Page) -> list[str]:
    """Return the parts of the page, in their order, by what names them."""
    sections = reader.locator("main section[aria-labelledby]").all()
    return [section.get_attribute("aria-labelledby") or "" for section in sections]


# Writing -----------------------------------------------------------------------------------


def test_a_page_is_written_from_scratch_with_words_quote_and_a_picture_of_ones_own(
    moderator: Desk, reader: Page, home: HomePage, tmp_path: Path
):
    photo = tmp_path / "lane.png"
    Image.new("RGB", (1400, 900), "#2a9d8f").save(photo)
    moderator.add("home/standardpage", home)
    moderator.page.locator("#id_title").fill("Bicycles on the boulevard")
    moderator.page.locator("#id_lead").fill("The city opens a lane for bicycles.")

    heading = moderator.insert("story", "Heading")
    heading.locator("[name$=value-text]").fill("From the square to the lake")
    text = moderator.insert("story", "Text")
    text.locator("[contenteditable=true]").click()
    moderator.page.keyboard.type("Four kilometres, without one step.")
    quote = moderator.insert("story", "Quote")
    quote.locator("[name$=value-text]").fill("I leave the car at home now.")
    quote.locator("[name$=value-attribution]").fill("Ana")
    picture = moderator.insert("story", "Picture")
    moderator.upload_picture(picture, photo, "Lane")
    picture.locator("[name$=alt_text]").fill("A green lane along the boulevard")
    picture.locator("[name$=value-caption]").fill("The lane on its first day.")
    moderator.publish()

    written = StandardPage.objects.get(title="Bicycles on the boulevard")
    reader.goto(written.url)
    expect(reader.locator("h1")).to_have_text("Bicycles on the boulevard")
    expect(reader.get_by_role("heading", name="From the square to the lake")).to_be_visible()
    expect(reader.locator("blockquote")).to_contain_text("I leave the car at home now.")
    shown = reader.get_by_alt_text("A green lane along the boulevard")
    shown.scroll_into_view_if_needed()
    reader.wait_for_function(
        "alt => document.querySelector(`img[alt='${alt}']`).naturalWidth > 0",
        arg="A green lane along the boulevard",
    )
    assert shown.get_attribute("width")
    assert shown.get_attribute("height")


def test_the_button_waits_for_the_draft_that_saves_itself(moderator: Desk, home: HomePage):
    page, held = moderator.page, []

    def hold(route: Route) -> None:
        if route.request.method == "POST" and not held:
            held.append((route, route.fetch()))  # It is stored; the browser hears of it later.
        else:
            route.fallback()

    moderator.add("home/standardpage", home)
    page.route("**/admin/pages/add/**", hold)
    page.locator("#id_title").fill("Bicycles")
    page.locator("#id_title").press_sequentially(" on the boulevard")
    page.locator("#id_lead").fill("The city opens a lane.")
    expect(page.get_by_text("Saving…").first).to_be_visible()
    for _moment in range(600):
        if not held:
            page.wait_for_timeout(50)
    page.locator("#id_lead").fill("The city opens a lane for bicycles.")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.resource_type}"))
    moderator.act("action-publish")
    page.wait_for_timeout(500)
    # Who is impatient presses again, by the keys that save.
    page.evaluate("document.querySelector('[data-edit-form]').requestSubmit()")
    [(route, answer)] = held
    route.fulfill(response=answer)

    moderator.expect_success()
    assert sent.count("POST document") == 1
    written = StandardPage.objects.get(title="Bicycles on the boulevard")
    assert written.live
    assert written.lead == "The city opens a lane for bicycles."


def test_a_list_is_nested_and_left_by_keyboard(moderator: Desk):
    moderator.edit(find_page(CampaignPage, "sq"))
    text = moderator.page.locator("[contenteditable=true]:has(li + li):visible").first
    first, second = text.locator("li").nth(0), text.locator("li").nth(1)
    first.click()
    moderator.page.keyboard.press("Shift+Tab")
    expect(text).not_to_be_focused()

    second.click()
    moderator.page.keyboard.press("Tab")
    expect(second).to_have_class(re.compile("depth1"))
    expect(text).to_be_focused()
    moderator.page.keyboard.press("Shift+Tab")
    expect(second).to_have_class(re.compile("depth0"))
    moderator.page.keyboard.press("Tab")
    expect(second).to_have_class(re.compile("depth1"))
    moderator.page.keyboard.press("Tab")

    expect(text).not_to_be_focused()


def test_the_preview_shows_what_is_not_saved_yet(moderator: Desk, about: StandardPage):
    moderator.edit(about)
    moderator.open_side("preview")
    # A change that is made while the first preview is on its way is not shown.
    expect(moderator.preview.locator("h1")).to_have_text(about.title)
    moderator.page.locator("#id_title").fill("Not saved")
    moderator.page.locator("#id_title").press_sequentially(" yet", delay=500)
    # Wagtail looks at a form when its fields are left; a key that meets a preview may go by.
    moderator.page.keyboard.press("Tab")

    expect(moderator.preview.locator("h1")).to_have_text("Not saved yet")
    about.refresh_from_db()
    assert about.title != "Not saved yet"


def test_the_checks_find_a_link_that_says_nothing_and_a_picture_without_words(
    moderator: Desk, about: StandardPage
):
    picture = next(block for block in about.story.raw_data if block["type"] == "picture")
    # As it may come from an older draft: today's form asks for the words.
    picture["value"]["picture"] |= {"alt_text": "", "decorative": False}
    vague = {"type": "paragraph", "value": '<p>Read it <a href="https://example.org/">here</a></p>'}
    about.story = json.dumps([picture, vague])
    about.save_revision().publish()
    moderator.edit(about)
    moderator.open_side("checks")

    findings = moderator.page.locator("[data-checks-panel]")
    expect(findings).to_contain_text("Link text that says nothing")
    expect(findings).to_contain_text("Picture without alternative text")


# Agreeing ----------------------------------------------------------------------------------


def test_an_editor_hands_in_and_a_moderator_approves(
    visit: Callable[..., Visit], moderator: Desk, reader: Page, about: StandardPage
):
    editor = Desk(visit(), EDITOR)
    editor.edit(about)
    assert editor.page.locator("[name=action-publish]").count() == 0
    editor.page.locator("#id_title").fill("Handed in")
    editor.act("action-submit")
    editor.expect_success()
    reader.goto(about.url)
    expect(reader.locator("h1")).not_to_have_text("Handed in")

    moderator.edit(about)
    moderator.approve()
    moderator.expect_success()

    reader.goto(about.url)
    expect(reader.locator("h1")).to_have_text("Handed in")


# By the clock ------------------------------------------------------------------------------


def move_clock(page: WagtailPage, days: int) -> None:
    """Let the days until a page goes live or ends pass."""
    page.refresh_from_db()
    for revision in Revision.page_revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at -= timedelta(days=days)
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save(update_fields=["approved_go_live_at", "content"])
    for name in ("go_live_at", "expire_at"):
        if moment := getattr(page, name):
            WagtailPage.objects.filter(pk=page.pk).update(**{name: moment - timedelta(days=days)})


def test_a_change_goes_live_on_its_day(moderator: Desk, reader: Page, about: StandardPage):
    moderator.edit(about)
    moderator.page.locator("#id_title").fill("Tomorrow's news")
    moderator.schedule(go_live_at=timezone.localtime() + timedelta(days=2))
    moderator.publish()
    reader.goto(about.url)
    expect(reader.locator("h1")).not_to_have_text("Tomorrow's news")

    move_clock(about, days=3)
    call_command("publish_scheduled")

    reader.goto(about.url)
    expect(reader.locator("h1")).to_have_text("Tomorrow's news")


def test_a_page_leaves_on_its_day(
    moderator: Desk, visit: Callable[..., Visit], about: StandardPage
):
    moderator.edit(about)
    moderator.schedule(expire_at=timezone.localtime() + timedelta(days=2))
    moderator.publish()
    later = visit(extra_http_headers=NO_COPIES)
    assert later.page.goto(about.url).status == 200

    move_clock(about, days=3)
    call_command("publish_scheduled")

    later.watch.allow(404)
    assert later.page.goto(about.url).status == 404


# The front page ----------------------------------------------------------------------------


def test_sections_of_the_front_page_change_places(moderator: Desk, reader: Page, home: HomePage):
    reader.goto(home.url)
    before = section_ids(reader)
    moderator.edit(home)
    kinds = [block.block_type for block in home.sections]
    at = kinds.index("community")
    moved = moderator.stream("sections").nth(at)

    moved.locator("[data-streamfield-action=MOVE_UP]").first.press("Enter")
    moderator.publish()

    home.refresh_from_db()
    kinds[at - 1], kinds[at] = kinds[at], kinds[at - 1]
    assert [block.block_type for block in home.sections] == kinds
    reader.goto(home.url)
    assert section_ids(reader) != before
    assert sorted(section_ids(reader)) == sorted(before)
    levels = reader.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(node => Number(node.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert all(lower <= upper + 1 for upper, lower in itertools.pairwise(levels))


def test_a_section_is_taken_off_the_front_page(moderator: Desk, reader: Page, home: HomePage):
    moderator.edit(home)
    kinds = [block.block_type for block in home.sections]
    section = moderator.stream("sections").nth(kinds.index("figures"))

    section.locator("[data-streamfield-action=DELETE]").first.press("Enter")
    moderator.publish()

    home.refresh_from_db()
    assert "figures" not in [block.block_type for block in home.sections]
    reader.goto(home.url)
    expect(reader.get_by_role("heading", name="The city in figures")).to_have_count(0)


# The other language ------------------------------------------------------------------------


def test_a_page_is_translated_and_offered_in_the_other_language(
    moderator: Desk, reader: Page, home: HomePage
):
    page = StandardPage(title="Bicycles", slug="bicycles", lead="A lane.", locale=home.locale)
    page.story = json.dumps([{"type": "paragraph", "value": "<p>Four kilometres.</p>"}])
    home.add_child(instance=page)
    page.save_revision().publish()
    reader.goto(page.url)
    switch = reader.locator(".site-header a[hreflang=sq]")
    assert switch.get_attribute("href") == "/sq/"

    words = {
        "Bicycles": "Biçikletat",
        "bicycles": "bicikletat",
        "A lane.": "Një korsi.",
        "Four kilometres.": "Katër km.",
    }
    moderator.translate(page, words)

    reader.goto(page.url)
    switch.click()
    expect(reader.locator("html")).to_have_attribute("lang", "sq")
    expect(reader.locator("h1")).to_have_text("Biçikletat")
    expect(reader.locator("main")).to_contain_text("Katër km.")


# What stands on every page -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "place"), [("mainmenu", ".site-header"), ("footer", ".site-footer")]
)
def test_menu_and_footer_are_edited_with_a_preview(
    visit: Callable[..., Visit], reader: Page, setting: str, place: str
):
    desk = Desk(visit(), ADMINISTRATOR)
    desk.open_settings(setting)
    desk.open_side("preview")
    label = desk.page.locator("[name$=label-sq], [name$=title-sq]").first
    label.fill("Krejt e re")

    expect(desk.preview.locator(place)).to_contain_text("Krejt e re")
    desk.page.locator("footer button[type=submit]:visible, .action-save").first.click()
    desk.expect_success()

    reader.goto("/sq/")
    expect(reader.locator(place)).to_contain_text("Krejt e re")
