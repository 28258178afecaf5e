"""Every kind of page, as people see, hear, tab through, enlarge and print it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker

from tests.e2e.accessibility import violations
from tests.e2e.conftest import Portal, Visit, open_visit
from tests.e2e.places import ALBANIAN, ENGLISH, MEMBER, PLACES, Place
from tests.e2e.reading import (
    FOCUS,
    HEADINGS,
    LOST_IN_FORCED_COLOURS,
    MOVING,
    OVERFLOWING,
    PICTURES,
    POOR_PICTURES,
    visible,
)

PHONE, DESKTOP = 360, 1280
# The narrowest page that must do without sideways scrolling (WCAG 2.2, 1.4.10).
NARROWEST = 320


# What holds for every place, and what the language makes no difference to.
everywhere = pytest.mark.parametrize("opened", PLACES, indirect=True, ids=str)
in_english = pytest.mark.parametrize("opened", ENGLISH, indirect=True, ids=str)
in_albanian = pytest.mark.parametrize("opened", ALBANIAN, indirect=True, ids=str)


class Opened:
    """A place in a browser that tests look at one after the other."""

    def __init__(self, place: Place, visit: Visit) -> None:
        self.place = place
        self.watch = visit.watch
        self.page: Page = visit.page
        self.url = place.address()

    def load(self) -> None:
        """Open the place."""
        self.watch.allow(self.place.status)
        answer = self.page.goto(self.url)
        assert answer is not None
        assert answer.status == self.place.status


@pytest.fixture(scope="module")
def opened(
    request: pytest.FixtureRequest,
    browser: Browser,
    portal: Portal,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Opened]:
    """A place, opened once for all that is asked of it."""
    with django_db_blocker.unblock():
        visit = open_visit(browser, portal)
        if request.param.member:
            visit.sign_in(MEMBER)
        opened = Opened(request.param, visit)
        opened.load()
        yield opened
        visit.context.close()


@pytest.fixture(autouse=True)
def _plain(opened: Opened) -> Iterator[None]:
    """Start every test with a large, light screen, and end it without any complaint."""
    look(opened.page, DESKTOP)
    yield
    assert opened.watch.problems() == []


def look(page: Page, width: int, **media: Any) -> None:
    """Set the width, in CSS pixels, and what the reader's system asks for."""
    page.set_viewport_size({"width": width, "height": 780 if width < 600 else 800})
    wishes = {
        "media": "screen",
        "color_scheme": "light",
        "reduced_motion": "reduce",
        "forced_colors": "none",
    }
    page.emulate_media(**(wishes | media))


@in_english
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(opened: Opened, width: int, scheme: str):
    look(opened.page, width, color_scheme=scheme)

    assert violations(opened.page) == []


@in_albanian
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")])
def test_axe_finds_nothing_in_albanian_either(opened: Opened, width: int, scheme: str):
    look(opened.page, width, color_scheme=scheme)

    assert violations(opened.page) == []


@everywhere
def test_nothing_reaches_beyond_the_screen(opened: Opened):
    for width in (NARROWEST, PHONE, 768, DESKTOP, 1920):
        look(opened.page, width)
        assert opened.page.evaluate(OVERFLOWING) == [], f"at {width} px"


@everywhere
def test_text_of_twice_the_size_stays_on_the_screen(opened: Opened):
    opened.page.evaluate("document.documentElement.style.fontSize = '200%'")
    try:
        for width in (DESKTOP, 2 * NARROWEST):
            look(opened.page, width)
            assert opened.page.evaluate(OVERFLOWING) == [], f"at {width} px"
    finally:
        opened.page.evaluate("document.documentElement.style.fontSize = ''")


@everywhere
def test_there_is_one_main_heading_and_no_level_is_left_out(opened: Opened):
    levels = opened.page.evaluate(HEADINGS)

    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@everywhere
def test_every_picture_has_its_size_and_its_words_and_appears(opened: Opened):
    assert opened.page.evaluate(POOR_PICTURES) == []
    assert opened.page.evaluate(PICTURES) == []


@everywhere
def test_the_page_is_in_the_language_of_its_address(opened: Opened):
    assert opened.page.locator("html").get_attribute("lang") == opened.place.language


@everywhere
def test_the_switch_leads_to_the_same_page_in_the_other_language(opened: Opened):
    if not opened.place.has_translation:
        return
    other = "en" if opened.place.language == "sq" else "sq"
    link = opened.page.locator(f".site-header a[hreflang={other}]")
    answer = opened.page.context.request.get(link.get_attribute("href"))

    assert answer.status == opened.place.status
    assert f'<html lang="{other}"' in answer.text()
    if opened.page.locator("link[rel=alternate][hreflang]").count():
        back = f'hreflang="{opened.place.language}" href="{opened.page.url.split("?")[0]}'
        assert back in answer.text()


@in_english
def test_nothing_moves_for_those_who_asked_for_stillness(opened: Opened):
    look(opened.page, DESKTOP, reduced_motion="reduce")

    assert opened.page.evaluate(MOVING, 10) == []


@in_english
def test_what_moves_stops_within_five_seconds(opened: Opened):
    look(opened.page, DESKTOP, reduced_motion="no-preference")

    assert opened.page.evaluate(MOVING, 5000) == []


@in_english
def test_forced_colours_leave_everything_to_see(opened: Opened):
    look(opened.page, PHONE, forced_colors="active")

    assert opened.page.evaluate(LOST_IN_FORCED_COLOURS) == []
    assert opened.page.evaluate(OVERFLOWING) == []


@in_english
def test_on_paper_there_is_the_page_without_its_controls(opened: Opened):
    look(opened.page, DESKTOP, media="print")

    assert visible(opened.page, "main h1")
    for chrome in (".nav", ".skip", ".menu-btn", ".site-header .tool"):
        assert not visible(opened.page, chrome), chrome


@in_english
def test_the_keyboard_reaches_what_can_be_seen_and_shows_where_it_is(opened: Opened):
    opened.load()
    page, stops = opened.page, []
    for _number in range(12):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:  # The browser's own controls follow the last stop of the page.
            break
        stops.append(stop)

    assert stops, "Nothing can be reached by keyboard."
    assert [stop for stop in stops if not stop["shown"]] == []
    assert [stop for stop in stops if not stop["marked"]] == []
    if visible(page, "nav"):
        assert stops[0]["html"].startswith('<a class="skip"')
        page.locator(".skip").press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
