"""Mails that tell members what they want to hear of: at once, or once a day."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from community.mails import one_click_headers, own_url
from community.models import Delivery, Notification, NotificationChoice, User
from community.notices import notifications_for, read_notices
from community.unsubscribing import DIGEST, unsubscribe_url
from site_config.models import OutboxMail
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for

# By this word the outbox asks whether a mail's notifications can still be read.
CONCERNS = "notifications"
# What a mail of the day tells at most; the portal tells the rest.
NOTICES_AT_MOST = 30
LONGEST_SUBJECT = 255


class Words(NamedTuple):
    """A mail, written."""

    subject: str
    text: str
    html: str


def mail_now(notification: Notification) -> OutboxMail | None:
    """Put the mail about one notification into the outbox; none where it can't be read."""
    return _enqueue(
        notification.recipient,
        Notification.objects.filter(pk=notification.pk),
        about=notification.subject,
        key=f"notification {notification.pk}",
    )


def mail_digest(member: User, until: datetime) -> OutboxMail | None:
    """Put a member's mail of the day into the outbox; none where nothing of it can be read.

    What is committed after the day's mail was written waits for the next one.

    Args:
        member: who gets it.
        until: what was told later waits for the next day.
    """
    key = f"{DIGEST} {member.pk} {until:%Y-%m-%d}"
    if OutboxMail.objects.filter(key=key).exists():
        return None
    waiting = Notification.objects.filter(recipient=member, made_at__lt=until).for_digest()
    mail = _enqueue(member, waiting, about=DIGEST, key=key)
    waiting.update(mail=Notification.Mail.NONE)
    return mail


def may_still_be_read(mail: OutboxMail) -> bool | None:
    """Say whether anything can be read of what a mail tells; asked right before it leaves.

    It is written anew, since a part of it may be gone and other words may have been changed.
    """
    if mail.concerns != CONCERNS:
        return None
    told = Notification.objects.filter(mailed_in=mail).select_related("recipient")
    first = told.first()
    if first is None or not first.recipient.is_active:
        return False
    member = first.recipient
    left = list(_still_wanted(member, told))
    if not left:
        return False
    about = DIGEST if mail.key.startswith(DIGEST) else first.subject
    mail.to = member.email
    mail.subject, mail.text, mail.html = write_mail(member, left, about)
    return True


def write_mail(member: User, notifications: Iterable[Notification], about: str) -> Words:
    """Return a mail in the member's language about notifications that they can read.

    Args:
        member: who reads it.
        notifications: the newest first.
        about: their subject; ``digest`` for the mail of the day.
    """
    with override(member.language):
        notices = read_notices(notifications)
        portal = shell_for(None)
        heading = notices[0].sentence
        if about == DIGEST:
            heading = ngettext(
                "%(count)s new thing in the community",
                "%(count)s new things in the community",
                len(notices),
            ) % {"count": len(notices)}
        heading = " ".join(heading.split())[:LONGEST_SUBJECT]
        context = {
            "subject": heading,
            "notices": [(notice, own_url(notice.url, member.language)) for notice in notices],
            "is_digest": about == DIGEST,
            "about": notices[0].notification.get_subject_display(),
            "all_url": own_url(reverse("community:notifications"), member.language),
            "choices_url": own_url(reverse("community:notification_choices"), member.language),
            "stop_url": unsubscribe_url(member, about),
            "portal": portal,
            "base_url": settings.WAGTAILADMIN_BASE_URL,
            "home_url": f"{settings.WAGTAILADMIN_BASE_URL}/{member.language}/",
        }
        text = render_to_string("community/mails/notices.txt", context).strip()
        html = render_to_string("community/mails/notices.html", context)
    # The separator by which mail programs know a signature (RFC 3676 §4.3).
    signature = f"\n\n-- \n{portal.full_name}\n{settings.WAGTAILADMIN_BASE_URL}\n"
    return Words(heading, text + signature, html)


def _enqueue(
    member: User, notifications: QuerySet[Notification], *, about: str, key: str
) -> OutboxMail | None:
    readable = list(_still_wanted(member, notifications)[:NOTICES_AT_MOST])
    if not readable:
        return None
    words = write_mail(member, readable, about)
    mail = enqueue_mail(
        to=member.email,
        subject=words.subject,
        text=words.text,
        html=words.html,
        headers=one_click_headers(unsubscribe_url(member, about)),
        key=key,
        concerns=CONCERNS,
    )
    Notification.objects.filter(pk__in=[row.pk for row in readable]).update(
        mail=Notification.Mail.QUEUED, mailed_in=mail
    )
    return mail


def _still_wanted(member: User, notifications: QuerySet[Notification]) -> QuerySet[Notification]:
    """Return what the member can read, without subjects of which they have stopped the mails."""
    stopped = NotificationChoice.objects.filter(member=member, delivery=Delivery.NONE)
    return (
        notifications_for(member)
        .filter(pk__in=notifications.order_by().values("pk"))
        .exclude(subject__in=stopped.values("subject"))
    )
