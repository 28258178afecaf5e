"""Following by e-mail, and the newsletter that staff send by it."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from campaigns.days import city_today
from campaigns.models import CampaignPage
from campaigns.news import announce_news
from community.models import Subscription
from community.subscriptions.channels import Channel, offered_channels
from community.subscriptions.links import choose_url, stop_url
from community.subscriptions.telling import finish_broadcasts
from publications.models import IssuePage, NewsletterEditionPage, NewsletterPage, SeriesPage
from site_config.outbox import deliver_due_mails
from tests.community.following_steps import follower, outbox_for
from tests.e2e.accessibility import violations
from tests.e2e.conftest import NO_COPIES, Visit
from tests.e2e.desk import MODERATOR, Desk
from tests.e2e.places import find_page
from tests.factories.publications import IssuePageFactory

pytestmark = pytest.mark.usefixtures("fresh_city")
READER = "reader@example.org"


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a form be sent as soon as it is filled in, and begin with an empty outbox."""
    monkeypatch.setattr("community.guest_guards.QUICKEST_SECONDS", 0)
    mail.outbox = []


def publish_issue(series: SeriesPage, number: str) -> IssuePage:
    """Publish an issue, and let the timers do what they do within a minute."""
    issue = IssuePageFactory(
        parent=series,
        title=f"Issue {number}",
        number=number,
        live=False,
        first_published_at=None,
    )
    issue.save_revision().publish()
    timers_go_round()
    return issue


def timers_go_round() -> None:
    finish_broadcasts()
    deliver_due_mails()


def confirm_path() -> str:
    """Return the path in the mail that asks for confirmation."""
    text = outbox_for(READER)[-1].body
    return urlsplit(re.search(r"http\S+/by-mail/confirm/\S+", text)[0]).path


def test_a_series_is_followed_and_left_without_a_script(visit: Callable[..., Visit]):
    page = visit(java_script_enabled=False, extra_http_headers=NO_COPIES).page
    series = find_page(SeriesPage, "en")
    page.goto(series.url)
    page.get_by_role("link", name=re.compile("Follow by e-mail")).press("Enter")
    page.get_by_label("E-mail address").fill(READER)
    page.get_by_role("button", name="Agree and follow").press("Enter")
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()

    page.goto(confirm_path())
    assert not Subscription.objects.exists()
    page.get_by_role("button", name="Confirm and follow").press("Enter")
    expect(page.get_by_role("heading", name="What you follow by e-mail")).to_be_visible()

    mail.outbox = []
    issue = publish_issue(series, "91")
    timers_go_round()
    (told,) = outbox_for(READER)
    assert told.subject == "Issue 91"
    assert issue.url in told.body

    page.goto(urlsplit(told.extra_headers["List-Unsubscribe"].strip("<>")).path)
    page.get_by_role("button", name="Stop these mails").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("we have deleted your address")
    publish_issue(series, "92")
    assert len(outbox_for(READER)) == 1


def test_the_form_opens_where_the_link_stands(visit: Callable[..., Visit]):
    here = visit(width=360, extra_http_headers=NO_COPIES)
    here.watch.allow(422)  # The form is sent once without an address.
    page = here.page
    series = find_page(SeriesPage, "en")
    page.goto(series.url)

    page.get_by_role("button", name=re.compile("Follow by e-mail")).press("Enter")
    form = page.locator("[data-follow-form]")
    expect(form.get_by_label("E-mail address")).to_be_focused()
    assert violations(page) == []
    form.get_by_label("E-mail address").fill("no address")
    form.get_by_role("button", name="Agree and follow").press("Enter")
    expect(form.get_by_role("alert")).to_contain_text("E-mail address")
    form.get_by_label("E-mail address").fill(READER)
    form.get_by_role("button", name="Agree and follow").press("Enter")

    expect(page.locator("[data-follow-done]")).to_be_focused()
    assert page.url.endswith(series.url)
    assert len(outbox_for(READER)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_a_followers_way(visit: Callable[..., Visit], scheme: str):
    page = visit(width=360, color_scheme=scheme).page
    subscriber = follower(READER)
    channels = offered_channels("en")
    follower(READER, *channels)

    for url in (choose_url(subscriber), stop_url(subscriber, channels[0])):
        page.goto(urlsplit(url).path)
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_newsletter_is_composed_tested_scheduled_sent_and_read(visit: Callable[..., Visit]):
    newsletter = find_page(NewsletterPage, "en")
    follower(READER, Channel("newsletter", str(newsletter.translation_key)))
    desk = Desk(visit(), MODERATOR)
    desk.add("publications/newslettereditionpage", newsletter)
    desk.page.locator("#id_title").fill("A week of trees")
    heading = desk.insert("body", "Heading")
    heading.locator("input[type=text]").fill("On the boulevard")
    desk.page.get_by_role("button", name="Save draft").click()
    desk.expect_success()
    edition = NewsletterEditionPage.objects.get(title="A week of trees")

    desk.edit(edition)
    desk.tab("Sending")
    expect(desk.page.get_by_text("It goes to 1 follower")).to_be_visible()
    desk.page.get_by_role("link", name="Send me a test mail").click()
    desk.page.get_by_role("button", name="Send it to me").click()
    desk.expect_success()
    (test,) = outbox_for(MODERATOR)
    assert test.subject.endswith("A week of trees")
    assert "ON THE BOULEVARD" in test.body

    desk.edit(edition)
    desk.schedule(go_live_at=timezone.localtime() + timedelta(hours=2))
    desk.edit(edition)
    desk.act("action-publish")
    desk.expect_success()
    timers_go_round()
    assert not outbox_for(READER)

    revision = edition.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    timers_go_round()

    (sent,) = outbox_for(READER)
    assert sent.subject == "A week of trees"
    reader = visit(extra_http_headers=NO_COPIES).page
    reader.goto(newsletter.url)
    reader.get_by_role("link", name="A week of trees").click()
    expect(reader.get_by_role("heading", name="On the boulevard")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_campaign_that_comes_is_followed_by_its_call_to_action(
    visit: Callable[..., Visit], scripts: bool
):
    page = visit(java_script_enabled=scripts, extra_http_headers=NO_COPIES).page
    coming = CampaignPage.objects.live().upcoming().filter(locale__language_code="en")[0]
    page.goto(coming.url)
    assert page.context.cookies() == []

    call = page.locator("#act").get_by_text("Tell me when it opens")
    call.press("Enter")
    page.get_by_label("E-mail address").fill(READER)
    page.get_by_role("button", name="Agree and follow").press("Enter")
    if scripts:
        expect(page.locator("#act [data-follow-done]")).to_be_focused()
        assert violations(page) == []
    else:
        expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    page.goto(confirm_path())
    page.get_by_role("button", name="Confirm and follow").press("Enter")
    expect(page.get_by_role("heading", name="What you follow by e-mail")).to_be_visible()
    assert Subscription.objects.get().key == str(coming.translation_key)

    mail.outbox = []
    today = city_today()
    CampaignPage.objects.filter(translation_key=coming.translation_key).update(
        starts_on=today, ends_on=today + timedelta(days=5), key_day=None
    )
    CampaignPage.objects.filter(pk=coming.pk).update(
        first_published_at=timezone.now() - timedelta(days=30)
    )
    announce_news()
    timers_go_round()
    (told,) = outbox_for(READER)
    assert "It is open: take part until" in told.body
