"""Those who run the portal see which mails wait, and can have one tried again."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from site_config.models import OutboxMail
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db

LIST = "site_config_outboxmail_modeladmin_index"
TRY_AGAIN = "site_config_outboxmail_modeladmin_try_again"


@pytest.fixture
def administrator(client):
    """Somebody with every right, signed in."""
    person = UserFactory(administrator=True)
    client.force_login(person)
    return person


def given_up(**changes: object) -> OutboxMail:
    fields = {
        "to": "ana@example.org",
        "subject": "Your receipt",
        "text": "A confidential answer.",
        "state": OutboxMail.State.FAILED,
        "attempts": 9,
        "last_error": "ConnectionRefusedError: no mail server",
        "next_attempt_at": timezone.now() - timedelta(days=3),
    } | changes
    return OutboxMail.objects.create(**fields, key=f"test-{OutboxMail.objects.count()}")


def test_the_list_tells_the_state_of_a_mail_and_nothing_of_what_it_says(client, administrator):
    given_up()

    page = client.get(reverse(LIST)).content.decode()

    for shown in ("Your receipt", "ana@example.org", "ConnectionRefusedError", ">9<"):
        assert shown in page
    assert "confidential" not in page


def test_the_list_can_be_narrowed_to_a_state(client, administrator):
    given_up()
    given_up(subject="Under way", state=OutboxMail.State.WAITING)

    page = client.get(reverse(LIST), {"state__exact": "waiting"}).content.decode()

    assert "Under way" in page
    assert "Your receipt" not in page


def test_asking_changes_nothing(client, administrator):
    stored = given_up()

    answer = client.get(reverse(TRY_AGAIN, args=[stored.pk]))

    assert answer.status_code == 200
    stored.refresh_from_db()
    assert stored.state == OutboxMail.State.FAILED
    assert mail.outbox == []


def test_a_mail_is_tried_again_and_the_history_says_by_whom(
    client, administrator, django_capture_on_commit_callbacks
):
    stored = given_up()

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse(TRY_AGAIN, args=[stored.pk]))

    assert answer.status_code == 302
    stored.refresh_from_db()
    assert stored.state == OutboxMail.State.SENT
    assert [message.subject for message in mail.outbox] == ["Your receipt"]
    entry = ModelLogEntry.objects.get(action="site_config.try_mail_again")
    assert entry.user == administrator
    assert "ana@example.org" not in entry.label


def test_a_mail_that_has_left_is_not_sent_twice(client, administrator):
    stored = given_up(state=OutboxMail.State.SENT)

    for ask in (client.get, client.post):
        assert ask(reverse(TRY_AGAIN, args=[stored.pk])).status_code == 302
    assert mail.outbox == []
    stored.refresh_from_db()
    assert stored.state == OutboxMail.State.SENT


@pytest.mark.parametrize("right", ["view_outboxmail", None])
def test_nobody_without_the_right_has_a_mail_tried_again(client, right):
    person = UserFactory()
    group = Group.objects.create(name="Lookers-on")
    names = ["access_admin", right] if right else ["access_admin"]
    group.permissions.set(Permission.objects.filter(codename__in=names))
    person.groups.add(group)
    client.force_login(person)
    stored = given_up()

    client.post(reverse(TRY_AGAIN, args=[stored.pk]))

    stored.refresh_from_db()
    assert stored.state == OutboxMail.State.FAILED


@pytest.mark.parametrize("number", ["abc", "0", "9" * 30, "1-2"])
def test_what_is_no_number_of_a_mail_is_not_there(client, administrator, number):
    answer = client.get(f"/admin/site_config/outboxmail/try_again/{number}/")
    assert answer.status_code == 404
