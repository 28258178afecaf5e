"""The one way mail leaves the portal: stored with the change, sent after its commit.

A mail is sent once: its row is locked while it is handed over. Only a process that is killed
between the mail server's "accepted" and its own commit sends it again; no database can help
that. Both copies then have one ``Message-ID``, by which mail servers and programs know them as
the same.
"""

import logging
import uuid
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_tasks import task
from wagtail import hooks

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
        },
    )
    if created:
        transaction.on_commit(lambda: deliver_mail.enqueue(mail.pk), robust=True)
    return mail


@task()
def deliver_mail(mail_id: int) -> None:
    """Try to send one stored mail, unless another worker is at it or it has left."""
    with transaction.atomic():
        # The row stays locked while the mail is handed over, so no second worker sends it too.
        mail = (
            OutboxMail.objects.select_for_update(skip_locked=True)
            .filter(pk=mail_id, state=OutboxMail.State.WAITING)
            .first()
        )
        if mail is not None:
            _attempt(mail)


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
    """Send the mails whose time has come. Returns how many were tried."""
    due = list(OutboxMail.objects.due().values_list("pk", flat=True)[:limit])
    for mail_id in due:
        deliver_mail.func(mail_id)
    return len(due)


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
    return message
