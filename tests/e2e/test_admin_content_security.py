"""The admin works without one inline script, and runs none that somebody smuggled into it.

Every violation of the policy is an error on the console, for which `Watch` fails the test.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect
from wagtail.models import Page as WagtailPage

from articles.models import ArticlePage
from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.e2e.conftest import Visit
from tests.e2e.desk import ADMINISTRATOR, EDITOR, MODERATOR, Desk
from tests.e2e.places import find_page

pytestmark = pytest.mark.usefixtures("fresh_city")

# Would run in a page that lets inline scripts or handlers through.
SMUGGLED = "<script>window.smuggled = true</script><img src=x onerror='window.smuggled = true'>"


@pytest.fixture
def moderator(visit: Callable[..., Visit]) -> Desk:
    return Desk(visit(), MODERATOR)


@pytest.fixture
def about() -> StandardPage:
    return find_page(StandardPage, "en")


def open_tab_of(desk: Desk, selector: str) -> None:
    """Open the tab of the editor that a field stands in."""
    panel = desk.page.locator(f"[role=tabpanel]:has({selector})")
    desk.page.locator(f"[id='{panel.get_attribute('aria-labelledby')}']").click()


def test_the_explorer_opens_sorts_and_shows_a_menu(moderator: Desk):
    home = find_page(HomePage, "en")
    moderator.page.goto(f"/admin/pages/{home.pk}/")
    moderator.page.locator("table.listing thead a").first.click()
    moderator.page.locator("table.listing [data-w-dropdown-target=toggle]").first.click()

    menu = moderator.page.locator("[data-tippy-root]:visible")
    expect(menu.get_by_role("link", name="History")).to_be_visible()


def test_the_editor_saves_rich_text(moderator: Desk, about: StandardPage):
    moderator.edit(about)
    block = moderator.insert("story", "Text")
    text = block.locator("[contenteditable=true]")
    # What is typed is stored as a draft by itself; publishing waits for that.
    with moderator.page.expect_response(lambda answer: answer.request.method == "POST"):
        text.press_sequentially("Written without an inline script.")
    moderator.page.wait_for_load_state("networkidle")
    moderator.act("action-publish")
    moderator.expect_success()

    about.refresh_from_db()
    assert "Written without an inline script." in about.story.render_as_block()


def test_a_date_is_chosen_from_a_calendar(moderator: Desk):
    moderator.edit(find_page(CampaignPage, "en"))
    open_tab_of(moderator, "[name=starts_on]")
    field = moderator.page.locator("[name=starts_on]")
    before = field.input_value()
    field.click()
    calendar = moderator.page.locator(".xdsoft_datetimepicker:visible")
    calendar.locator("td.xdsoft_date:not(.xdsoft_current):not(.xdsoft_disabled)").first.click()

    expect(field).not_to_have_value(before)


def test_a_picture_is_uploaded_and_chosen(moderator: Desk, about: StandardPage, tmp_path: Path):
    photo = tmp_path / "lane.png"
    Image.new("RGB", (900, 600), "#2a9d8f").save(photo)
    moderator.edit(about)
    picture = moderator.insert("story", "Picture")
    moderator.upload_picture(picture, photo, "Lane")

    expect(picture.locator("img").first).to_be_visible()


def test_a_page_is_chosen(visit: Callable[..., Visit]):
    desk = Desk(visit(), ADMINISTRATOR)
    desk.page.goto("/admin/redirects/add/")
    desk.page.locator(".page-chooser").get_by_role("button", name="Choose").first.click()
    page = desk.page.locator(".modal-dialog:visible a.choose-page").first
    title = page.inner_text().strip()
    page.click()

    expect(desk.page.locator(".page-chooser [data-chooser-title]")).to_have_text(title)


def test_a_row_is_added_to_an_inline_panel(moderator: Desk):
    moderator.edit(find_page(ArticlePage, "en"))
    open_tab_of(moderator, "#id_author_links-ADD")
    rows = moderator.page.locator("#id_author_links-FORMS > *:visible")
    before = rows.count()
    moderator.page.locator("#id_author_links-ADD").click()

    expect(rows).to_have_count(before + 1)
    rows.last.get_by_role("button", name="Choose").first.click()
    expect(moderator.page.locator(".modal-dialog:visible")).to_be_visible()


def test_blocks_of_a_stream_are_moved_and_taken_out(moderator: Desk, about: StandardPage):
    moderator.edit(about)
    blocks = moderator.stream("story").locator("visible=true")
    before = blocks.count()
    moderator.insert("story", "Quote").locator("[name$=value-text]").fill("I leave the car.")
    last = moderator.stream("story").last
    last.locator("[data-streamfield-action=MOVE_UP]").first.press("Enter")
    expect(blocks).to_have_count(before + 1)
    moderator.stream("story").last.locator("[data-streamfield-action=DELETE]").first.press("Enter")

    expect(blocks).to_have_count(before)


def test_the_preview_shows_the_page(moderator: Desk, about: StandardPage):
    moderator.edit(about)
    moderator.open_side("preview")

    expect(moderator.preview.locator("h1")).to_have_text(about.title)


def test_a_page_goes_through_its_workflow(
    visit: Callable[..., Visit], moderator: Desk, about: StandardPage
):
    editor = Desk(visit(), EDITOR)
    editor.edit(about)
    editor.page.locator("#id_title").fill("Handed in")
    editor.act("action-submit")
    editor.expect_success()

    moderator.edit(about)
    moderator.approve()
    moderator.expect_success()

    about.refresh_from_db()
    assert about.title == "Handed in"


# What somebody smuggles in -----------------------------------------------------------------


def smuggle(page: WagtailPage) -> None:
    """Store markup where an editor could, past every form that would refuse it."""
    page.title = page.draft_title = f"Smuggled {SMUGGLED}"
    page.story = [("paragraph", f"<p>Text</p>{SMUGGLED}"), ("heading", {"text": SMUGGLED})]
    page.save_revision().publish()


def test_markup_in_a_title_or_a_stream_runs_nowhere_in_the_admin(
    moderator: Desk, about: StandardPage
):
    smuggle(about)

    for address in (f"{about.get_parent().pk}/", f"{about.pk}/edit/", f"{about.pk}/history/"):
        moderator.page.goto(f"/admin/pages/{address}")
        moderator.page.wait_for_load_state("networkidle")
        assert moderator.page.evaluate("window.smuggled") is None, address


@pytest.mark.parametrize(
    "markup",
    ["<script>window.smuggled = true</script>", "<script nonce>window.smuggled=1</script>"],
)
def test_a_script_that_escaping_let_through_is_refused_by_the_policy(
    visit: Callable[..., Visit], markup: str
):
    desk = Desk(visit(), MODERATOR)

    def answer_with_markup(route) -> None:
        response = route.fetch()
        route.fulfill(
            response=response, body=response.text().replace("</main>", f"{markup}</main>")
        )

    desk.page.route("**/admin/", answer_with_markup)
    desk.page.goto("/admin/")

    assert desk.page.evaluate("window.smuggled") is None
    [refused] = desk.visit.watch.problems()
    assert "script-src 'self'" in refused


def test_an_element_that_starts_widgets_starts_nothing_else(moderator: Desk):
    moderator.page.goto("/admin/")
    moderator.page.evaluate(
        """() => {
            window.called = [];
            window.fetchSecrets = () => window.called.push("fetchSecrets");
            const element = document.createElement("span");
            element.dataset.controller = "portal-start";
            element.dataset.portalStartNameValue = "fetchSecrets";
            element.dataset.portalStartArgumentsValue = "[]";
            document.body.append(element);
        }"""
    )
    moderator.page.wait_for_function("!document.querySelector('[data-controller=portal-start]')")

    assert moderator.page.evaluate("window.called") == []
