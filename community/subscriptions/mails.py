"""Mails to followers: written right before they leave, from what everybody may read then."""

import re
import time
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import ngettext, override

from community.mails import own_url
from community.models import Broadcast, BroadcastCopy, Subscriber, Subscription
from community.subscriptions.channels import Channel, describe
from community.subscriptions.links import DIGEST, choose_url, stop_url
from community.subscriptions.reading import Reading, read
from community.subscriptions.telling import CONCERNS
from site_config.models import OutboxMail
from site_config.outbox import enqueue_mail
from site_config.shell import shell_for

# What a mail of the day tells at most.
TOLD_AT_MOST = 30
LONGEST_SUBJECT = 255
# Mails to different followers differ in these two places alone.
STOP_GAP, CHOOSE_GAP = "@@stop@@", "@@choose@@"
# Seconds for which a process takes a written mail again, for the next follower.
WRITTEN_FOR = 60
WRITTEN_AT_MOST = 64
_written: dict[tuple[Any, ...], "Words"] = {}


class Words(NamedTuple):
    """A mail, written."""

    subject: str
    text: str
    html: str

    def filled(self, subscriber: Subscriber, channel: Channel, broadcast_id: int) -> "Words":
        """Return the mail with the links of one follower."""
        gaps = {
            STOP_GAP: stop_url(subscriber, channel, broadcast_id),
            CHOOSE_GAP: choose_url(subscriber),
        }
        text, html = self.text, self.html
        for gap, url in gaps.items():
            text, html = text.replace(gap, url), html.replace(gap, url)
        return Words(self.subject, text, html)


def write_before_leaving(mail: OutboxMail) -> bool | None:
    """Write a mail to a follower, if it still may leave; asked by the outbox.

    Returns:
        Nothing where the mail is no follower's; False where nothing of it can be read any more,
        or its reader has stopped or paused it.
    """
    if mail.concerns != CONCERNS:
        return None
    found = mail.broadcast_copies.select_related("broadcast", "subscriber")
    copies = _wanted(found.prefetch_related("broadcast__parts"))
    read_now = [
        (copy, reading)
        for copy in copies[:TOLD_AT_MOST]
        if (reading := read(copy.broadcast, copy.subscriber.language))
    ]
    if not read_now:
        return False
    first, reading = read_now[0]
    subscriber, channel = first.subscriber, Channel(first.kind, first.key)
    number = first.broadcast_id
    if mail.key.startswith(DIGEST.kind):
        channel, number = DIGEST, 0
        readings = [reading for _copy, reading in read_now]
        more = len(copies[TOLD_AT_MOST:])
        words = write_digest(readings, subscriber.language, more=more)
    else:
        words = _write_one(first.broadcast, reading, channel, subscriber.language)
    filled = words.filled(subscriber, channel, number)
    mail.to = subscriber.email
    mail.subject, mail.text, mail.html = filled
    mail.headers = headers_for(subscriber, channel, number)
    return True


def note_outcome(mail: OutboxMail) -> None:
    """Keep with the copies what has become of their mail; told by the outbox."""
    if mail.concerns == CONCERNS:
        state = {
            OutboxMail.State.SENT: BroadcastCopy.State.SENT,
            OutboxMail.State.WITHDRAWN: BroadcastCopy.State.WITHDRAWN,
            OutboxMail.State.FAILED: BroadcastCopy.State.FAILED,
        }[OutboxMail.State(mail.state)]
        mail.broadcast_copies.update(state=state)


