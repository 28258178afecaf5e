"""Whether a mail about a pledge may still leave, and what is done when it comes back."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from campaigns.models import Pledge
from community.models.mailboxes import mailbox_hash
from site_config.models import OutboxMail
from site_config.models.tree import TreeQuerySet

WORD = "pledge"
# A page may be taken down for an hour, to mend it; so long its mails wait.
PAGE_AWAITED = timedelta(days=2)
# Nobody receives mail at such an address (django-anymail's reasons).
FOR_GOOD = frozenset({"invalid"})


class PageIsAwayError(Exception):
    """The page that a mail speaks of can't be read by everybody now; the outbox tries again."""


def may_pledge_mail_leave(mail: OutboxMail) -> bool | None:
    """Say whether a mail's pledge counts and wants mails, and its page is live for everybody.

    Returns:
        Nothing where the mail is about something else.

    Raises:
        PageIsAwayError: the page may come back.
    """
    word, *numbers = mail.concerns.split()
    if word != WORD:
        return None
    pledge_id, page_id = numbers
    if not Pledge.objects.filter(pk=pledge_id, is_told=True).exists():
        return False
    page = TreeQuerySet(Page).filter(pk=page_id)
    if page.live().unrestricted().exists():
        return True
    if page.exists() and timezone.now() < mail.created_at + PAGE_AWAITED:
        raise PageIsAwayError
    return False


def heed_event(event: Any, **kwargs: Any) -> None:
    """Stop the mails about the pledges of whoever calls them spam, or can't receive any.

    Args:
        event: an ``AnymailTrackingEvent``, whose signature has been checked.
    """
    is_dead = event.event_type == "bounced" and event.reject_reason in FOR_GOOD
    if event.recipient and (is_dead or event.event_type == "complained"):
        theirs = Pledge.objects.filter(mailbox=mailbox_hash(event.recipient))
        theirs.update(is_told=False)
