"""Many residents at once: everybody counts, and everybody once.

On SQLite the database is a file in WAL mode whose transactions begin ``IMMEDIATE``, as in
production; on PostgreSQL rows and constraints keep writers apart.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from threading import Barrier

import pytest
from allauth.account.models import EmailAddress
from django.core import signing
from django.db import connection
from wagtail.models import Locale, Page

from campaigns.announcing import announce_outcomes
from campaigns.errors import PledgeGoneError, PledgeLinkUsedError
from campaigns.models import CampaignPage, PendingPledge, Pledge
from campaigns.services.joining import join_pledges
from campaigns.services.pledging import (
    SALT,
    Offer,
    ask_to_confirm,
    confirm_pledge,
    pledge_as_member,
)
from campaigns.services.withdrawing import withdraw_pledge
from site_config.models import OutboxMail
from tests.campaigns.pledge_steps import PLEDGE
from tests.community.puzzle_steps import solved
from tests.factories.campaigns import STORY, CampaignPageFactory, PledgeFactory
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, EACH = 8, 25


@pytest.fixture
def campaign() -> CampaignPage:
    """A campaign that stands by itself."""
    english = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", locale=english)
    return CampaignPageFactory(parent=root, locale=english, action=PLEDGE)


def token_of(campaign: CampaignPage, name: str, email: str) -> str:
    """Return the word of a link that waits for its button."""
    pending = PendingPledge.objects.create(
        campaign=campaign.translation_key,
        kind="pledge",
        email=email,
        language="en",
        submission=name,
    )
    return signing.dumps(pending.pk, salt=SALT)


def at_once(work: Callable[[int], list[object]]) -> list[object]:
    """Let all writers begin in the same moment; return what they bring back."""
    barrier = Barrier(WRITERS)

    def run(writer: int) -> list[object]:
        try:
            barrier.wait(timeout=30)
            return work(writer)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return [result for results in pool.map(run, range(WRITERS)) for result in results]


def test_two_hundred_parallel_confirmations_are_counted_exactly(campaign):
    tokens = {
        place: token_of(campaign, f"{place}", "person{}.{}@example.org".format(*place))
        for place in product(range(WRITERS), range(EACH))
    }

    at_once(
        lambda writer: [confirm_pledge(token=tokens[writer, number]).pk for number in range(EACH)]
    )

    assert campaign.pledge_count == WRITERS * EACH
    assert not PendingPledge.objects.exists()
    assert OutboxMail.objects.count() == WRITERS * EACH


def test_one_person_who_confirms_everywhere_at_once_counts_once(campaign):
    tokens = [
        token_of(campaign, f"{writer}", f"ana+{writer}@example.org") for writer in range(WRITERS)
    ]

    at_once(lambda writer: [confirm_pledge(token=tokens[writer])])

    assert campaign.pledge_count == 1


def test_one_member_who_counted_twice_and_comes_everywhere_at_once_counts_once(campaign):
    member = UserFactory()
    others = [f"{writer}@example.org" for writer in range(WRITERS)]
    for email in others[:2]:
        confirm_pledge(token=token_of(campaign, f"guest {email}", email))
    for email in others:
        EmailAddress.objects.create(user=member, email=email, verified=True)
    tokens = [token_of(campaign, email, email) for email in others]

    def come(writer: int) -> list[object]:
        if writer % 4 == 0:
            return [pledge_as_member(campaign=campaign, member=member, offer=Offer())]
        if writer % 4 == 1:
            return [join_pledges(member=member)]
        return [confirm_pledge(token=tokens[writer])]

    assert Pledge.objects.count() == 2
    assert len(at_once(come)) == WRITERS
    assert campaign.pledge_count == 1
    assert Pledge.objects.get().member == member


def test_one_link_that_is_pressed_eight_times_at_once_counts_once(campaign):
    token = token_of(campaign, "one", "ana@example.org")

    def press(writer: int) -> list[object]:
        try:
            return [confirm_pledge(token=token)]
        except PledgeLinkUsedError:
            return []

    assert len(at_once(press)) == 1
    assert campaign.pledge_count == 1
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("answered", [True, False], ids=["with a puzzle", "without"])
def test_a_form_that_is_sent_eight_times_at_once_is_one_request_and_one_mail(
    campaign, rf, answered
):
    answers = [solved() if answered else "" for _writer in range(WRITERS)]

    def send(writer: int) -> list[object]:
        ask_to_confirm(
            campaign=campaign,
            email="ana@example.org",
            offer=Offer(),
            submission="one",
            request=rf.post("/"),
            answer=answers[writer],
        )
        return [writer]

    assert len(at_once(send)) == WRITERS
    assert PendingPledge.objects.count() == 1
    assert OutboxMail.objects.count() == 1


def test_a_pledge_is_taken_back_once_by_eight_presses_at_once(campaign):
    pledge = PledgeFactory(campaign=campaign.translation_key)

    def press(writer: int) -> list[object]:
        try:
            withdraw_pledge(pledge=pledge)
        except PledgeGoneError:
            return []
        return [writer]

    assert len(at_once(press)) == 1
    assert campaign.pledge_count == 0


def test_eight_machines_tell_one_outcome_once(campaign):
    for number in range(EACH):
        PledgeFactory(campaign=campaign.translation_key, email=f"{number}@example.org")
    past = CampaignPageFactory.build(ended=True)
    campaign.starts_on, campaign.ends_on, campaign.results = past.starts_on, past.ends_on, STORY
    campaign.url_path = "/x/"
    campaign.save()

    def tell(writer: int) -> list[object]:
        announce_outcomes()
        return []

    at_once(tell)

    assert OutboxMail.objects.count() == EACH
    assert not Pledge.objects.untold().exists()
