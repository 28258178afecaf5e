"""Residents take part in a campaign: once each, by a link to their mailbox or as members."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.models import PendingPledge, Pledge
from campaigns.purging import purge_after_many
from campaigns.services.withdrawing import withdraw_pledge
from site_config.models import OutboxMail
from tests.campaigns.pledge_steps import (
    PETITION,
    RIDE,
    TREE,
    VOLUNTEER,
    form_url,
    last_mail,
    link_in,
    pledge_by_mail,
    ticket,
    words,
)
from tests.factories.campaigns import PledgeFactory
from tests.factories.community import UserFactory


def html_of(client, path: str = "/en/campaigns/green/") -> str:
    return client.get(path).content.decode()


def test_a_pledge_counts_once_its_mailbox_is_confirmed(client, campaign):
    opened = html_of(client, form_url(campaign))
    sent = client.post(form_url(campaign), words(is_public="on"))
    before = html_of(client)
    asked = html_of(client, link_in(last_mail(), "confirm"))
    done = client.post(link_in(last_mail(), "confirm"), follow=True)

    assert 'name="email"' in opened
    assert "Water a tree" in opened
    assert sent["Location"] == "/en/pledges/check-mailbox/"
    assert 'value="40">40%' in before
    assert "Water a tree" in asked
    assert "Thank you: you are counted" in done.content.decode()
    assert "Your tree has number 7." in done.content.decode()
    pledge = Pledge.objects.get()
    assert (pledge.words, pledge.email, pledge.language) == (
        "Water a tree",
        "ana@example.org",
        "en",
    )
    after = html_of(client)
    assert 'value="41">41%' in after
    assert ">Ana<" in after
    assert not PendingPledge.objects.exists()


def test_a_name_is_shown_by_choice_alone(client, campaign):
    pledge_by_mail(client, campaign)

    assert "Ana" not in html_of(client)


def test_opening_the_link_changes_nothing(client, campaign):
    client.post(form_url(campaign), words())
    link = link_in(last_mail(), "confirm")

    for method in (client.get, client.head, client.get):
        assert method(link).status_code == 200

    assert not Pledge.objects.exists()
    assert PendingPledge.objects.count() == 1


def test_the_buttons_have_tokens_and_their_pages_are_in_no_cache(client, campaign):
    client.post(form_url(campaign), words())
    link = link_in(last_mail(), "confirm")
    response = client.get(link)

    assert "csrfmiddlewaretoken" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"
    assert Client(enforce_csrf_checks=True).post(link).status_code == 403
    assert Client(enforce_csrf_checks=True).post(form_url(campaign), words()).status_code == 422
    assert not Pledge.objects.exists()


def test_the_campaigns_page_stays_one_document_for_everybody(client, campaign):
    client.force_login(UserFactory())
    response = client.get("/en/campaigns/green/")

    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert f'href="{form_url(campaign)}"' in response.content.decode()


def test_a_link_is_good_once(client, campaign):
    client.post(form_url(campaign), words())
    link = link_in(last_mail(), "confirm")
    client.post(link)

    again = client.post(link)

    assert again.status_code == 410
    assert "This link was used already" in again.content.decode()
    assert Pledge.objects.count() == 1


def test_a_link_is_good_for_72_hours(client, campaign):
    client.post(form_url(campaign), words())
    link = link_in(last_mail(), "confirm")
    PendingPledge.objects.update(made_at=timezone.now() - timedelta(hours=72, minutes=1))

    assert client.post(link).status_code == 410
    assert client.get("/en/pledges/confirm/nonsense/").status_code == 410
    assert not Pledge.objects.exists()


def test_a_form_that_is_sent_twice_is_one_mail(client, campaign):
    given = words()
    for _time in range(3):
        assert client.post(form_url(campaign), given).status_code == 302

    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("same", ["ANA@Example.org", "ana+again@example.org", " ana@example.org "])
def test_one_mailbox_counts_once_however_its_address_is_written(client, campaign, same):
    pledge_by_mail(client, campaign)
    pledge_by_mail(client, campaign, email=same, choice=RIDE, ticket=ticket(name="two"))

    assert Pledge.objects.get().words == "Leave the car"
    assert 'value="41"' in html_of(client)


def test_nobody_learns_from_the_form_who_takes_part(client, campaign):
    pledge_by_mail(client, campaign)
    first = client.post(form_url(campaign), words(email="b@example.org", ticket=ticket(name="b")))
    second = client.post(form_url(campaign), words(ticket=ticket(name="two")))

    assert first["Location"] == second["Location"]
    assert OutboxMail.objects.filter(subject__contains="please confirm").count() == 3


def test_other_links_to_the_same_mailbox_are_used_up_by_the_first(client, campaign):
    client.post(form_url(campaign), words())
    first = link_in(last_mail(), "confirm")
    client.post(form_url(campaign), words(ticket=ticket(name="two"), choice=RIDE))
    client.post(link_in(last_mail(), "confirm"))

    assert client.post(first).status_code == 410
    assert Pledge.objects.get().words == "Leave the car"


def test_a_member_counts_at_once_and_no_second_copy_of_the_address_is_kept(client, campaign):
    member = UserFactory(display_name="Dritan", email="dritan@example.org")
    client.force_login(member)

    opened = html_of(client, form_url(campaign))
    done = client.post(form_url(campaign), {"choice": TREE, "name": "Dritan", "is_public": "on"})

    assert 'name="email"' not in opened
    assert 'value="Dritan"' in opened
    pledge = Pledge.objects.get()
    assert (pledge.member, pledge.email, pledge.address) == (member, "", "dritan@example.org")
    assert "/en/pledges/own/" in done["Location"]
    assert last_mail().to == "dritan@example.org"
    assert ">Dritan<" in html_of(client)


def test_a_member_who_pledges_again_changes_the_pledge(client, campaign):
    client.force_login(UserFactory())
    client.post(form_url(campaign), {"choice": TREE, "name": ""})

    opened = html_of(client, form_url(campaign))
    client.post(form_url(campaign), {"choice": RIDE, "name": ""})

    assert "You take part already." in opened
    assert Pledge.objects.get().words == "Leave the car"


def test_a_members_own_mailbox_counts_once_with_the_member(client, campaign):
    member = UserFactory(email="ana@example.org")
    pledge_by_mail(client, campaign)
    client.force_login(member)
    client.post(form_url(campaign), {"choice": RIDE, "name": ""})

    assert Pledge.objects.get().member == member


def test_a_petition_is_signed_with_a_name(client, campaign):
    campaign.action = PETITION
    campaign.save_revision().publish()
    opened = html_of(client, form_url(campaign))
    nameless = client.post(form_url(campaign), words(name=""))
    client.post(form_url(campaign), words(ticket=ticket(name="two")))
    client.post(link_in(last_mail(), "confirm"))

    assert "Close the street before the school." in opened
    assert nameless.status_code == 422
    assert (Pledge.objects.get().kind, Pledge.objects.get().words) == ("petition", "")
    assert "Close the street before the school." in html_of(client)


def test_an_offer_of_help_carries_a_note_to_the_team(client, campaign):
    campaign.action = VOLUNTEER
    campaign.save_revision().publish()
    pledge_by_mail(client, campaign, note="I bring\r\na ladder")

    assert Pledge.objects.get().note == "I bring a ladder"
    assert "ladder" not in html_of(client)


def test_a_script_is_told_where_to_go_on(client, campaign):
    sent = client.post(form_url(campaign), words(), headers={"X-Requested-With": "fetch"})
    wrong = client.post(form_url(campaign), words(email=""), headers={"X-Requested-With": "fetch"})

    assert sent.json() == {"url": "/en/pledges/check-mailbox/"}
    assert "data-pledge-form" in wrong.content.decode()


def test_the_mail_holds_nothing_that_was_typed(client, campaign):
    client.post(form_url(campaign), words(name="Buy pills now"))

    mail = last_mail()
    assert "pills" not in mail.subject + mail.text + mail.html
    assert "Green" in mail.text


@pytest.mark.parametrize("size", [2, 200])
def test_the_page_asks_as_often_however_many_take_part(
    client, campaign, size, django_assert_max_num_queries
):
    for number in range(size):
        PledgeFactory(campaign=campaign.translation_key, name=f"Name {number}", is_public=True)
    client.get("/en/campaigns/green/")

    with django_assert_max_num_queries(20):
        html = html_of(client)

    assert f'value="{40 + size}"' in html


@pytest.fixture
def purged(monkeypatch):
    """The addresses that shared caches are asked to forget."""
    found: list[str] = []
    monkeypatch.setattr(
        "campaigns.purging.PurgeBatch.add_urls", lambda batch, urls: found.extend(urls)
    )
    monkeypatch.setattr("campaigns.purging.PurgeBatch.purge", lambda batch: None)
    return found


def test_the_page_is_forgotten_when_the_count_moves(
    client, campaign, purged, django_capture_on_commit_callbacks
):
    client.force_login(UserFactory())
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(form_url(campaign), {"choice": TREE, "name": ""})
    at_once = list(purged)
    purge_after_many()
    pledge = Pledge.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_pledge(pledge=pledge)

    # Many pledges at once are one purge, and the timer brings the last of them.
    assert at_once == ["http://testserver/en/campaigns/green/"]
    assert purged == at_once * 3
