"""What somebody has put their name to is theirs to see, to show and to take back."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone

from campaigns.models import PendingPledge, Pledge
from campaigns.services.withdrawing import own_pledge_token
from community.models import Erasure
from community.services.exporting import make_export_link
from community.services.leaving import erase_account
from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails
from site_config.retention import remove_what_is_too_old
from tests.campaigns.pledge_steps import (
    PLEDGE,
    form_url,
    last_mail,
    link_in,
    pledge_by_mail,
    ticket,
    words,
)
from tests.factories.campaigns import (
    STORY,
    CampaignPageFactory,
    CommitmentPageFactory,
    PledgeFactory,
)
from tests.factories.community import UserFactory


@pytest.fixture
def campaign(city):
    return CampaignPageFactory(
        parent=city.campaigns, slug="green", locale=city.home.locale, action=PLEDGE
    )


def own_url(pledge: Pledge) -> str:
    return f"/en/pledges/own/{own_pledge_token(pledge)}/"


def test_the_mail_of_thanks_leads_to_the_way_back(client, campaign):
    pledge_by_mail(client, campaign)
    mail = last_mail()
    link = link_in(mail, "own")

    shown = client.get(link)
    done = client.post(link, {"withdraw": "1"}, follow=True)

    assert "thank you" in mail.subject
    assert link not in mail.headers["List-Unsubscribe"], "a mail program can't take it back"
    assert "Water a tree" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert "You are no longer counted" in done.content.decode()
    assert not Pledge.objects.exists()


def test_seeing_a_pledge_changes_nothing(client, campaign):
    pledge = PledgeFactory(campaign=campaign.translation_key)

    client.get(own_url(pledge))
    client.post(own_url(pledge))

    assert Pledge.objects.count() == 1


def test_taking_back_twice_is_told_once(client, campaign):
    pledge = PledgeFactory(campaign=campaign.translation_key)

    first = client.post(own_url(pledge), {"withdraw": "1"})
    second = client.post(own_url(pledge), {"withdraw": "1"})

    assert (first.status_code, second.status_code) == (302, 410)
    assert client.get(own_url(pledge)).status_code == 410
    assert client.get("/en/pledges/own/nonsense/").status_code == 410


def test_whoever_has_taken_back_can_take_part_anew(client, campaign):
    pledge_by_mail(client, campaign)
    client.post(link_in(last_mail(), "own"), {"withdraw": "1"})
    client.post(form_url(campaign), words(ticket=ticket(name="again")))
    client.post(link_in(last_mail(), "confirm"))

    assert Pledge.objects.count() == 1


def test_no_mail_about_what_was_taken_back_leaves(client, campaign, mailoutbox):
    pledge_by_mail(client, campaign)
    pledge = Pledge.objects.get()
    Pledge.objects.all().delete()

    deliver_due_mails()

    assert [mail.subject for mail in mailoutbox if "thank you" in mail.subject] == []
    thanks = OutboxMail.objects.get(concerns__startswith=f"pledge {pledge.pk} ")
    assert (thanks.state, thanks.text) == (OutboxMail.State.WITHDRAWN, "")


def test_a_name_can_be_shown_later_and_hidden_again(client, campaign):
    pledge = PledgeFactory(campaign=campaign.translation_key, name="Ana")

    client.post(own_url(pledge), {"show": "1"})
    shown = client.get("/en/campaigns/green/").content.decode()
    client.post(own_url(pledge), {"show": "0"})

    assert ">Ana<" in shown
    assert ">Ana<" not in client.get("/en/campaigns/green/").content.decode()


def test_a_member_finds_pledges_beside_the_account(client, campaign):
    member = UserFactory()
    PledgeFactory(campaign=campaign.translation_key, member=member, words="Water a tree")
    PledgeFactory(campaign=campaign.translation_key, words="Somebody else’s")
    client.force_login(member)

    html = client.get("/en/pledges/").content.decode()

    assert "Water a tree" in html
    assert "Somebody else’s" not in html
    assert 'href="/en/pledges/"' in client.get("/en/community/me/").content.decode()


def test_the_list_of_pledges_is_for_members(client):
    assert client.get("/en/pledges/")["Location"].startswith("/en/account/login/")


def test_an_export_holds_what_the_member_takes_part_in(client, campaign):
    member = UserFactory(email="ana@example.org")
    PledgeFactory(campaign=campaign.translation_key, member=member, words="Water a tree")
    PledgeFactory(campaign=campaign.translation_key, words="Somebody else’s")
    client.force_login(member)
    secret = make_export_link(member=member)

    answer = client.post(f"/en/community/me/export/{secret}/")

    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        name = next(name for name in archive.namelist() if name.endswith("pledges.json"))
        rows = json.loads(archive.read(name))
    assert "Water a tree" in json.dumps(rows)
    assert "Somebody else’s" not in json.dumps(rows)


def test_leaving_takes_everything_back(campaign):
    member = UserFactory(email="ana@example.org")
    PledgeFactory(campaign=campaign.translation_key, member=member)
    PledgeFactory(campaign=campaign.translation_key, email="ana@example.org", mailbox="other")
    kept = PledgeFactory(campaign=campaign.translation_key)
    PendingPledge.objects.create(
        campaign=campaign.translation_key, email="ANA@example.org", language="en", submission="x"
    )

    erase_account(member=member, asked_by=Erasure.AskedBy.MEMBER)

    assert Pledge.objects.get() == kept
    assert not PendingPledge.objects.exists()


def test_what_nobody_confirms_is_forgotten_after_72_hours(client, campaign):
    client.post(form_url(campaign), words())
    PendingPledge.objects.update(made_at=timezone.now() - timedelta(hours=73))

    assert remove_what_is_too_old()["unconfirmed pledges"] == 1
    assert not PendingPledge.objects.exists()


@pytest.fixture
def ended(city):
    """A campaign that is over, with results."""
    return CampaignPageFactory(
        parent=city.campaigns, locale=city.home.locale, action=PLEDGE, ended=True, results=STORY
    )


def test_an_address_is_forgotten_30_days_after_the_outcome_and_the_pledge_counts(ended):
    now = timezone.now()
    key = ended.translation_key
    old = PledgeFactory(campaign=key, outcome_at=now - timedelta(days=31), note="A ladder")
    fresh = PledgeFactory(campaign=key, outcome_at=now - timedelta(days=29))
    waiting = PledgeFactory(campaign=key, confirmed_at=now - timedelta(days=90))

    remove_what_is_too_old()

    for pledge in (old, fresh, waiting):
        pledge.refresh_from_db()
    assert (old.email, old.note) == ("", "")
    assert old.mailbox.startswith("forgotten-")
    assert fresh.email
    assert waiting.email
    assert ended.pledge_count == 3


def test_addresses_stay_while_a_promise_of_the_campaign_is_open(city, ended):
    CommitmentPageFactory(
        parent=city.promises, locale=city.home.locale, campaign=ended, in_progress=True
    )
    told = timezone.now() - timedelta(days=31)
    pledge = PledgeFactory(campaign=ended.translation_key, outcome_at=told)

    remove_what_is_too_old()
    pledge.refresh_from_db()

    assert pledge.email


def test_a_campaign_that_never_tells_keeps_no_address_for_longer_than_two_years(ended):
    long_ago = timezone.now() - timedelta(days=731)
    pledge = PledgeFactory(campaign=ended.translation_key, confirmed_at=long_ago)

    remove_what_is_too_old()
    pledge.refresh_from_db()

    assert pledge.email == ""


def test_pledges_go_with_their_campaign(campaign):
    PledgeFactory(campaign=campaign.translation_key)
    campaign.delete()

    remove_what_is_too_old()

    assert not Pledge.objects.exists()
