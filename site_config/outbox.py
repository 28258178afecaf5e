"""The one way mail leaves the portal: stored with the change, sent after its commit.

A mail is sent once: its row is locked while it is handed over. Only a process that is killed
between the mail server's "accepted" and its own commit sends it again; no database can help
that. Both copies then have one ``Message-ID``, by which mail servers and programs know them as
the same.
"""

import logging
import uuid
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_tasks import task
from wagtail import hooks

from site_config.batches import runs_at_once
from site_config.models.outbox import OutboxMail

logger = logging.getLogger(__name__)

# Minutes to the next attempt after each failure; the last step repeats until 72 hours are over.
RETRY_MINUTES = (1, 5, 15, 60)
GIVE_UP_AFTER = timedelta(hours=72)

# Apps register functions with ``@hooks.register(CONDITION_HOOK)``: they take a mail that is
# about to leave and say whether what it speaks of may still be read by whom it goes to, or
# nothing where it is none of theirs. They may change its words to what can still be read.
CONDITION_HOOK = "register_mail_conditions"
Condition = Callable[[OutboxMail], bool | None]

# Apps register functions with ``@hooks.register(OUTCOME_HOOK)``: they take a mail that was sent,
# withdrawn or given up a moment ago, within the transaction that stores it.
OUTCOME_HOOK = "register_mail_outcomes"
Outcome = Callable[[OutboxMail], None]
# Tasks that send many mails let all others go first.
BULK_PRIORITY = -50
# Of many, as many as the timer tries in one round, and as many as may fail in a row.
BULK_ROUND = 1000
REFUSED_AT_MOST = 5
# Mails of one task: a few seconds, after which a password's mail or an alert goes first.
IN_ONE_TASK = 20


class Letter(NamedTuple):
    """One of many mails, whose words are written right before it leaves.

    Attributes:
        to: one mailbox.
        key: names the occasion, as for `enqueue_mail`.
        subject: one line for the list of mails.
        concerns: by which an app's condition knows the mail, and writes it.
    """

    to: str
    key: str
    subject: str
    concerns: str


def enqueue_mails(
    letters: Sequence[Letter], *, priority: int = BULK_PRIORITY
) -> dict[str, OutboxMail]:
    """Store many mails in the running transaction, and try to send them once it is committed.

    Whoever calls sees to it that nobody stores mails with the same keys at the same time.

    Args:
        letters: the mails.
        priority: of the task that sends them; a higher one goes first.

    Returns:
        The stored mails by their keys; those whose key is known already are left out.
    """
    known = set(
        OutboxMail.objects.filter(key__in=[letter.key for letter in letters]).values_list(
            "key", flat=True
        )
    )
    mails = OutboxMail.objects.bulk_create(
        OutboxMail(
            to=letter.to,
            key=letter.key,
            subject=" ".join(letter.subject.split())[:255],
            concerns=letter.concerns,
            text="",
            is_bulk=True,
        )
        for letter in letters
        if letter.key not in known
    )
    if numbers := [mail.pk for mail in mails]:
        deliver = deliver_mails.using(priority=priority)
        transaction.on_commit(lambda: deliver.enqueue(numbers, priority), robust=True)
    return {mail.key: mail for mail in mails}


def enqueue_mail(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    headers: dict[str, str] | None = None,
    reply_to: str = "",
    key: str = "",
    concerns: str = "",
    is_bulk: bool = False,
) -> OutboxMail:
    """Store one mail in the running transaction, and try to send it once that is committed.

    Args:
        to: one mailbox.
        subject: one line; line breaks are folded into spaces, so no header can be smuggled in.
        text: the plain text, complete in itself.
        html: the same for those who read HTML.
        headers: extra headers such as ``List-Unsubscribe`` (RFC 8058).
        reply_to: where answers should go, if not to the sender.
        key: names the occasion; a second mail of the same occasion is not stored.
        concerns: what the mail speaks of, in words that an app's condition knows: it leaves
            only while that can be read, and its words are kept no longer than until it has left.
        is_bulk: whether it is one of many, which let all others go first.

    Returns:
        The stored mail: the earlier one where the key is known.
    """
    mail, created = OutboxMail.objects.get_or_create(
        key=key or uuid.uuid4().hex,
        defaults={
            "to": to,
            "subject": " ".join(subject.split())[:255],
            "text": text,
            "html": html,
            "headers": headers or {},
            "reply_to": reply_to,
            "concerns": concerns,
            "is_bulk": is_bulk,
        },
    )
    if created:
        deliver = deliver_mail.using(priority=BULK_PRIORITY) if is_bulk else deliver_mail
        transaction.on_commit(lambda: deliver.enqueue(mail.pk), robust=True)
    return mail


@task()
def deliver_mail(mail_id: int) -> None:
    """Try to send one stored mail, unless another worker is at it or it has left."""
    _deliver(mail_id)


def _deliver(mail_id: int) -> bool:
    """Try to send one stored mail. Returns whether it was tried, and the mail server refused."""
    with transaction.atomic():
        # The row stays locked while the mail is handed over, so no second worker sends it too.
        mail = (
            OutboxMail.objects.select_for_update(skip_locked=True)
            .filter(pk=mail_id, state=OutboxMail.State.WAITING)
            .first()
        )
        if mail is not None:
            _attempt(mail)
    return mail is not None and mail.state == OutboxMail.State.WAITING


