"""The end of a term: both sides are reminded, the logo leaves, and a renewal brings it back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import Page, expect

from campaigns.models import CampaignPage, EventPage
from partners.models import Partner, Placement, PlacementKind
from partners.reminding import STEPS
from publications.models import IssuePage
from site_config import timers
from site_config.days import city_today
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of
from tests.e2e.accessibility import violations
from tests.e2e.calendars import CityCalendar
from tests.e2e.conftest import NO_COPIES, PATIENCE, Visit
from tests.e2e.desk import ADMINISTRATOR, Desk

pytestmark = pytest.mark.usefixtures("fresh_city")

DAY = timedelta(days=1)
NAME = "Lana Mobility"
# A browser that is driven says so in its name, and is left out.
READER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36"
)
PAGES = {
    PlacementKind.CAMPAIGN: CampaignPage,
    PlacementKind.EVENT: EventPage,
    PlacementKind.PUBLICATION: IssuePage,
}


@pytest.fixture
def partner() -> Partner:
    """A partner with a place of every kind."""
    return Partner.objects.get(name=NAME)


def places_of(partner: Partner) -> dict[str, str]:
    """Return where the logo stands, as selectors within English pages."""
    places = {"/en/": "main", "/en/partners/": ".site-footer"}
    for placement in partner.placements.exclude(page_key=None):
        model = PAGES[PlacementKind(placement.kind)]
        page = model.objects.live().get(
            translation_key=placement.page_key, locale__language_code="en"
        )
        places[page.url] = "main"
    return places


def shown_on(page: Page, partner: Partner) -> set[str]:
    """Return the pages on which the logo stands in a placement."""
    found = set()
    for address, part in places_of(partner).items():
        page.goto(address)
        if page.locator(f"{part} [data-visit-seen] img[alt='{NAME}']").count():
            found.add(address)
    return found


def open_terms(desk: Desk, partner: Partner) -> None:
    """Open the terms of a partnership."""
    desk.page.goto(f"/admin/snippets/partners/partner/edit/{partner.pk}/")
    expect(desk.page.locator("#id_terms-0-ends_on")).to_be_visible()


def save(desk: Desk) -> None:
    """Save the form, and wait until it says so."""
    desk.page.locator("footer button[type=submit]").first.click()
    expect(desk.page.locator(".messages .success")).to_be_visible()


def begin_day(calendar: CityCalendar, day: date) -> None:
    """Let the city's clock reach a day, and the timers do what is theirs."""
    calendar.ahead += day - city_today()
    for _round in range(2):
        call_command("run_timers", once=True)


@pytest.fixture
def nights(monkeypatch: pytest.MonkeyPatch, calendar: CityCalendar) -> CityCalendar:
    """The city's day, by which the work of each night is done, too."""
    monkeypatch.setattr(timers, "working_day", lambda _moment: city_today())
    return calendar


def test_a_term_ends_and_is_renewed(
    visit: Callable[..., Visit], partner: Partner, nights: CityCalendar
):
    # Both sides hear of it, once at each step.
    last = partner.terms.order_by("starts_on").last()
    for days in STEPS:
        begin_day(nights, last.ends_on - days * DAY)
    about = [sent for sent in mail.outbox if sent.subject.startswith(f"{NAME}:")]
    assert [sent.to for sent in about] == 3 * [
        ["besa@lana-mobility.example"],
        ["editor@smartcity.example"],
    ]

    # On the last day the logo still stands wherever it was placed.
    reader = visit(extra_http_headers=NO_COPIES).page
    places = set(places_of(partner))
    assert len(places) >= 5
    begin_day(nights, last.ends_on)
    assert shown_on(reader, partner) == places

    # The city's midnight passes, and it has left every placement; nobody has done anything.
    begin_day(nights, last.ends_on + DAY)
    assert shown_on(reader, partner) == set()
    reader.goto(partner.pages.get(locale__language_code="en").url)
    expect(reader.locator("main")).to_contain_text("Past partner")
    assert violations(reader) == []
    reader.goto(partner.pages.get(locale__language_code="sq").url)
    expect(reader.locator("main")).to_contain_text("Partner i dikurshëm")

    # A new term brings it back, and the page is the same one.
    desk = Desk(visit(), ADMINISTRATOR)
    open_terms(desk, partner)
    number = partner.terms.count()
    desk.page.locator("#id_terms-ADD").click()
    starts_on, ends_on = (
        desk.page.locator(f"#id_terms-{number}-{name}") for name in ("starts_on", "ends_on")
    )
    starts_on.fill(f"{city_today():%Y-%m-%d}")
    ends_on.fill(f"{city_today() - DAY:%Y-%m-%d}")
    ends_on.press("Tab")
    desk.page.locator("footer button[type=submit]").first.click()
    expect(desk.page.get_by_text("The term can't end before it starts.").first).to_be_visible()
    ends_on.fill(f"{city_today() + 365 * DAY:%Y-%m-%d}")
    save(desk)
    assert shown_on(reader, partner) == places
    reader.goto(partner.pages.get(locale__language_code="en").url)
    expect(reader.locator("main")).not_to_contain_text("Past partner")
    expect(reader.locator("main")).to_contain_text("2011")


def counted(kind: VisitKind, placement: Placement) -> int:
    """Return what was counted today."""
    rows = DailyTotal.objects.filter(day=city_today(), kind=kind, subject=subject_of(placement))
    return sum(rows.values_list("count", flat=True))


def await_count(page: Page, kind: VisitKind, placement: Placement) -> int:
    """Return what was counted, once a beacon has arrived; nothing where none does in time."""
    for _try in range(PATIENCE // 200):
        if counted(kind, placement):
            break
        page.wait_for_timeout(200)
    return counted(kind, placement)


def test_what_is_seen_and_followed_is_counted(visit: Callable[..., Visit], partner: Partner):
    placement = partner.placements.get(kind=PlacementKind.FOOTER)
    page = visit(width=360, user_agent=READER).page
    page.goto("/en/partners/")
    logo = page.locator(f".foot-partners img[alt='{NAME}']")
    assert counted(VisitKind.VIEW, placement) == 0  # Nobody has scrolled there.

    logo.scroll_into_view_if_needed()
    assert await_count(page, VisitKind.VIEW, placement) == 1
    assert page.context.cookies() == []

    logo.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    assert await_count(page, VisitKind.CLICK, placement) == 1


def test_a_click_without_a_script_is_counted(visit: Callable[..., Visit], partner: Partner):
    placement = partner.placements.get(kind=PlacementKind.FOOTER)
    page = visit(java_script_enabled=False, user_agent=READER).page
    page.goto("/en/partners/")
    page.locator(f".foot-partners img[alt='{NAME}']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    assert page.url.endswith(partner.pages.get(locale__language_code="en").url)
    assert counted(VisitKind.CLICK, placement) == 1


def test_paper_gets_the_logo_made_for_it(visit: Callable[..., Visit], partner: Partner):
    page = visit(color_scheme="dark").page
    page.goto("/en/partners/")
    logo = page.locator(f"main img[alt='{NAME}']")
    logo.scroll_into_view_if_needed()
    shown = logo.evaluate("(image) => image.currentSrc")
    page.emulate_media(media="print")
    expect(logo).to_have_js_property("complete", True)
    page.wait_for_function(
        "([image, shown]) => image.currentSrc !== shown", arg=[logo.element_handle(), shown]
    )
