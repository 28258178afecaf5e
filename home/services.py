"""What happens when somebody writes to the city."""

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, override

from community.models import MailboxCount
from site_config.mail_frame import Paragraph, in_mail_frame, paragraphs_of_words
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for

if TYPE_CHECKING:
    from home.models.contact import ContactPage, ContactSubmission

# Digits and letters that nobody mistakes for one another; 31 bits in six of them.
RECEIPT_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
RECEIPT_LENGTH = 6
RECEIPT_ATTEMPTS = 5


def new_receipt() -> str:
    """Return a receipt number such as ``K-2026-7F3K9Q``: readable aloud, not to be guessed."""
    letters = "".join(secrets.choice(RECEIPT_ALPHABET) for _ in range(RECEIPT_LENGTH))
    return f"K-{timezone.localdate().year}-{letters}"


def receive_message(
    *, page: "ContactPage", form_data: dict[str, Any], sender: str, ticket: str
) -> "ContactSubmission":
    """Store one message once, and tell staff and its sender after the commit.

    Args:
        page: the contact page that it was written on.
        form_data: what was written, by the fields' names.
        sender: the mailbox that gets the receipt; empty for none.
        ticket: tells this opening of the form from all others; the same words sent again with
            it are the same message.

    Returns:
        The stored message: the earlier one where it had arrived already.
    """
    words = json.dumps(form_data, sort_keys=True, default=str)
    fingerprint = hashlib.sha256(f"{page.pk}:{ticket}:{words}".encode()).hexdigest()
    with transaction.atomic():
        message, created = _store(page, form_data, sender, fingerprint)
        if created:
            _tell_staff(message, page)
            _tell_sender(message, page)
    return message


def _store(
    page: "ContactPage", form_data: dict[str, Any], sender: str, fingerprint: str
) -> "tuple[ContactSubmission, bool]":
    messages = page.get_submission_class().objects
    for attempt in range(RECEIPT_ATTEMPTS):
        known = messages.filter(ticket=fingerprint).first()
        if known is not None:
            return known, False
        try:
            with transaction.atomic():
                return messages.create(
                    page=page,
                    form_data=form_data,
                    labels=[[it.clean_name, it.label] for it in page.get_form_fields()],
                    sender=sender,
                    language=page.locale.language_code,
                    ticket=fingerprint,
                    receipt=new_receipt(),
                ), True
        except IntegrityError:
            # The same message has arrived at this moment, or the number is taken.
            if attempt == RECEIPT_ATTEMPTS - 1:
                raise
    raise AssertionError("The loop returns or raises.")


def _tell_staff(message: "ContactSubmission", page: "ContactPage") -> None:
    context = {"message": message, "page": page, "lines": message.labelled()}
    with override(page.locale.language_code):
        text = render_to_string("home/mails/message_to_staff.txt", context)
    subject = _subject(message, page)
    # By number: an address may be longer than a key.
    for number, recipient in enumerate(dict.fromkeys(page.recipients), start=1):
        enqueue_mail(
            to=recipient,
            subject=subject,
            text=text,
            html=_in_frame(subject, paragraphs_of_words(text), page),
            reply_to=message.sender,
            key=f"contact-staff-{message.receipt}-{number}",
        )


def _tell_sender(message: "ContactSubmission", page: "ContactPage") -> None:
    if not message.sender:
        return
    if not MailboxCount.objects.reserve(message.sender):
        return
    context = {"message": message, "page": page, "lines": message.labelled()}
    with override(page.locale.language_code):
        text = render_to_string("home/mails/message_receipt.txt", context)
        action = gettext("Open the page")
    # What somebody has written holds no link; the page's own address, at the end, is one.
    words, _line, address = text.rstrip().rpartition("\n")
    paragraphs = [*paragraphs_of_words(words), Paragraph(url=address)]
    subject = _subject(message, page)
    enqueue_mail(
        to=message.sender,
        subject=subject,
        text=text,
        html=_in_frame(subject, paragraphs, page, action=action),
        key=f"contact-receipt-{message.receipt}",
    )


def _subject(message: "ContactSubmission", page: "ContactPage") -> str:
    return f"{message.receipt}: {page.subject or page.title}"


def _in_frame(
    subject: str, paragraphs: list[Paragraph], page: "ContactPage", action: str = ""
) -> str:
    language = page.locale.language_code
    with override(language):
        portal = shell_for(None)
    return in_mail_frame(
        subject=subject, paragraphs=paragraphs, portal=portal, language=language, action=action
    )
