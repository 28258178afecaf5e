"""What can't be taken is refused with words, and changes nothing."""

from datetime import timedelta

import pytest

from campaigns.days import city_today
from campaigns.models import PendingPledge, Pledge
from campaigns.services import pledging
from community.models import MailboxCount
from community.models.mailboxes import DAILY_MAILS
from site_config.models import OutboxMail
from site_config.rate_limits import Limit
from tests.campaigns.pledge_steps import (
    PLEDGE,
    form_url,
    last_mail,
    link_in,
    ticket,
    words,
)
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.community import UserFactory


@pytest.fixture
def campaign(city):
    return CampaignPageFactory(
        parent=city.campaigns,
        title="Green",
        slug="green",
        locale=city.home.locale,
        action=PLEDGE,
        goal=100,
        goal_unit="pledges",
        reached=40,
    )


def html_of(client, path: str = "/en/campaigns/green/") -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"choice": ""},
        {"choice": "none of these"},
        {"email": ""},
        {"email": "ana@example.org\r\nBcc: all@example.org"},
        {"email": "ana@example"},
        {"name": "", "is_public": "on"},
        {"name": "x" * 51},
        {"name": "www.buy.example"},
        {"name": "Bashkia"},
        {"name": "A\u202ea"},
        {"website": "http://spam.example"},
        {"ticket": "nonsense"},
        {"ticket": ""},
    ],
)
def test_what_is_wrong_with_a_form_is_said_and_nothing_is_stored(client, campaign, wrong):
    response = client.post(form_url(campaign), words(**wrong))

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert not PendingPledge.objects.exists()
    assert not OutboxMail.objects.exists()


def test_what_was_typed_is_still_there(client, campaign):
    response = client.post(form_url(campaign), words(email="nobody", name="Ana Hoxha"))

    assert 'value="Ana Hoxha"' in response.content.decode()
    assert 'value="nobody"' in response.content.decode()


def test_nobody_fills_a_form_in_a_second(client, campaign):
    response = client.post(form_url(campaign), words(ticket=ticket(seconds=1)))

    assert response.status_code == 422
    assert not PendingPledge.objects.exists()


def test_a_mailbox_gets_three_mails_a_day_at_most(client, campaign):
    for number in range(DAILY_MAILS):
        client.post(form_url(campaign), words(ticket=ticket(name=str(number))))
    response = client.post(form_url(campaign), words(ticket=ticket(name="more")))

    assert response.status_code == 422
    assert OutboxMail.objects.count() == DAILY_MAILS
    assert MailboxCount.objects.get().mails == DAILY_MAILS


def test_a_browser_without_a_puzzle_comes_more_seldom(client, campaign):
    first = client.post(form_url(campaign), words(altcha=""))
    second = client.post(
        form_url(campaign),
        words(altcha="", email="b@example.org", ticket=ticket(name="b")),
    )

    assert first.status_code == 302
    assert (second.status_code, PendingPledge.objects.count()) == (429, 1)
    assert int(second["Retry-After"]) > 0


@pytest.mark.parametrize("who", ["member", "guest"])
def test_pledges_of_one_sender_are_limited(client, campaign, monkeypatch, who):
    assert Limit(30, 60) == pledging.PLEDGE_LIMIT
    # A window that no slow machine steps out of.
    monkeypatch.setattr(pledging, "PLEDGE_LIMIT", Limit(2, 10**9))
    if who == "member":
        client.force_login(UserFactory())

    answers = [
        client.post(
            form_url(campaign),
            words(email=f"{number}@example.org", ticket=ticket(name=str(number))),
        ).status_code
        for number in range(3)
    ]

    assert answers == [302, 302, 429]


@pytest.mark.parametrize(
    ("days", "said"),
    [((5, 15), "This campaign has not begun yet."), ((-30, -3), "This campaign has ended")],
)
def test_a_campaign_that_does_not_run_takes_nothing(client, campaign, days, said):
    given = words()
    campaign.starts_on, campaign.ends_on = (city_today() + timedelta(days=n) for n in days)
    campaign.save()

    shown = client.get(form_url(campaign))
    refused = client.post(form_url(campaign), given)

    assert (shown.status_code, refused.status_code) == (200, 422)
    assert said in shown.content.decode()
    assert said in refused.content.decode()
    assert not PendingPledge.objects.exists()


def test_a_link_confirmed_after_the_end_counts_nothing(client, campaign):
    client.post(form_url(campaign), words())
    campaign.starts_on, campaign.ends_on = (city_today() - timedelta(days=n) for n in (9, 1))
    campaign.save()

    response = client.post(link_in(last_mail(), "confirm"))

    assert response.status_code == 422
    assert "This campaign has ended" in response.content.decode()
    assert not Pledge.objects.exists()


@pytest.mark.parametrize("state", ["draft", "link", "unknown"])
def test_there_is_a_form_for_published_campaigns_that_are_signed_here_alone(
    client, campaign, state
):
    url = form_url(campaign)
    if state == "draft":
        campaign.unpublish()
    elif state == "link":
        campaign.action = []
        campaign.save()
    else:
        url = "/en/pledges/on/999999/"

    assert client.get(url).status_code == 404
    assert client.post(url, words()).status_code == 404
