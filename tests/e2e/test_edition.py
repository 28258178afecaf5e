"""A citizen reads the HTML edition of a publication: chapter by chapter, all at once, on paper."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from publications.models import IssuePage
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Portal, Visit
from tests.factories.publications import chapters


@pytest.fixture
def issue(fresh_city: Portal) -> IssuePage:
    """An issue of the demo city, with an edition of three chapters."""
    issue = IssuePage.objects.get(title="Qyteti: Green cities", locale__language_code="en")
    issue.chapters = chapters("Shade", "Water", "Air")
    issue.save_revision().publish()
    return issue


def headings(page: Page) -> list[int]:
    """Return the levels of the headings, in their order."""
    return page.eval_on_selector_all(
        "main :is(h1, h2, h3, h4)", "found => found.map(one => Number(one.tagName[1]))"
    )


def printed(page: Page) -> dict[str, bool]:
    """Say of parts of the page whether paper shows them."""
    page.emulate_media(media="print")
    parts = ("main h1", ".prose", "[data-print]", ".site-header nav")
    shown = {part: page.locator(part).first.is_visible() for part in parts}
    page.emulate_media(media="screen")
    return shown


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (360, "dark")])
def test_an_edition_is_read_from_chapter_to_chapter(
    issue: IssuePage, visit: Callable[..., Visit], width: int, colours: str
):
    page = visit(width=width, color_scheme=colours, extra_http_headers=NO_COPIES).page
    page.goto(issue.url)
    page.get_by_role("link", name="Read online").click()
    expect(page).to_have_url(f"{page.url.split('/en/')[0]}{issue.url}read/1/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Shade")
    expect(page.get_by_role("link", name="Previous chapter:")).to_have_count(0)
    assert violations(page) == []

    contents = page.get_by_role("navigation", name=issue.title)
    expect(contents.locator("[aria-current=page]")).to_have_text("Shade")
    page.get_by_role("link", name="Next chapter: Water").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Water")
    expect(contents.locator("[aria-current=page]")).to_have_text("Water")
    assert violations(page) == []

    contents.get_by_role("link", name="Air").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Air")
    expect(page.get_by_role("link", name="Next chapter:")).to_have_count(0)
    page.get_by_role("link", name="Previous chapter: Water").click()
    expect(page).to_have_url(f"{page.url.split('/en/')[0]}{issue.url}read/2/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (360, "dark")])
def test_all_chapters_stand_on_one_page_with_contents(
    issue: IssuePage, visit: Callable[..., Visit], width: int, colours: str
):
    page = visit(width=width, color_scheme=colours, extra_http_headers=NO_COPIES).page
    page.goto(f"{issue.url}read/1/")
    page.get_by_role("link", name="All chapters on one page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(issue.title)
    assert violations(page) == []

    levels = headings(page)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Air").click()
    expect(page.get_by_role("heading", name="Air", level=2)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Back to the publication").click()
    expect(page.get_by_role("link", name="Read online")).to_be_visible()


@pytest.mark.parametrize(
    ("below", "button"),
    [("read/1/", "Print this chapter"), ("read/all/", "Print the edition")],
)
def test_an_edition_is_printed_without_what_is_no_use_on_paper(
    issue: IssuePage, visit: Callable[..., Visit], below: str, button: str
):
    page = visit(extra_http_headers=NO_COPIES).page
    page.add_init_script("window.print = () => { window.hasPrinted = true; };")
    page.goto(f"{issue.url}{below}")
    page.get_by_role("button", name=button).click()
    assert page.evaluate("window.hasPrinted")
    assert printed(page) == {
        "main h1": True,
        ".prose": True,
        "[data-print]": False,
        ".site-header nav": False,
    }


def test_an_edition_is_read_without_a_script(issue: IssuePage, visit: Callable[..., Visit]):
    page = visit(java_script_enabled=False, width=360).page
    page.goto(f"{issue.url}read/1/")
    page.get_by_role("link", name="Next chapter: Water").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Water")
    expect(page.get_by_role("button", name="Print this chapter")).to_have_count(0)
