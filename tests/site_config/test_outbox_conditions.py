"""A mail leaves only while what it speaks of can be read, and once, whoever sends it."""

from collections.abc import Callable, Iterator
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from wagtail import hooks

from site_config.models import OutboxMail
from site_config.outbox import (
    CONDITION_HOOK,
    MailHasLeftError,
    deliver_due_mails,
    deliver_mail,
    enqueue_mail,
    try_mail_again,
)

pytestmark = pytest.mark.django_db

State = OutboxMail.State
Ask = Callable[[OutboxMail], bool | None]


class AwayBackend(EmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server")


def write(concerns: str = "a rumour", **changes: object) -> OutboxMail:
    fields = {"to": "ana@example.org", "subject": "Hello", "text": "Good day.", "html": "<p>Hi"}
    return enqueue_mail(**fields | {"concerns": concerns} | changes)


@pytest.fixture
def asked() -> Iterator[list[Ask]]:
    """The conditions of this test, asked in their order."""
    conditions: list[Ask] = []

    def ask(stored: OutboxMail) -> bool | None:
        answers = [condition(stored) for condition in conditions]
        return None if None in answers or not answers else all(answers)

    with hooks.register_temporarily(CONDITION_HOOK, ask):
        yield conditions


def deliver(stored: OutboxMail) -> OutboxMail:
    deliver_mail.func(stored.pk)
    stored.refresh_from_db()
    return stored


def test_a_mail_leaves_while_what_it_speaks_of_can_be_read(asked):
    asked.append(lambda stored: stored.concerns == "a rumour")

    stored = deliver(write())

    assert stored.state == State.SENT
    assert [message.body for message in mail.outbox] == ["Good day."]


@pytest.mark.parametrize("answer", [False, None])
def test_a_mail_is_withdrawn_when_that_is_gone_or_nobody_knows_of_it(asked, answer):
    asked.append(lambda stored: answer)

    stored = deliver(write())

    assert (stored.state, stored.sent_at) == (State.WITHDRAWN, None)
    assert mail.outbox == []


def test_a_mail_that_concerns_nothing_is_not_asked_about(asked):
    asked.append(lambda stored: False)

    stored = deliver(write(concerns=""))

    assert (stored.state, stored.text) == (State.SENT, "Good day.")


def test_a_withdrawn_mail_never_leaves_by_clock_or_by_hand(asked):
    asked.append(lambda stored: False)
    stored = deliver(write())
    asked[:] = [lambda stored: True]

    assert deliver_due_mails() == 0
    with pytest.raises(MailHasLeftError):
        try_mail_again(mail_id=stored.pk)

    assert mail.outbox == []


@pytest.mark.parametrize("answer", [True, False])
def test_words_that_spoke_of_something_are_kept_no_longer_than_they_are_needed(asked, answer):
    asked.append(lambda stored: answer)

    stored = deliver(write(subject="Ana wrote", text="Ana wrote words.", html="<p>Ana"))

    assert (stored.subject, stored.text, stored.html) == ("a rumour", "", "")


def test_a_condition_may_change_the_words_to_what_can_still_be_read(asked):
    def shorten(stored: OutboxMail) -> bool:
        stored.subject, stored.text, stored.html = "One answer", "One is left.", ""
        return True

    asked.append(shorten)
    deliver(write(text="Two answers."))

    (message,) = mail.outbox
    assert (message.subject, message.body, message.alternatives) == (
        "One answer",
        "One is left.",
        [],
    )


def test_the_question_is_asked_again_at_each_attempt(asked, settings):
    settings.EMAIL_BACKEND = f"{__name__}.AwayBackend"
    readable = [True]
    asked.append(lambda stored: readable[0])
    stored = deliver(write())
    assert (stored.state, stored.attempts) == (State.WAITING, 1)

    readable[:] = [False]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    OutboxMail.objects.update(next_attempt_at=timezone.now())
    deliver_due_mails()

    stored.refresh_from_db()
    assert stored.state == State.WITHDRAWN
    assert mail.outbox == []


def test_a_question_that_fails_keeps_the_mail_and_stops_no_other(asked):
    def fail(stored: OutboxMail) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM no_such_table")
        raise AssertionError("The database knows no such table.")

    asked.append(fail)
    doubtful, plain = write(), write(concerns="")

    assert deliver_due_mails() == 2

    doubtful.refresh_from_db()
    plain.refresh_from_db()
    assert (doubtful.state, doubtful.text) == (State.WAITING, "Good day.")
    assert doubtful.last_error.startswith((DatabaseError.__name__, "OperationalError", "Program"))
    assert plain.state == State.SENT


def test_every_attempt_carries_the_same_message_id():
    stored = write(concerns="", key="receipt-1")
    deliver(stored)
    # A process that was killed before its commit leaves the row as it was.
    OutboxMail.objects.update(state=State.WAITING, sent_at=None)
    deliver(stored)
    deliver(write(concerns="", key="receipt-2"))

    names = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert names[0] == names[1] != names[2]
    assert "receipt" not in names[0]


@pytest.mark.django_db(transaction=True)
def test_workers_that_start_together_send_each_mail_once():
    with transaction.atomic():
        for number in range(10):
            write(concerns="", key=f"mail {number}")
        OutboxMail.objects.update(state=State.FAILED)
    OutboxMail.objects.update(state=State.WAITING)
    barrier = Barrier(3)

    def work() -> None:
        try:
            barrier.wait(10)
            deliver_due_mails()
        finally:
            connection.close()

    workers = [Thread(target=work) for _number in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    deliver_due_mails()

    assert OutboxMail.objects.filter(state=State.SENT).count() == 10
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 10
    assert len(mail.outbox) == 10
