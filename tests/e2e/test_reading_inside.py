"""A bulletin comes out, a word of its page 7 is found, and a reader asks for another form of it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from publications.models import AccessibleCopyRequest, IssuePage, SeriesPage
from site_config.models import OutboxMail, SiteDocument
from tests import pdf_files
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Portal, Visit
from tests.e2e.desk import MODERATOR, Desk

WORDS = [f"On page {number} of the bulletin stands kaleidoskop{number}." for number in range(1, 10)]


def test_a_bulletin_is_found_by_a_word_of_page_7_and_asked_for_in_another_form(
    fresh_city: Portal, visit: Callable[..., Visit], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("community.guest_guards.QUICKEST_SECONDS", 0)
    issue = make_bulletin(Desk(visit(), MODERATOR))
    reader = visit(extra_http_headers=NO_COPIES)
    page = reader.page

    page.goto("/en/search/?q=kaleidoskop7")
    hit = page.get_by_role("link", name="page 7")
    expect(hit).to_have_attribute("href", f"{issue.document.url}#page=7")
    expect(page.locator("mark", has_text="kaleidoskop7")).to_be_visible()
    assert violations(page) == []

    page.goto(issue.url)
    assert violations(page) == []
    page.get_by_role("searchbox", name="Words to find in this publication").fill("kaleidoskop7")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="page 7")).to_be_visible()
    assert violations(page) == []

    page.goto(issue.url)
    page.get_by_role("button", name="Ask for an accessible copy").press("Enter")
    expect(page.get_by_label("Text to read online")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Text to read online").check()
    page.get_by_label("E-mail address").fill("ana@example.org")
    page.get_by_role("button", name="Send the request").click()
    expect(page.get_by_text("We have sent you a link")).to_be_visible()
    assert page.url.endswith(issue.url)

    mail = OutboxMail.objects.get(to="ana@example.org")
    page.goto(re.search(r"https?://[^/]+(/\S+)", mail.text)[1])
    page.get_by_role("button", name="Yes, write to me").click()
    expect(page.get_by_text("We write to you when the copy is there.")).to_be_visible()

    answer(Desk(visit(), MODERATOR))
    told = OutboxMail.objects.filter(to="ana@example.org").latest("pk")
    assert "See page 7." in told.text
    assert issue.url in told.text


def make_bulletin(desk: Desk) -> IssuePage:
    """Upload a PDF, and publish volume 2, number 3 with it."""
    page = desk.page
    page.goto("/admin/documents/add/")
    file = {"name": "bulletin.pdf", "mimeType": "application/pdf"}
    page.locator("#id_file").set_input_files([file | {"buffer": pdf_files.text_pdf(WORDS)}])
    page.locator("#id_title").fill("Bulletin 2/3")
    page.get_by_role("button", name="Upload").click()
    row = page.locator("tr", has_text="Bulletin 2/3")
    expect(row).to_contain_text("Read")
    expect(row).to_contain_text("9 pages")
    document = SiteDocument.objects.get(title="Bulletin 2/3")

    series = SeriesPage.objects.filter(locale__language_code="en").first()
    desk.add("publications/issuepage", series)
    page.locator("#id_title").fill("Bulletin, vol. 2 no. 3")
    desk.tab("Facts")
    page.locator("#id_volume_number").fill("2")
    page.locator("#id_number").fill("3")
    page.locator("[name=languages][value=en]").check()
    desk.tab("PDF and contents")
    page.get_by_role("button", name="Choose a document").click()
    page.locator(".modal-body").get_by_role("link", name="Bulletin 2/3").click()
    panel = page.locator("[data-document-reading]")
    expect(panel).to_contain_text("For assistive technology it lacks")
    desk.publish()
    issue = IssuePage.objects.get(title="Bulletin, vol. 2 no. 3")
    assert (issue.document, issue.extent) == (document, 9)
    return issue


def answer(desk: Desk) -> None:
    """See to the one request, from the welcome to the answer."""
    found = AccessibleCopyRequest.objects.get(email="ana@example.org")
    desk.page.goto(f"/admin/publications/accessiblecopyrequest/edit/{found.pk}/")
    assert "ana@example.org" not in desk.page.content()
    desk.page.locator("#id_state").select_option("ready")
    desk.page.locator("#id_answer").fill("See page 7.")
    desk.page.get_by_role("button", name="Save").click()
    desk.expect_success()
