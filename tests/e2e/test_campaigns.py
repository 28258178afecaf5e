"""Residents take part in a campaign, hear what came of it, and read what was promised."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from campaigns.announcing import announce_outcomes
from campaigns.days import city_today
from campaigns.models import (
    CampaignPage,
    CommitmentIndexPage,
    CommitmentPage,
    EventPage,
    EventRegistration,
    Pledge,
)
from campaigns.timers import tell_and_purge
from site_config.outbox import deliver_due_mails
from tests.community.following_steps import outbox_for
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Visit
from tests.e2e.desk import EDITOR, MODERATOR, Desk
from tests.e2e.places import MEMBER, find_page

pytestmark = pytest.mark.usefixtures("fresh_city")

ADDRESS = "ana@example.org"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is driven types faster than the people for whom the form waits."""
    monkeypatch.setattr("community.guest_guards.QUICKEST_SECONDS", 0)


@pytest.fixture
def campaign() -> CampaignPage:
    """The campaign that runs, in English."""
    running = CampaignPage.objects.live().open_on(city_today())
    return running.get(locale__language_code="en")


def link_in_last_mail(kind: str) -> str:
    """Return the path of a link in the latest mail: ``confirm`` or ``own``."""
    found = re.search(rf"https?://\S+/pledges/{kind}/\S+", mail.outbox[-1].body)
    return urlsplit(found[0]).path


def reached(page: Page, campaign: CampaignPage) -> int:
    """Return what the campaign's page says is reached."""
    page.goto(campaign.url)
    return int(page.locator("#goal").get_attribute("value") or 0)


def test_a_pledge_by_mail_is_counted_heard_of_and_taken_back(
    visit: Callable[..., Visit], campaign: CampaignPage
):
    here = visit(width=360, extra_http_headers=NO_COPIES)
    here.watch.allow(422)
    page = here.page
    before = reached(page, campaign)
    assert page.context.cookies() == []

    page.locator("a[data-pledge]").press("Enter")
    form = page.locator("[data-pledge-form]")
    expect(form.locator("input[type=radio]").first).to_be_focused()
    form.get_by_role("button").press("Enter")
    expect(form.locator("[aria-invalid=true]").first).to_be_visible()
    expect(form.locator("#errors")).to_be_focused()
    assert violations(page) == []
    form.locator("input[type=radio]").first.check()
    form.get_by_label("E-mail address").fill(ADDRESS)
    form.get_by_label("Your name").fill("Ana Hoxha")
    form.get_by_label(re.compile("^Show my name")).check()
    form.get_by_role("button").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mailbox")
    assert reached(page, campaign) == before

    page.goto(link_in_last_mail("confirm"))
    assert violations(page) == []
    page.get_by_role("button", name="Confirm: count me").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you: you are counted")
    assert violations(page) == []
    assert reached(page, campaign) == before + 1
    expect(page.locator("main")).to_contain_text("Ana Hoxha")

    CampaignPage.objects.filter(translation_key=campaign.translation_key).update(
        ends_on=city_today() - timedelta(days=1), key_day=None
    )
    ended = CampaignPage.objects.get(pk=campaign.pk)
    ended.results = [{"type": "paragraph", "value": "<p>Every school has a group.</p>"}]
    ended.save_revision().publish()
    announce_outcomes()
    heard = [letter for letter in mail.outbox if letter.to == [ADDRESS]]
    assert sum("what came of" in letter.subject for letter in heard) == 1
    page.goto(urlsplit(re.search(r"https?://\S+#results", heard[-1].body)[0]).path)
    expect(page.locator("#results")).to_contain_text("Every school has a group.")

    mail.outbox[:] = heard
    page.goto(link_in_last_mail("own"))
    page.get_by_role("button", name="Take it back").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("You are no longer counted")
    assert reached(page, campaign) == before


def take_part(guest: Page) -> None:
    """Pledge on the page of a campaign, without a script, and confirm it."""
    guest.locator("a[data-pledge]").click()
    guest.get_by_label("E-mail address").fill(ADDRESS)
    guest.locator("input[type=radio]").first.check()
    guest.locator("main form button").click()
    guest.goto(link_in_last_mail("confirm"))
    guest.locator("main form button").click()
    expect(guest.get_by_role("heading", level=1)).to_have_text("Thank you: you are counted")


def test_without_scripts_a_guest_and_a_member_take_part(
    visit: Callable[..., Visit], campaign: CampaignPage
):
    guest = visit(width=360, java_script_enabled=False, extra_http_headers=NO_COPIES).page
    before = reached(guest, campaign)
    take_part(guest)

    here = visit(java_script_enabled=False, extra_http_headers=NO_COPIES)
    here.sign_in(MEMBER)
    member = here.page
    member.goto(campaign.url)
    member.locator("a[data-pledge]").click()
    member.locator("input[type=radio]").last.check()
    member.locator("main form button").click()
    expect(member.get_by_role("heading", level=1)).to_have_text("Thank you: you are counted")
    assert reached(member, campaign) == before + 2
    member.goto("/en/pledges/")
    expect(member.locator("main .list > li")).to_have_count(1)
    member.locator("main .list a").click()
    member.get_by_role("button", name="Take it back").click()
    assert reached(member, campaign) == before + 1
    assert Pledge.objects.filter(member__email=MEMBER).count() == 0


def timers_go_round() -> None:
    tell_and_purge()
    deliver_due_mails()


