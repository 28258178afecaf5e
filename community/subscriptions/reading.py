"""What a broadcast says, read where it stands, as far as everybody may read it now."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from django.db.models import Q
from django.db.models.functions import Lower
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from community.models import (
    Broadcast,
    Comment,
    ConversationChoice,
    Notification,
    Subscription,
    User,
)
from community.policy import can_read_comments
from community.subscriptions.channels import public_page
from community.text import plain_text
from site_config.models import AlertVersion, AlertWording
from site_config.models.alert_terms import Level, Message

QUOTED_AT_MOST = 400
# That an alert is over is no news later.
CANCELLATION_TOLD_FOR = timedelta(days=1)


class MailBody(NamedTuple):
    """What a page puts into the mail about it instead of its summary.

    Attributes:
        html: safe HTML with inline styles, whose links are absolute.
        text: the same as plain text.
    """

    html: str
    text: str


class Reading(NamedTuple):
    """A change as its followers read it.

    Attributes:
        title: of the page or the discussion.
        url: the path where it is read.
        text: one or two sentences.
        note: what changed; empty where something is new.
        language: of title and text.
        is_quoted: whether the text is somebody's words.
        make_body: returns what stands in the place of the text, where a page brings its own.
        version: changes when the words may have changed.
    """

    title: str
    url: str
    text: str
    note: str
    language: str
    is_quoted: bool = False
    make_body: Callable[[], MailBody] | None = None
    version: str = ""


def readable(broadcast: Broadcast, language: str) -> bool:
    """Say whether everybody may read now what a broadcast is about."""
    if broadcast.about == Broadcast.About.COMMENT:
        return _readable_comment(broadcast) is not None
    if broadcast.about == Broadcast.About.ALERT:
        return _readable_alert(broadcast) is not None
    return public_page(broadcast.reference, language) is not None


def read(broadcast: Broadcast, language: str) -> Reading | None:
    """Return what a broadcast says to a reader of one language; nothing where it is gone."""
    if broadcast.about == Broadcast.About.COMMENT:
        return _read_comment(broadcast, language)
    if broadcast.about == Broadcast.About.ALERT:
        return _read_alert(broadcast, language)
    return _read_page(broadcast, language)


def is_pressing(broadcast: Broadcast) -> bool:
    """Say whether followers hear of it at once, however seldom they want mail.

    A storm can't wait for the mail of the day, nor for what was queued before it.
    """
    if broadcast.about != Broadcast.About.ALERT:
        return False
    level = AlertVersion.objects.filter(pk=broadcast.reference).values_list("level", flat=True)
    return any(Level(found).is_pressing for found in level)


def untold(broadcast: Broadcast, rows: list[Subscription]) -> list[Subscription]:
    """Return those subscriptions whose mailbox does not hear of a comment as a member's.

    Whoever wrote it, was told of it, or follows or has muted the conversation as a member, gets no
    second mail as a follower.
    """
    comment = _readable_comment(broadcast) if broadcast.about == Broadcast.About.COMMENT else None
    if comment is None:
        return rows
    emails = [row.subscriber.email for row in rows]
    as_members = (
        Q(pk=comment.user_id)
        | Q(pk__in=Notification.objects.filter(comment=comment).values("recipient"))
        | Q(
            pk__in=ConversationChoice.objects.filter(conversation=comment.conversation_id).values(
                "member"
            )
        )
    )
    members = User.objects.filter(as_members).annotate(
        first=Lower("email"), other=Lower("emailaddress__email")
    )
    theirs = members.filter(
        Q(first__in=emails) | Q(other__in=emails, emailaddress__verified=True)
    ).values_list("first", "other")
    served = {address for pair in theirs for address in pair}
    served.add(comment.user_email.lower())
    return [row for row in rows if row.subscriber.email not in served]


def _read_page(broadcast: Broadcast, language: str) -> Reading | None:
    page = public_page(broadcast.reference, language)
    if page is None:
        return None
    specific = page.specific
    own_language = page.locale.language_code
    note = broadcast.note.get(language) or broadcast.note.get(own_language, "")
    return Reading(
        title=page.title,
        url=page.url,
        text=getattr(specific, "description", ""),
        note=note,
        language=own_language,
        make_body=getattr(specific, "mail_body", None),
        version=f"{page.pk} {page.last_published_at} {note}",
    )


def _readable_comment(broadcast: Broadcast) -> Comment | None:
    comments = Comment.objects.readable().select_related("conversation", "user")
    comment = comments.filter(pk=broadcast.reference).first()
    if comment is None:
        return None
    discussion = comment.conversation.specific_target()
    return comment if discussion and can_read_comments(None, discussion) else None


def _read_comment(broadcast: Broadcast, language: str) -> Reading | None:
    comment = _readable_comment(broadcast)
    if comment is None:
        return None
    discussion = comment.conversation.specific_target()
    with override(language):
        name = comment.author_name
        return Reading(
            title=_("%(name)s in “%(title)s”") % {"name": name, "title": discussion.wording.title},
            url=reverse("community:comment", args=[comment.pk]),
            text=Truncator(plain_text(comment.html)).chars(QUOTED_AT_MOST),
            note="",
            language=comment.language or language,
            is_quoted=True,
            version=f"{comment.edited_at} {name} {comment.comment}",
        )


def _readable_alert(broadcast: Broadcast) -> AlertVersion | None:
    """Return the version while it warns, or tells that nothing does; not once a newer one holds."""
    now = timezone.now()
    current = AlertVersion.objects.current(now).with_words().filter(pk=broadcast.reference)
    version = current.first()
    if version is None:
        return None
    told_until = version.starts_at + CANCELLATION_TOLD_FOR
    is_cancellation = version.message == Message.CANCEL and now < told_until
    return version if version.is_running(now) or is_cancellation else None


def _read_alert(broadcast: Broadcast, language: str) -> Reading | None:
    version = _readable_alert(broadcast)
    words = version.words(language) if version else None
    if version is None or words is None:
        return None
    with override(language):
        is_over = version.message == Message.CANCEL
        level = pgettext("an alert", "Over") if is_over else version.level_title
        return Reading(
            title=f"{level}: {words.headline}",
            url=reverse("alerts:alert", args=[version.alert.uid]),
            text=words.text,
            note=words.note,
            language=words.language,
            make_body=partial(_alert_body, version, words, is_over),
            version=version.identifier,
        )


def _alert_body(version: AlertVersion, words: AlertWording, is_over: bool) -> MailBody:
    context = {"version": version, "words": words, "is_over": is_over}
    html, text = (
        render_to_string(f"community/mails/alert_body.{kind}", context) for kind in ("html", "txt")
    )
    return MailBody(html, text.strip())
