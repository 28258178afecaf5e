"""A citizen in the library reads, cites and takes along, with and without scripts."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import expect

from publications.models import IssuePage
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of, sums
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Portal, Visit

# Chromium says that it has no head, and programs are not counted.
READER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/140.0 Safari/537.36"
)


@pytest.fixture
def issue(fresh_city: Portal) -> IssuePage:
    return IssuePage.objects.get(title="Qyteti: Green cities", locale__language_code="en")


def downloads(issue: IssuePage) -> int:
    subject = subject_of(issue.document)
    return sums(VisitKind.DOWNLOAD, [subject])[subject]


def told(visit: Visit) -> int:
    """Return the number of downloads that the page tells."""
    stat = visit.page.locator(".stats > div", has_text="downloads").locator("dd")
    return int(stat.inner_text().replace(",", ""))


def test_a_citizen_reads_cites_and_downloads(issue: IssuePage, visit: Callable[..., Visit]):
    reader = visit(
        user_agent=READER,
        permissions=["clipboard-read", "clipboard-write"],
        extra_http_headers=NO_COPIES,
    )
    page = reader.page
    before = downloads(issue)
    with page.expect_response("**/visits/") as counted:
        page.goto(issue.url)
    assert counted.value.status == 204
    assert sums(VisitKind.VIEW, [subject_of(issue)]) == {subject_of(issue): 1}
    assert told(reader) == before
    assert violations(page) == []

    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    with override("en"):
        assert copied == issue.citation
    with page.expect_download() as reference:
        page.get_by_role("link", name="BibTeX").click()
    assert reference.value.suggested_filename.endswith(".bib")

    link = page.get_by_role("link", name="Download the PDF")
    # What is copied from the page is the address that stays.
    assert link.get_attribute("href") == issue.document.url
    with page.expect_response("**/visits/") as counted, page.expect_download() as file:
        link.click()
    assert counted.value.status == 204
    assert file.value.path().read_bytes().startswith(b"%PDF-")
    assert downloads(issue) == before + 1
    page.reload()
    assert told(reader) == before + 1
    assert reader.context.cookies() == []


def test_a_download_counts_without_a_script(issue: IssuePage, visit: Callable[..., Visit]):
    reader = visit(user_agent=READER, java_script_enabled=False, width=360)
    before = downloads(issue)
    reader.page.goto(issue.url)
    with reader.page.expect_download() as file:
        reader.page.get_by_role("link", name="Download the PDF").click()
    assert file.value.path().read_bytes().startswith(b"%PDF-")
    assert downloads(issue) == before + 1


def test_who_does_not_want_to_be_counted_is_not(issue: IssuePage, visit: Callable[..., Visit]):
    reader = visit(user_agent=READER, extra_http_headers=NO_COPIES | {"Sec-GPC": "1"})
    reader.page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})"
    )
    reader.page.goto(issue.url)
    with reader.page.expect_download():
        reader.page.get_by_role("link", name="Download the PDF").click()

    assert [url for url in reader.watch.requests if "/visits/" in url] == []
    today = DailyTotal.objects.filter(day=timezone.localdate())
    assert not today.filter(kind=VisitKind.VIEW).exists()
