"""Staff see how much of a file has been sent, also in the window in which one is chosen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Route, expect

from publications.models import IssuePage, SeriesPage
from tests import pdf_files
from tests.e2e.accessibility import violations
from tests.e2e.conftest import Portal, Visit
from tests.e2e.desk import MODERATOR, Desk

# A line on which such a file takes some seconds.
SLOW = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 200_000}
UNDER_WAY = """() => {
    const percent = document.querySelector(".modal progress")?.value;
    return percent > 5 && percent < 95;
}"""


@pytest.fixture
def desk(fresh_city: Portal, visit: Callable[..., Visit]) -> Desk:
    """The editor of a new issue, at the tab with its PDF."""
    desk = Desk(visit(), MODERATOR)
    desk.add(
        "publications/issuepage", SeriesPage.objects.filter(locale__language_code="en").first()
    )
    desk.tab("PDF and contents")
    return desk


def upload(desk: Desk) -> Locator:
    """Choose a file of a megabyte in the chooser's window; return the window."""
    desk.page.get_by_role("button", name="Choose a document").click()
    window = desk.page.locator(".modal-body")
    window.get_by_role("tab", name="Upload").click()
    content = pdf_files.text_pdf(["Words"]) + b"%" * 1_000_000 + b"\n"
    file = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": content}
    window.locator("input[type=file]").set_input_files([file])
    window.get_by_label("Title").fill("The plan")
    return window


def test_the_choosers_window_shows_how_much_of_a_file_is_sent(desk: Desk):
    window = upload(desk)
    desk.page.context.new_cdp_session(desk.page).send("Network.emulateNetworkConditions", SLOW)
    window.get_by_role("button", name="Upload").click()

    bar = window.get_by_role("progressbar", name="Sending plan.pdf")
    expect(bar).to_be_visible()
    expect(window.get_by_role("status")).to_have_text("Sending plan.pdf")
    desk.page.wait_for_function(UNDER_WAY)
    # Wagtail's own window has faults of its own.
    ours = ("portal-sending", "<progress")
    assert [each for each in violations(desk.page) if any(part in str(each) for part in ours)] == []

    panel = desk.page.locator("[data-document-reading]")
    expect(panel).to_contain_text("1 page", timeout=20_000)
    expect(desk.page.locator(".modal-body")).to_have_count(0)
    assert not IssuePage.objects.filter(document__title="The plan").exists()


def test_a_file_that_did_not_arrive_shows_no_progress(desk: Desk):
    def refuse(route: Route) -> None:
        route.fulfill(status=500, body="")

    desk.visit.watch.allow(500)
    window = upload(desk)
    desk.page.route("**/admin/documents/chooser/create/**", refuse)
    window.get_by_role("button", name="Upload").click()

    expect(window.get_by_text("Server Error")).to_be_visible()
    expect(window.get_by_role("progressbar")).to_have_count(0)
