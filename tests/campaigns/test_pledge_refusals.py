"""What can't be taken is refused with words, and changes nothing."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from campaigns.days import city_today
from campaigns.models import PendingPledge, Pledge
from campaigns.services.pledging import NETWORK_LIMITS
from community.guest_guards import count_guest_use
from community.models import MailboxCount
from community.models.mailboxes import DAILY_MAILS
from site_config import rate_limits
from site_config.models import OutboxMail
from site_config.rate_limits import count_use
from tests.campaigns.pledge_steps import (
    form_url,
    last_mail,
    link_in,
    ticket,
    words,
)
from tests.community.puzzle_steps import solved
from tests.factories.community import UserFactory


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


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """The time by which uses are counted, which the test moves; windows begin with it."""
    days = timezone.now().timestamp() // 86_400
    now = [days * 86_400]
    monkeypatch.setattr(rate_limits, "time", SimpleNamespace(time=lambda: now[0]))
    return now


def send(client, campaign, number: int) -> HttpResponse:
    given = words(email=f"{number}@example.org", ticket=ticket(name=str(number)))
    return client.post(form_url(campaign), given)


@pytest.mark.parametrize("who", ["member", "guest"])
def test_one_sender_takes_part_thirty_times_a_minute(client, campaign, clock, who):
    if who == "member":
        client.force_login(UserFactory())

    answers = [send(client, campaign, number).status_code for number in range(31)]
    clock[0] += 60
    later = send(client, campaign, 31)

    assert answers == [302] * 30 + [429]
    assert later.status_code == 302


def test_one_network_has_two_hundred_strangers_mailed_a_day(client, campaign, clock, rf):
    for _minute in range(8):
        # Twenty-five pupils each minute, whose forms themselves are not needed here.
        for _pupil in range(25):
            count_guest_use("pledge", rf.get("/"), solved(), *NETWORK_LIMITS)
        clock[0] += 60
    refused = send(client, campaign, 1)
    elsewhere = send(Client(REMOTE_ADDR="192.0.2.7"), campaign, 2)
    clock[0] += 86_400
    next_day = send(client, campaign, 3)

    assert (refused.status_code, refused["Retry-After"]) == (429, str(86_400 - 8 * 60))
    assert "You can send this in 24 hours." in refused.content.decode()
    assert 'value="1@example.org"' in refused.content.decode()
    assert (elsewhere.status_code, next_day.status_code) == (302, 302)


def test_a_member_is_not_bound_by_the_day(client, campaign, clock):
    member = UserFactory()
    client.force_login(member)
    for _minute in range(8):
        for who in ("127.0.0.1", f"member {member.pk}"):
            count_use("pledge", who, *NETWORK_LIMITS[1:], amount=25)
        clock[0] += 60
    assert send(client, campaign, 1).status_code == 302
    assert Pledge.objects.get().member == member


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