def headers_for(subscriber: Subscriber, channel: Channel, broadcast_id: int) -> dict[str, str]:
    """Return by which headers mail programs know a list, and stop it (RFC 8058, RFC 2919)."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    name = f"{channel.key}.{channel.kind}" if channel.key else channel.kind
    return {
        "List-Unsubscribe": f"<{stop_url(subscriber, channel, broadcast_id)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<{name}.{host}>",
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
    }


def write_mail(reading: Reading, channel: Channel, language: str) -> Words:
    """Return the mail about one change, with gaps for the links of its reader.

    Args:
        reading: the change in the reader's language, or the one that there is.
        channel: what the reader follows.
        language: the reader's.
    """
    with override(language):
        described = describe(channel, language)
        context = _around(language) | {
            "reading": reading,
            "body": reading.make_body() if reading.make_body else None,
            "url": own_url(reading.url),
            "followed": described.title if described else reading.title,
            "is_foreign": reading.language != language and not reading.is_quoted,
            "subject": " ".join(reading.title.split())[:LONGEST_SUBJECT],
        }
        return _render("community/mails/broadcast", context)


def write_digest(readings: list[Reading], language: str, *, more: int = 0) -> Words:
    """Return the mail of the day, with gaps for the links of its reader.

    Args:
        readings: the changes, each in the reader's language or the one that there is.
        language: the reader's.
        more: how many changes it does not tell any more.
    """
    with override(language):
        subject = ngettext(
            "%(count)s piece of news from what you follow",
            "%(count)s pieces of news from what you follow",
            len(readings) + more,
        ) % {"count": len(readings) + more}
        context = _around(language) | {
            "entries": [
                (reading, own_url(reading.url), reading.language != language)
                for reading in readings
            ],
            "more": more,
            "subject": subject,
        }
        return _render("community/mails/broadcast_digest", context)


def queue_digest(subscriber: Subscriber, until: datetime) -> OutboxMail | None:
    """Put a follower's mail of the day into the outbox, unless it was done already.

    Args:
        subscriber: whose copies wait.
        until: what was told later waits for the next day.
    """
    state = BroadcastCopy.State
    waiting = BroadcastCopy.objects.filter(
        subscriber=subscriber, state=state.DIGEST, made_at__lt=until
    )
    numbers = list(waiting.order_by("-made_at", "-pk").values_list("pk", flat=True))
    copies = BroadcastCopy.objects.filter(pk__in=numbers)
    if not subscriber.is_reachable or not numbers:
        copies.update(state=state.WITHDRAWN)
        return None
    key = f"{DIGEST.kind} of follower {subscriber.pk} {until:%Y-%m-%d}"
    # What was stored only after the mail of this day had left comes in another one.
    left = OutboxMail.objects.filter(key__startswith=key).exclude(state=OutboxMail.State.WAITING)
    if number := left.count():
        key = f"{key} {number + 1}"
    mail = enqueue_mail(
        to=subscriber.email, subject=CONCERNS, text="", key=key, concerns=CONCERNS, is_bulk=True
    )
    copies.update(state=state.QUEUED, mail=mail)
    return mail


def _wanted(copies: QuerySet[BroadcastCopy]) -> list[BroadcastCopy]:
    """Return the copies of a mail whose reader still follows one of their channels."""
    rows = [
        copy
        for copy in copies.order_by("-made_at", "-pk")
        if copy.subscriber is not None and copy.subscriber.is_reachable
    ]
    if not rows:
        return []
    followed = set(
        Subscription.objects.filter(subscriber=rows[0].subscriber).values_list("kind", "key")
    )
    return [copy for copy in rows if followed & _channels(copy)]


def _channels(copy: BroadcastCopy) -> set[tuple[str, str]]:
    """Return the channels through which a change was told."""
    parts = copy.broadcast.parts.all()
    return {(copy.kind, copy.key), *((part.kind, part.key) for part in parts)}


def _write_one(broadcast: Broadcast, reading: Reading, channel: Channel, language: str) -> Words:
    minute = int(time.time() // WRITTEN_FOR)
    key = (broadcast.pk, reading.version, channel, language, minute)
    if key not in _written:
        if len(_written) >= WRITTEN_AT_MOST:
            _written.clear()
        _written[key] = write_mail(reading, channel, language)
    return _written[key]


def _around(language: str) -> dict[str, Any]:
    return {
        "portal": shell_for(None),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
        "home_url": f"{settings.WAGTAILADMIN_BASE_URL}/{language}/",
        "stop_url": STOP_GAP,
        "choose_url": CHOOSE_GAP,
    }


def _render(template: str, context: dict[str, Any]) -> Words:
    text = render_to_string(f"{template}.txt", context).strip()
    text = re.sub(r"\n{3,}", "\n\n", text)
    html = render_to_string(f"{template}.html", context)
    # The separator by which mail programs know a signature (RFC 3676 §4.3).
    signature = f"\n\n-- \n{context['portal'].full_name}\n{settings.WAGTAILADMIN_BASE_URL}\n"
    return Words(context["subject"], text + signature, html)