def draft_promise(desk: Desk, campaign: CampaignPage) -> None:
    """Write a promise that came of a campaign, planned today, and hand it in."""
    desk.add("campaigns/commitmentpage", find_page(CommitmentIndexPage, "en"))
    page = desk.page
    page.locator("#id_title").fill("A shady way to every school")
    page.locator("[data-contentpath=said] [contenteditable=true]").click()
    page.keyboard.type("Children walk in the sun.")
    page.locator("#id_promise").fill("Trees along forty streets.")
    page.locator("#id_due_on").fill((city_today() + timedelta(days=90)).isoformat())
    page.keyboard.press("Escape")  # The calendar of a date stays open otherwise.
    desk.tab("Steps")
    page.locator("#id_steps-0-state").select_option("planned")
    page.locator("#id_steps-0-words").fill("The first streets are chosen.")
    desk.tab("Origin")
    page.locator("[data-contentpath=campaign]").get_by_role("button", name="Choose").click()
    modal = page.locator(".modal-dialog:visible")
    modal.get_by_placeholder("Search").fill(campaign.title)
    modal.locator("a.choose-page", has_text=campaign.title).first.click()
    expect(modal).to_be_hidden()
    desk.act("action-submit")
    desk.expect_success()


def test_who_took_part_hears_of_each_step_of_a_promise_once(
    visit: Callable[..., Visit], campaign: CampaignPage
):
    timers_go_round()  # What the demo's own promises have to tell came before.
    citizen = visit(width=360, java_script_enabled=False, extra_http_headers=NO_COPIES).page
    citizen.goto(campaign.url)
    take_part(citizen)
    mail.outbox.clear()
    draft_promise(Desk(visit(), EDITOR), campaign)
    timers_go_round()
    assert outbox_for(ADDRESS) == []

    promise = CommitmentPage.objects.get(title="A shady way to every school")
    moderator = Desk(visit(), MODERATOR)
    moderator.edit(promise)
    moderator.approve()
    moderator.expect_success()
    for _round in range(2):
        timers_go_round()
    (planned,) = outbox_for(ADDRESS)
    assert "It now stands: Planned. The first streets are chosen." in planned.body
    citizen.goto(urlsplit(re.search(rf"https?://\S+{promise.slug}/", planned.body)[0]).path)
    expect(citizen.locator("h1")).to_have_text(promise.title)
    steps = citizen.locator(".timeline > li")
    expect(steps).to_have_count(1)
    expect(steps.first.locator("time")).to_have_attribute("datetime", city_today().isoformat())
    expect(steps.first).to_contain_text("The first streets are chosen.")

    moderator.edit(promise)
    moderator.tab("Steps")
    moderator.page.get_by_role("button", name="Add step").click()
    moderator.page.locator("#id_steps-1-state").select_option("done")
    moderator.publish()
    for _round in range(2):
        timers_go_round()
    _planned, done = outbox_for(ADDRESS)
    assert "It now stands: Done." in done.body
    citizen.reload()
    expect(steps).to_have_count(2)
    expect(steps.first).to_contain_text("Done")


@pytest.mark.parametrize(("language", "scheme"), [("sq", "dark"), ("en", "light")])
def test_promises_are_read_by_everybody(visit: Callable[..., Visit], language: str, scheme: str):
    page = visit(width=360, color_scheme=scheme).page
    late = CommitmentPage.objects.live().overdue().filter(locale__language_code=language)[0]

    page.goto(late.get_parent().url)
    assert violations(page) == []
    page.locator(".outcomes a").first.click()
    expect(page).to_have_url(re.compile(f"{late.url}$"))
    assert violations(page) == []


@pytest.fixture
def workshop() -> EventPage:
    """An event to come with a single place, which nobody has yet."""
    event = EventPage.objects.live().get(slug="draw-your-route")
    alike = EventPage.objects.filter(translation_key=event.translation_key)
    alike.update(capacity=1)
    EventRegistration.objects.filter(event_key=event.translation_key).delete()
    return event


def link_for(address: str, kind: str) -> str:
    """Return the path in the latest mail to somebody: ``confirm`` or ``cancel``."""
    letters = [letter for letter in mail.outbox if letter.to == [address]]
    found = re.search(rf"https?://\S+/registrations/{kind}/\S+", letters[-1].body)
    return urlsplit(found[0]).path


def test_guests_register_for_an_event_wait_for_a_place_and_give_one_back(
    visit: Callable[..., Visit], workshop: EventPage
):
    here = visit(width=360, extra_http_headers=NO_COPIES)
    page = here.page

    def register(name: str, address: str) -> None:
        page.goto(workshop.url)
        page.get_by_role("link", name="Register", exact=True).press("Enter")
        expect(page.get_by_label("E-mail address")).to_be_visible()
        assert violations(page) == []
        page.get_by_label("Your name").fill(name)
        page.get_by_label("E-mail address").fill(address)
        page.get_by_role("button", name="Register").press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mailbox")
        page.goto(link_for(address, "confirm"))
        page.get_by_role("button", name="Confirm the registration").press("Enter")

    register("Ana Hoxha", ADDRESS)
    expect(page.get_by_role("status")).to_contain_text("You have a place")
    assert violations(page) == []
    register("Besa Kola", "besa@example.org")
    expect(page.get_by_role("status")).to_contain_text("You are on the waiting list")

    page.goto(link_for(ADDRESS, "cancel"))
    assert violations(page) == []
    page.get_by_role("button", name="Cancel my registration").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("free for somebody else")

    states = dict(
        EventRegistration.objects.filter(event_key=workshop.translation_key).values_list(
            "email", "state"
        )
    )
    assert states == {ADDRESS: "cancelled", "besa@example.org": "registered"}
    page.goto(link_for("besa@example.org", "cancel"))
    expect(page.locator("main")).to_contain_text("You have a place.")
