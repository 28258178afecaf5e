"""Mail leaves once, after the commit, and waits where it can't."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.utils import timezone

from site_config.models import OutboxMail
from site_config.outbox import deliver_due_mails, deliver_mail, enqueue_mail

pytestmark = pytest.mark.django_db


class BrokenBackend(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server")


def write(**changes: object) -> OutboxMail:
    fields = {"to": "ana@example.org", "subject": "Hello", "text": "Good day."} | changes
    return enqueue_mail(**fields)


@pytest.mark.django_db(transaction=True)
def test_a_mail_leaves_only_after_its_change_is_committed():
    with transaction.atomic():
        write()
        assert mail.outbox == []

    assert [message.to for message in mail.outbox] == [["ana@example.org"]]
    assert OutboxMail.objects.get().state == OutboxMail.State.SENT


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_rolled_back_sends_nothing():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)

    assert mail.outbox == []
    assert not OutboxMail.objects.exists()


def test_the_same_occasion_is_stored_once():
    first = write(key="receipt-1")
    second = write(key="receipt-1", subject="Again")

    assert first.pk == second.pk
    assert OutboxMail.objects.get().subject == "Hello"


def test_a_sent_mail_is_not_sent_again():
    stored = write()
    deliver_mail.func(stored.pk)
    deliver_mail.func(stored.pk)

    assert len(mail.outbox) == 1


def test_a_broken_server_costs_nothing_but_time(settings):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    stored = write()

    delays = []
    for _attempt in range(5):
        before = timezone.now()
        OutboxMail.objects.update(next_attempt_at=before)
        deliver_due_mails()
        stored.refresh_from_db()
        delays.append(round((stored.next_attempt_at - before).total_seconds() / 60))

    assert delays == [1, 5, 15, 60, 60]
    assert stored.state == OutboxMail.State.WAITING
    assert "ConnectionRefusedError" in stored.last_error


def test_a_mail_is_given_up_after_three_days(settings):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    stored = write()
    OutboxMail.objects.update(created_at=timezone.now() - timedelta(hours=73))

    deliver_due_mails()

    stored.refresh_from_db()
    assert stored.state == OutboxMail.State.FAILED


def test_a_mail_that_waited_is_sent_when_the_server_is_back():
    stored = write()
    OutboxMail.objects.update(attempts=2, last_error="ConnectionRefusedError")

    assert deliver_due_mails() == 1

    stored.refresh_from_db()
    assert stored.state == OutboxMail.State.SENT
    assert stored.last_error == ""


def test_a_subject_cannot_smuggle_headers_in():
    stored = write(subject="Hello\r\nBcc: everybody@example.org")
    deliver_mail.func(stored.pk)

    assert mail.outbox[0].subject == "Hello Bcc: everybody@example.org"
    assert mail.outbox[0].recipients() == ["ana@example.org"]


def test_html_stands_beside_the_plain_text():
    deliver_mail.func(write(html="<p>Good day.</p>", reply_to="office@example.org").pk)

    message = mail.outbox[0]
    assert message.body == "Good day."
    assert message.alternatives[0].content == "<p>Good day.</p>"
    assert message.reply_to == ["office@example.org"]
