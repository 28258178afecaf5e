"""Whoever took part is told what the form says, and can stop the mails and stay counted."""

import re
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from anymail.signals import tracking
from django.test import Client
from django.utils import timezone

from campaigns.announcing import announce_outcomes, finish_announcements
from campaigns.models import CampaignPage, CommitmentStep, Pledge
from campaigns.news import announce_news
from campaigns.services.withdrawing import own_pledge_token
from community.models.mailboxes import mailbox_hash
from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails
from site_config.retention import remove_what_is_too_old
from tests.campaigns.pledge_steps import (
    PLEDGE,
    TREE,
    form_url,
    last_mail,
    pledge_by_mail,
    ticket,
)
from tests.factories.campaigns import (
    STORY,
    CampaignPageFactory,
    CommitmentPageFactory,
    PledgeFactory,
)
from tests.factories.community import UserFactory


@pytest.fixture
def campaign(city) -> CampaignPage:
    return CampaignPageFactory(
        parent=city.campaigns, slug="green", title="Green", locale=city.home.locale, action=PLEDGE
    )


@pytest.fixture
def promise(city, campaign):
    """A promise for the campaign; each call adds a step and has it told."""
    page = CommitmentPageFactory(parent=city.promises, locale=city.home.locale, campaign=campaign)
    page.steps.all().delete()

    def take(state: str):
        CommitmentStep.objects.create(commitment=page, state=state, locale=page.locale)
        announce_news()
        finish_announcements()
        return page

    return take


def stop_path(mail: OutboxMail) -> str:
    """Return the path that a mail program asks to stop the mails."""
    return urlsplit(mail.headers["List-Unsubscribe"].strip("<>")).path


def end(campaign: CampaignPage) -> None:
    past = CampaignPageFactory.build(ended=True)
    campaign.starts_on, campaign.ends_on, campaign.results = past.starts_on, past.ends_on, STORY
    campaign.save()


def test_form_thanks_and_page_say_what_is_mailed(client, campaign):
    said = "each step of a promise that the city makes for this campaign"
    assert said in client.get(form_url(campaign)).content.decode()
    pledge_by_mail(client, campaign)
    assert said in " ".join(last_mail().text.split())
    own = client.get(f"/en/pledges/own/{own_pledge_token(Pledge.objects.get())}/")
    assert said in own.content.decode()
    client.force_login(UserFactory())
    assert said in client.get(form_url(campaign)).content.decode()


def test_one_click_ends_the_mails_and_not_the_pledge(campaign, promise):
    PledgeFactory(campaign=campaign.translation_key)
    promise("studying")
    mail = last_mail()
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop_path(mail) in mail.text
    assert stop_path(mail) in mail.html

    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get(stop_path(mail)).status_code == 200
    assert Pledge.objects.get().is_told, "a mail scanner opens links"
    done = stranger.post(stop_path(mail), {"List-Unsubscribe": "One-Click"})

    assert "still counted" in done.content.decode()
    assert not done.cookies
    promise("planned")
    end(campaign)
    announce_outcomes()
    assert OutboxMail.objects.count() == 1
    assert campaign.pledge_count == 1


def test_what_waited_to_leave_stays_once_the_mails_are_stopped(campaign, promise, mailoutbox):
    PledgeFactory(campaign=campaign.translation_key)
    promise("studying")
    Client().post(stop_path(last_mail()))
    deliver_due_mails()
    assert mailoutbox == []


def test_the_mails_can_be_stopped_and_had_again_on_the_own_page(client, campaign, promise):
    pledge = PledgeFactory(campaign=campaign.translation_key)
    own = f"/en/pledges/own/{own_pledge_token(pledge)}/"
    assert "Don’t write to me about it" in client.get(own).content.decode()
    client.post(own, {"tell": "0"})
    assert "you have stopped them" in client.get(own).content.decode()
    client.post(own, {"tell": "1"})
    promise("studying")
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("who", ["guest", "member"])
def test_whoever_stopped_the_mails_and_pledges_again_hears_of_it_again(
    client, campaign, promise, who
):
    def take_part(form: str) -> None:
        if who == "guest":
            pledge_by_mail(client, campaign, ticket=ticket(name=form))
        else:
            client.post(form_url(campaign), {"choice": TREE, "ticket": ticket(name=form)})

    if who == "member":
        client.force_login(UserFactory())
    take_part("first")
    client.post(stop_path(last_mail()))
    assert not Pledge.objects.get().is_told

    take_part("second")
    thanks = last_mail()
    promise("planned")
    step = last_mail()
    deliver_due_mails()

    for mail in (thanks, step):
        mail.refresh_from_db()
        assert mail.state == OutboxMail.State.SENT
    assert step != thanks


def test_the_link_of_a_pledge_that_was_taken_back_has_gone(client, campaign, promise):
    PledgeFactory(campaign=campaign.translation_key)
    promise("studying")
    path = stop_path(last_mail())
    Pledge.objects.all().delete()
    assert client.get(path).status_code == client.post(path).status_code == 410
    assert client.get("/en/pledges/stop/nonsense/").status_code == 410


def test_a_mail_waits_for_a_page_that_is_taken_down_for_an_hour(campaign, promise, mailoutbox):
    PledgeFactory(campaign=campaign.translation_key)
    page = promise("studying")
    type(page).objects.update(live=False)
    deliver_due_mails()
    assert mailoutbox == []

    type(page).objects.update(live=True)
    OutboxMail.objects.update(next_attempt_at=timezone.now())
    deliver_due_mails()
    assert len(mailoutbox) == 1


def test_a_mail_waits_two_days_and_no_longer(campaign, promise, mailoutbox):
    PledgeFactory(campaign=campaign.translation_key)
    type(promise("studying")).objects.update(live=False)
    OutboxMail.objects.update(created_at=timezone.now() - timedelta(days=3))
    deliver_due_mails()
    assert OutboxMail.objects.get().state == OutboxMail.State.WITHDRAWN


@pytest.mark.parametrize(
    ("kind", "reason", "is_told"),
    [("complained", None, False), ("bounced", "invalid", False), ("bounced", "other", True)],
)
def test_whoever_calls_a_mail_spam_or_has_no_mailbox_gets_no_next_one(
    campaign, kind, reason, is_told
):
    mailbox = mailbox_hash("ana@example.org")
    PledgeFactory(campaign=campaign.translation_key, email="ana@example.org", mailbox=mailbox)
    event = SimpleNamespace(
        event_type=kind, recipient="Ana@example.org", reject_reason=reason, metadata={}
    )
    tracking.send(sender=None, event=event, esp_name="any")
    assert Pledge.objects.get().is_told is is_told


def test_the_stop_link_opens_nothing_else(client, campaign, promise):
    PledgeFactory(campaign=campaign.translation_key)
    promise("studying")
    token = re.search(r"/stop/(.+)/$", stop_path(last_mail()))[1]
    assert client.get(f"/en/pledges/own/{token}/").status_code == 410


def test_the_address_of_who_stopped_the_mails_is_not_kept_for_a_promise(campaign, promise):
    page = promise("studying")
    page.save()
    now = timezone.now()
    for is_told in (True, False):
        PledgeFactory(campaign=campaign.translation_key, is_told=is_told, outcome_at=now)
    remove_what_is_too_old(now + timedelta(days=31))
    kept = Pledge.objects.exclude(email="").values_list("is_told", flat=True)
    assert list(kept) == [True]
