"""How long a campaign still runs, or until it begins: in the words of each language."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from campaigns.days import city_today
from campaigns.models import CampaignPage
from tests.e2e.conftest import NO_COPIES, Visit

pytestmark = pytest.mark.usefixtures("fresh_city")


class Case(NamedTuple):
    """A countdown in a language."""

    language: str
    begins: bool
    around: str


# The time that is left, in English, in Albanian, and in Albanian after “pas”.
TIMES = {
    timedelta(minutes=1): ("1 minute", "1 minutë", "1 minute"),
    timedelta(minutes=59, seconds=59): ("59 minutes", "59 minuta", "59 minutash"),
    timedelta(hours=1): ("1 hour", "1 orë", "1 ore"),
    timedelta(hours=2, minutes=1): ("2 hours, 1 minute", "2 orë, 1 minutë", "2 orësh, 1 minute"),
    timedelta(hours=5, minutes=30): (
        *("5 hours, 30 minutes", "5 orë, 30 minuta", "5 orësh, 30 minutash"),
    ),
    timedelta(days=1, minutes=5): ("1 day", "1 ditë", "1 dite"),
    timedelta(days=1, hours=1): ("1 day, 1 hour", "1 ditë, 1 orë", "1 dite, 1 ore"),
    timedelta(days=3, hours=5): ("3 days, 5 hours", "3 ditë, 5 orë", "3 ditësh, 5 orësh"),
}
CASES = [
    Case("en", False, "{time} left"),
    Case("sq", False, "Edhe {time}"),
    Case("en", True, "Begins in {time}"),
    Case("sq", True, "Fillon pas {time}"),
]


def waited_for(language: str, *, begins: bool = False) -> tuple[str, datetime]:
    """Return the address of a campaign, and the moment that its countdown leads to."""
    running = CampaignPage.objects.live().open_on(city_today())
    campaign = running.get(locale__language_code=language)
    if begins:
        campaign.starts_on = city_today() + timedelta(days=10)
        campaign.ends_on = city_today() + timedelta(days=40)
        campaign.key_day = None
        campaign.save()
    return campaign.url, campaign.counts_down_to


def countdown(page: Page) -> Locator:
    """Return the words that follow the clock."""
    return page.locator("[data-until]")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}-{case.begins}")
def test_the_time_that_is_left_is_told_in_the_words_of_the_language(
    visit: Callable[..., Visit], case: Case
):
    address, moment = waited_for(case.language, begins=case.begins)
    page = visit(extra_http_headers=NO_COPIES).page

    told = {}
    for left in TIMES:
        page.clock.set_fixed_time(moment - left)
        page.goto(address)  # Its scripts have run when it is loaded.
        told[left] = countdown(page).inner_text()

    form = 0 if case.language == "en" else 2 if case.begins else 1
    assert told == {
        left: case.around.replace("{time}", forms[form]) for left, forms in TIMES.items()
    }


def test_the_words_follow_the_clock_and_stay_in_the_last_minute(visit: Callable[..., Visit]):
    address, moment = waited_for("en")
    page = visit(extra_http_headers=NO_COPIES).page
    page.clock.install(time=moment - timedelta(minutes=3, seconds=45))
    page.goto(address)
    expect(countdown(page)).to_have_text("3 minutes left")

    page.clock.run_for(60_000)
    expect(countdown(page)).to_have_text("2 minutes left")
    page.clock.run_for(180_000)
    expect(countdown(page)).to_have_text("1 minute left")


def test_without_a_script_the_days_stand_there(visit: Callable[..., Visit]):
    address, moment = waited_for("sq", begins=True)
    page = visit(java_script_enabled=False, extra_http_headers=NO_COPIES).page
    page.goto(address)
    expect(countdown(page)).to_contain_text(f"{moment.year}")
