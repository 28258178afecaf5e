"""One person counts once, as soon as it is shown that several mailboxes are theirs."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.utils import timezone

from campaigns.models import Pledge
from campaigns.services.pledging import Offer, pledge_as_member
from tests.campaigns.pledge_steps import (
    RIDE,
    TREE,
    form_url,
    last_mail,
    link_in,
    pledge_by_mail,
    ticket,
    words,
)
from tests.factories.campaigns import PledgeFactory
from tests.factories.community import UserFactory

HOME, WORK = "b@example.org", "a@example.org"


@pytest.fixture
def ana(db):
    return UserFactory(email=HOME)


def show(member, email: str, *, primary: bool = False) -> EmailAddress:
    """Give a member a mailbox that is shown to be theirs, without what follows."""
    if primary:
        member.emailaddress_set.update(primary=False)
        member.email = email
        member.save()
    return EmailAddress.objects.create(user=member, email=email, verified=True, primary=primary)


@pytest.fixture
def twice(client, campaign, ana):
    """Ana has taken part signed in, and signed out by a mailbox that nobody knew as hers."""
    first = pledge_as_member(campaign=campaign, member=ana, offer=Offer(choice=TREE, name="Ana"))
    Pledge.objects.filter(pk=first.pk).update(confirmed_at=timezone.now() - timedelta(days=1))
    pledge_by_mail(client, campaign, email=WORK, name="A. H.", ticket=ticket(name="first"))
    assert campaign.pledge_count == 2
    return first


@pytest.mark.parametrize("is_primary", [False, True], ids=["beside", "primary"])
@pytest.mark.parametrize("way", ["by mail", "signed in"])
def test_who_takes_part_again_by_a_mailbox_of_the_account_counts_once(
    client, campaign, ana, twice, way, is_primary
):
    show(ana, WORK, primary=is_primary)
    given = words(email=WORK, name="Ana Hoxha", choice=RIDE, ticket=ticket(name="again"))
    if way == "signed in":
        client.force_login(ana)
        given["submission"] = "again"
    answer = client.post(form_url(campaign), given)
    if way == "by mail":
        answer = client.post(link_in(last_mail(), "confirm"))

    assert answer.status_code == 302
    pledge = Pledge.objects.get()
    assert (pledge.pk, pledge.member, pledge.email) == (twice.pk, ana, "")
    assert (pledge.choice, pledge.name) == (RIDE, "Ana Hoxha")
    assert "41%" in client.get("/en/campaigns/green/").content.decode()


def test_a_mailbox_that_is_shown_joins_what_was_counted_twice(campaign, ana, twice, commit):
    address = show(ana, WORK)
    commit(email_confirmed.send, EmailAddress, request=None, email_address=address)

    pledge = Pledge.objects.get()
    assert (pledge.pk, pledge.member, pledge.email) == (twice.pk, ana, "")
    assert pledge.name == "A. H.", "as chosen last"


def test_another_campaign_and_another_person_are_left_alone(campaign, ana, twice, commit):
    other = PledgeFactory(campaign=campaign.translation_key)
    alone = PledgeFactory(campaign="7f0b0e7e-0000-4000-8000-000000000000", email=WORK)
    address = show(ana, WORK)
    commit(email_confirmed.send, EmailAddress, request=None, email_address=address)

    assert set(Pledge.objects.values_list("pk", flat=True)) == {twice.pk, other.pk, alone.pk}
    alone.refresh_from_db()
    assert (alone.member, alone.email) == (None, WORK)


def test_a_pledge_by_a_second_mailbox_counts_once_from_the_start(client, campaign, ana):
    pledge_by_mail(client, campaign, email=WORK)
    show(ana, WORK)
    pledge_as_member(campaign=campaign, member=ana, offer=Offer(choice=RIDE))
    assert campaign.pledge_count == 1


def test_what_was_stopped_told_or_hidden_stays_so(campaign, ana, twice, commit):
    told = timezone.now()
    late = Pledge.objects.get(member=None)
    Pledge.objects.filter(pk=late.pk).update(is_told=False, outcome_at=told, name_hidden=True)
    address = show(ana, WORK)
    commit(email_confirmed.send, EmailAddress, request=None, email_address=address)

    pledge = Pledge.objects.get()
    assert (pledge.is_told, pledge.outcome_at, pledge.name_hidden) == (False, told, True)


def test_a_hidden_name_does_not_come_back_by_joining(campaign, ana, twice):
    Pledge.objects.filter(pk=twice.pk).update(name_hidden=True)
    show(ana, WORK)
    pledge_as_member(campaign=campaign, member=ana, offer=Offer(choice=TREE, name="Ana"))
    assert Pledge.objects.get().name_hidden


def test_a_mailbox_that_changed_hands_takes_no_pledge_from_its_former_owner(campaign, ana):
    pledge_as_member(campaign=campaign, member=ana, offer=Offer(choice=TREE, name="Ana"))
    ana.emailaddress_set.all().delete()
    show(ana, WORK, primary=True)
    beni = UserFactory(email=HOME)
    pledge_as_member(campaign=campaign, member=beni, offer=Offer(choice=RIDE, name="Beni"))
    pledge_as_member(campaign=campaign, member=ana, offer=Offer(choice=TREE, name="Ana H."))

    assert dict(Pledge.objects.values_list("member", "name")) == {ana.pk: "Ana H.", beni.pk: "Beni"}
