"""The admin's lists and forms keep within a phone: what finds no room is scrolled to."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, expect
from pytest_django import DjangoDbBlocker

from campaigns.models import EventPage
from gallery.models import GalleryMedia
from home.models import HomePage
from publications.models import IssuePage
from tests.e2e.conftest import Portal, open_visit
from tests.e2e.desk import ADMINISTRATOR, Desk
from tests.e2e.places import find_page

# What ends beside the screen, and stands in nothing that can be scrolled sideways. What Wagtail
# slides in from the side stands there on purpose.
OUT_OF_REACH = """(place) => {
    const within = (box) => box.right <= innerWidth + 1 && box.left >= -1;
    const reaches = (element) => {
        for (let above = element; above; above = above.parentElement) {
            if (/auto|scroll/.test(getComputedStyle(above).overflowX)) {
                return within(above.getBoundingClientRect());
            }
        }
        return false;
    };
    const kinds = "a, button, input, select, td, th, p";
    return [...document.querySelector(place).querySelectorAll(kinds)]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .filter((one) => !one.closest(".w-minimap, .form-side, .w-sr-only"))
        .filter((one) => !within(one.getBoundingClientRect()) && !reaches(one))
        .map((one) => one.outerHTML.slice(0, 120));
}"""
# Where a word has been torn: more lines than words.
TORN = """() => [...document.querySelectorAll("table.listing .title-wrapper")].map((title) => {
    const link = title.querySelector("a") ?? title;
    const words = link.textContent.trim().split(/\\s+/).length;
    const height = parseFloat(getComputedStyle(link).lineHeight);
    const lines = Math.round(link.getBoundingClientRect().height / height);
    return lines > words ? link.textContent.trim() : "";
}).filter(Boolean)"""
# Pixels; none of the portal's own icons is larger than a heading.
LARGEST = 48
LARGE_ICONS = f"""() => [...document.querySelectorAll("main svg.icon")]
    .map((icon) => icon.getBoundingClientRect())
    .filter((box) => Math.max(box.width, box.height) > {LARGEST}).length"""


@pytest.fixture(scope="module")
def desk(browser: Browser, portal: Portal, django_db_blocker: DjangoDbBlocker) -> Iterator[Desk]:
    """One desk on a phone for all of these tests, which change nothing."""
    with django_db_blocker.unblock():
        visit = open_visit(browser, portal, width=360, reduced_motion="reduce")
        yield Desk(visit, ADMINISTRATOR)
        visit.context.close()


def views() -> dict[str, str]:
    """Return where the lists and forms with the most to show are, by what they show."""
    film, issue = GalleryMedia.objects.first(), find_page(IssuePage, "en")
    return {
        "pages": f"/admin/pages/{find_page(HomePage, 'en').pk}/",
        "an event": f"/admin/pages/{find_page(EventPage, 'en').pk}/edit/",
        "partners": "/admin/snippets/partners/partner/",
        "placements": "/admin/snippets/partners/placement/",
        "pictures": "/admin/images/",
        "films": "/admin/media/",
        "a film": f"/admin/media/edit/{film.pk}/",
        "documents": "/admin/documents/",
        "a document": reverse("wagtaildocs:edit", args=[issue.document_id]),
        "answers": reverse("community_answers"),
    }


def test_everything_is_within_reach_of_a_finger(desk: Desk):
    found = {}
    for name, address in views().items():
        desk.page.goto(address)
        found[name] = desk.page.evaluate(OUT_OF_REACH, "main")

    assert {name: elements for name, elements in found.items() if elements} == {}
    assert desk.visit.watch.problems() == []


def test_a_dialog_in_which_a_page_is_chosen_can_be_scrolled_to_the_pages_below(desk: Desk):
    desk.page.goto("/admin/redirects/add/")
    desk.page.locator("#id_redirect_page-chooser").get_by_role("button", name="Choose").press(
        "Enter"
    )
    below = desk.page.locator(".modal-dialog:visible .navigate-pages").first
    expect(desk.page.locator(".modal:focus")).to_have_count(1)

    assert desk.page.evaluate(OUT_OF_REACH, ".modal-dialog") == []
    below.evaluate("link => link.scrollIntoView({ inline: 'end', block: 'nearest' })")
    expect(below).to_be_in_viewport(ratio=0.95)


def test_names_in_lists_keep_their_words_whole(desk: Desk):
    for name in ("pages", "partners", "placements", "films", "documents"):
        desk.page.goto(views()[name])
        assert desk.page.evaluate(TORN) == [], name


def test_icons_are_as_large_as_what_they_stand_beside(desk: Desk):
    for name in ("a document", "answers", "a film"):
        desk.page.goto(views()[name])
        assert desk.page.evaluate(LARGE_ICONS) == 0, name
