"""Earth Day: an editor makes a campaign, is led to its gaps, and the front page follows it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from campaigns.days import city_today
from campaigns.models import CampaignIndexPage, CampaignPage
from home.models import HomePage
from tests.e2e.calendars import CityCalendar
from tests.e2e.conftest import NO_COPIES, Visit
from tests.e2e.desk import EDITOR, MODERATOR, Desk
from tests.e2e.places import find_page
from tests.factories.home import stream

pytestmark = pytest.mark.usefixtures("fresh_city")

TITLE = "Earth Day in Green Cities"
GAPS = {
    "No summary: lists, search and shared links show none.": "summary",
    "No picture and no drawing.": "listing_image",
    "“Why” is empty.": "why",
    "Nothing says what residents can do.": "steps",
    "No call to action, or its page is not published.": "action",
    "Nothing says what happens next.": "next_step",
    "Nobody is responsible.": "responsible",
    "No e-mail address for questions.": "contact_email",
    "No questions and answers.": "questions",
    "No source.": "sources",
    "No day by which the results are expected.": "results_expected_on",
}
# What an editor types into the fields that the preflight leads to.
FILLED = {
    "summary": "One promise for every street.",
    "next_step": "The city counts the promises and plants a tree for each hundred.",
    "responsible": "Parks service",
    "contact_email": "parks@smartcity.example",
}
BEFORE, LASTS, COUNTING = 20, 30, 14


def start_draft(desk: Desk, first: date, last: date) -> CampaignPage:
    """Save a draft with nothing but what the form insists on."""
    desk.add("campaigns/campaignpage", find_page(CampaignIndexPage, "en"))
    desk.page.locator("#id_title").fill(TITLE)
    desk.tab("Dates and action")
    for name, day in (("starts_on", first), ("ends_on", last)):
        desk.page.locator(f"#id_{name}").fill(day.isoformat())
        desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name="Save draft").click()
    desk.expect_success()
    return CampaignPage.objects.get(title=TITLE)


def test_preflight_names_each_gap_and_leads_to_its_field(
    visit: Callable[..., Visit],
):
    first = city_today() + timedelta(days=20)
    desk = Desk(visit(), EDITOR)
    campaign = start_draft(desk, first, first + timedelta(days=30))
    desk.edit(campaign)

    gaps = desk.page.locator("a[href^='#preflight-']")
    assert gaps.all_inner_texts() == list(GAPS)
    for words, name in GAPS.items():
        desk.tab("Content")
        gaps.filter(has_text=words).press("Enter")
        field = desk.page.locator(f"[data-contentpath={name}]").first
        expect(field.locator(":focus")).to_have_count(1)
        expect(field).to_be_in_viewport()


def fill(desk: Desk, words: str, value: str) -> None:
    """Follow the link of a gap and type what is missing, with the keyboard alone."""
    desk.tab("Content")
    desk.page.locator("a[href^='#preflight-']", has_text=words).press("Enter")
    field = desk.page.locator(f"[data-contentpath={GAPS[words]}]").first
    expect(field.locator(":focus")).to_have_count(1)
    desk.page.keyboard.type(value)
    desk.page.keyboard.press("Escape")  # The calendar of a date stays open otherwise.


def feature(reader: Page, front: HomePage) -> Locator:
    """Return the campaign in large, on the front page as it is now."""
    reader.goto(front.url)
    return reader.locator("section", has=reader.get_by_role("heading", name=TITLE))


def test_from_the_first_draft_to_results_expected_with_no_one_acting(
    visit: Callable[..., Visit], calendar: CityCalendar
):
    first = city_today() + timedelta(days=BEFORE)
    last, promised = first + timedelta(days=LASTS), first + timedelta(days=LASTS + COUNTING)
    front = find_page(HomePage, "en")
    # The section follows whatever runs or comes next; the demo's other campaigns stand aside.
    front.sections = stream(("campaign", {"campaign": None, "panel_paint": "lime"}))
    front.save_revision().publish()
    for other in CampaignPage.objects.live().filter(locale=front.locale):
        other.unpublish()
    editor, moderator = Desk(visit(), EDITOR), Desk(visit(), MODERATOR)
    reader = visit(extra_http_headers=NO_COPIES).page

    campaign = start_draft(editor, first, last)
    editor.edit(campaign)
    for words, name in GAPS.items():
        if name in FILLED:
            fill(editor, words, FILLED[name])
    fill(editor, "No day by which the results are expected.", promised.isoformat())
    editor.page.get_by_role("button", name="Save draft").click()
    editor.expect_success()
    editor.edit(campaign)
    left = [words for words, name in GAPS.items() if name not in {*FILLED, "results_expected_on"}]
    assert editor.page.locator("a[href^='#preflight-']").all_inner_texts() == left
    editor.act("action-submit")
    editor.expect_success()
    expect(feature(reader, front)).to_have_count(0)

    moderator.edit(campaign)
    moderator.approve()
    moderator.expect_success()
    expect(feature(reader, front)).to_contain_text("See what is planned")

    calendar.ahead = timedelta(days=BEFORE)
    running = feature(reader, front)
    expect(running).to_contain_text("Open now")
    expect(running).to_contain_text("Join the campaign")
    expect(running).to_contain_text(FILLED["summary"])

    calendar.ahead = timedelta(days=BEFORE + LASTS + 1)
    ended = feature(reader, front)
    expect(ended).to_contain_text(f"Results are expected by {promised.day} {promised:%B %Y}")
    expect(ended).not_to_contain_text("Join the campaign")
    ended.get_by_role("link", name="See the campaign").click()
    expect(reader.locator("h1")).to_have_text(TITLE)
    expect(reader.locator("main")).to_contain_text("Results are expected by")