@task(priority=BULK_PRIORITY)
def deliver_mails(numbers: list[int], priority: int = BULK_PRIORITY) -> None:
    """Try to send some of many stored mails, and queue the others: who waits goes in between.

    Where the mail server refuses one after another, the rest waits for the timer.
    """
    again = deliver_mails.using(priority=priority)
    step = len(numbers) if runs_at_once(again) else IN_ONE_TASK
    if _deliver_all(numbers[:step]) and numbers[step:]:
        again.enqueue(numbers[step:], priority)


def _deliver_all(numbers: Sequence[int]) -> bool:
    """Try to send mails, each in a transaction of its own; say whether the server takes them."""
    refused = 0
    for mail_id in numbers:
        refused = refused + 1 if _deliver(mail_id) else 0
        if refused == REFUSED_AT_MOST:
            return False
    return True


class MailHasLeftError(Exception):
    """A mail was to be tried again that has been sent or withdrawn."""


@transaction.atomic
def try_mail_again(*, mail_id: int) -> None:
    """Let a waiting or given up mail be tried once this is committed.

    Raises:
        MailHasLeftError: it was sent or withdrawn in the meantime, or is no longer kept.
    """
    unsent = OutboxMail.objects.unsent().filter(pk=mail_id)
    if not unsent.update(state=OutboxMail.State.WAITING, next_attempt_at=timezone.now()):
        raise MailHasLeftError
    transaction.on_commit(lambda: deliver_mail.enqueue(mail_id), robust=True)


def deliver_due_mails(limit: int = 200) -> int:
    """Send the mails whose time has come, many last; return how many were to be tried."""
    return deliver_due_single(limit) + deliver_due_bulk()


def deliver_due_single(limit: int = 200) -> int:
    """Send the mails that somebody waits for; return how many were to be tried."""
    due = OutboxMail.objects.due().filter(is_bulk=False)
    single = list(due.values_list("pk", flat=True)[:limit])
    for mail_id in single:
        deliver_mail.func(mail_id)
    return len(single)


def deliver_due_bulk(limit: int = BULK_ROUND) -> int:
    """Send mails that are some of many, which takes minutes; return how many were to be tried."""
    bulk = list(OutboxMail.objects.due().filter(is_bulk=True).values_list("pk", flat=True)[:limit])
    _deliver_all(bulk)
    return len(bulk)


def _attempt(mail: OutboxMail) -> None:
    mail.attempts += 1
    try:
        # Of its own, so that a question which fails leaves the row's transaction sound.
        with transaction.atomic():
            may_leave = _may_leave(mail)
        if may_leave:
            _message(mail).send()
    except Exception as error:  # noqa: BLE001  (whatever a mail server does, the mail waits)
        logger.warning("Mail %s was not sent: %s", mail.pk, type(error).__name__)
        mail.last_error = f"{type(error).__name__}: {error}"[:500]
        mail.next_attempt_at = timezone.now() + timedelta(
            minutes=RETRY_MINUTES[min(mail.attempts, len(RETRY_MINUTES)) - 1]
        )
        if timezone.now() - mail.created_at > GIVE_UP_AFTER:
            mail.state = OutboxMail.State.FAILED
    else:
        mail.state = OutboxMail.State.SENT if may_leave else OutboxMail.State.WITHDRAWN
        mail.sent_at = timezone.now() if may_leave else None
        mail.last_error = ""
        if mail.concerns:
            # What it spoke of may be hidden or erased tomorrow: no copy stays here.
            mail.subject, mail.text, mail.html = mail.concerns, "", ""
    mail.save()
    if mail.state != OutboxMail.State.WAITING:
        _tell_outcome(mail)


def _tell_outcome(mail: OutboxMail) -> None:
    """Tell whoever wants to know; their failure changes nothing about a mail that has left."""
    told: Outcome
    for told in hooks.get_hooks(OUTCOME_HOOK):
        try:
            with transaction.atomic():
                told(mail)
        except Exception:  # the mail server has it: it must not be sent again
            logger.exception("What became of mail %s was not noted", mail.pk)


def _may_leave(mail: OutboxMail) -> bool:
    """Ask whoever knows what the mail speaks of; where nobody knows, it stays."""
    if not mail.concerns:
        return True
    conditions: list[Condition] = hooks.get_hooks(CONDITION_HOOK)
    answers = [condition(mail) for condition in conditions]
    told = [answer for answer in answers if answer is not None]
    return bool(told) and all(told)


def _message(mail: OutboxMail) -> EmailMultiAlternatives:
    """Return the mail as it goes out, with the same ``Message-ID`` however often it is tried."""
    name = salted_hmac(__name__, mail.key, algorithm="sha256").hexdigest()[:32]
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": f"<{name}@{host}>"} | mail.headers,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    # A mail service that is asked by its interface gives this back with what it tells of the mail,
    # and leaves links and openings alone; other ways of sending pass it over.
    message.metadata = {"mail": mail.key}
    message.track_opens = message.track_clicks = False
    return message
