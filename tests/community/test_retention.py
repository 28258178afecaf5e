"""What the portal knows of people goes when its time is over."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.utils import timezone

from community.models import MailboxCount, User
from site_config.retention import remove_what_is_too_old
from tests.factories.community import DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db


def newcomer(name: str, *, hours: int = 73) -> User:
    """Somebody who joined so long ago and never confirmed their address."""
    person = UserFactory(email=f"{name}@example.org")
    EmailAddress.objects.filter(user=person).update(verified=False)
    User.objects.filter(pk=person.pk).update(date_joined=timezone.now() - timedelta(hours=hours))
    return person


def left() -> set[str]:
    return {email.partition("@")[0] for email in User.objects.values_list("email", flat=True)}


def test_an_account_that_nobody_confirmed_is_gone_after_72_hours():
    newcomer("forgotten")
    newcomer("still-reading", hours=71)

    assert remove_what_is_too_old()["unconfirmed accounts"] == 1
    assert left() == {"still-reading"}


def test_whoever_has_done_something_stays():
    User.objects.filter(pk=newcomer("signed-in").pk).update(last_login=timezone.now())
    DiscussionFactory(author=newcomer("writer"))
    newcomer("colleague").groups.add(Group.objects.get(name="Editors"))
    second = newcomer("two-addresses")
    EmailAddress.objects.create(user=second, email="other@example.org", verified=True)
    without = newcomer("made-by-staff")
    without.emailaddress_set.all().delete()

    remove_what_is_too_old()

    assert left() == {"signed-in", "writer", "colleague", "two-addresses", "made-by-staff"}


def test_the_address_of_a_session_goes_with_the_session(client):
    person = UserFactory()
    client.force_login(person)
    running = UserSession.objects.create(
        user=person, session_key=client.session.session_key, ip="192.0.2.1", user_agent="A"
    )
    UserSession.objects.create(user=person, session_key="ended", ip="192.0.2.2", user_agent="B")

    remove_what_is_too_old()

    assert list(UserSession.objects.all()) == [running]


def test_counts_of_mails_are_kept_for_their_day():
    today = timezone.localdate()
    MailboxCount.objects.create(mailbox="a", day=today - timedelta(days=1))
    MailboxCount.objects.create(mailbox="a", day=today)

    remove_what_is_too_old()

    assert [count.day for count in MailboxCount.objects.all()] == [today]
