"""The one way mail leaves the portal: stored with the change, sent after its commit."""

import logging
import uuid
from datetime import timedelta

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from site_config.models.outbox import OutboxMail

logger = logging.getLogger(__name__)

# Minutes to the next attempt after each failure; the last step repeats until 72 hours are over.
RETRY_MINUTES = (1, 5, 15, 60)
GIVE_UP_AFTER = timedelta(hours=72)


def enqueue_mail(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    headers: dict[str, str] | None = None,
    reply_to: str = "",
    key: str = "",
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
    """A mail was to be tried again that has been sent."""


@transaction.atomic
def try_mail_again(*, mail_id: int) -> None:
    """Let a waiting or given up mail be tried once this is committed.

    Raises:
        MailHasLeftError: it was sent in the meantime, or is no longer kept.
    """
    unsent = OutboxMail.objects.filter(pk=mail_id).exclude(state=OutboxMail.State.SENT)
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
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers=mail.headers,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    mail.attempts += 1
    try:
        message.send()
    except Exception as error:  # noqa: BLE001  (whatever a mail server does, the mail waits)
        logger.warning("Mail %s was not sent: %s", mail.pk, type(error).__name__)
        mail.last_error = f"{type(error).__name__}: {error}"[:500]
        mail.next_attempt_at = timezone.now() + timedelta(
            minutes=RETRY_MINUTES[min(mail.attempts, len(RETRY_MINUTES)) - 1]
        )
        if timezone.now() - mail.created_at > GIVE_UP_AFTER:
            mail.state = OutboxMail.State.FAILED
    else:
        mail.state = OutboxMail.State.SENT
        mail.sent_at = timezone.now()
        mail.last_error = ""
    mail.save(update_fields=["attempts", "last_error", "next_attempt_at", "sent_at", "state"])
