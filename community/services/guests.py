"""Guests comment by a link that we send to their mailbox: once, within 72 hours, by a button.

They also report, without telling who they are.
"""

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from community.errors import FormUsedError, LinkUsedError, MailboxFullError
from community.guest_guards import count_guest_use
from community.mails import send_account_mail
from community.models import (
    Comment,
    Conversation,
    HiddenFor,
    MailboxCount,
    PendingComment,
    Report,
)
from community.models.conversations import target_key
from community.networks import shortened_address
from community.policy import why_not_comment
from community.puzzles import use_once
from community.services.posting import (
    GUEST_LIMITS,
    Guest,
    check_answered,
    post_comment,
    posted_by_form,
    submission_name,
    tidy_text,
)
from community.services.reacting import readable_comment, tidy_report
from community.targets import language_of, title_of
from site_config.rate_limits import Limit, client_address

SALT = "community.guest-comment"
LINK_LIVES = timedelta(hours=72)
REPORT_LIMIT = Limit(5, 3600)
# A report form that was opened longer ago than this is taken for another one.
TICKET_REMEMBERED = timedelta(days=1)


@transaction.atomic
def ask_guest_to_confirm(
    *,
    target: Any,
    guest: Guest,
    text: str,
    submission: str,
    parent_id: int,
    request: HttpRequest,
    answer: str = "",
) -> None:
    """Keep a guest's comment, and send a link to the mailbox they gave.

    The mail holds nothing that the guest has written: nobody can send words to strangers by it.

    Args:
        target: a page that takes comments, or a discussion.
        guest: the name and the mailbox that were typed.
        text: the words.
        submission: names the form; sent twice, it is one comment and one mail.
        parent_id: the comment that it answers; 0 opens a thread.
        request: who sends it, and in which language they read.
        answer: what the guest's browser found out (`community.puzzles`).

    Raises:
        FormUsedError: the form has brought other words before.
        CommunityError: a subclass says why it can't be kept.
        RateLimitedError: this network has sent too much.
    """
    text = tidy_text(text)
    if refusal := why_not_comment(None, target):
        raise refusal
    check_answered(target, parent_id)
    name = submission_name(submission, None, guest)
    # Confirmed already: the comment is named after the form by the name that is kept of it.
    confirmed = submission_name(name, None, guest)
    if posted_by_form(Conversation.objects.about(target), confirmed, text):
        return
    key = target_key(target)
    # Whoever makes the row sends the mail: the same form at the same moment waits, and finds it.
    pending, is_new = PendingComment.objects.get_or_create(
        submission=name,
        defaults={
            "content_type_id": key.content_type_id,
            "object_id": key.object_id,
            "parent_id": parent_id,
            "text": text,
            "name": guest.name,
            "email": guest.email,
            "language": language_of(target),
            "network": shortened_address(client_address(request)),
        },
    )
    if not is_new:
        if pending.text != text:
            raise FormUsedError
        return
    count_guest_use("guest_comment", request, answer, *GUEST_LIMITS)
    if not MailboxCount.objects.reserve(guest.email):
        raise MailboxFullError
    token = signing.dumps(pending.pk, salt=SALT)
    send_account_mail(
        template="community/mails/confirm_comment",
        to=guest.email,
        language=language_of(target),
        context={
            "activate_url": reverse("community:confirm_comment", args=[token]),
            "title": title_of(target),
        },
        request=request,
    )


def pending_comment(token: str) -> PendingComment:
    """Return what a link stands for, and change nothing.

    Raises:
        LinkUsedError: it was used, is older than 72 hours, or is none of ours.
    """
    try:
        number = signing.loads(token, salt=SALT, max_age=LINK_LIVES)
    except signing.BadSignature as error:
        raise LinkUsedError from error
    living = PendingComment.objects.filter(written_at__gt=timezone.now() - LINK_LIVES)
    pending = living.filter(pk=number).first()
    if pending is None:
        raise LinkUsedError
    return pending


@transaction.atomic
def confirm_guest_comment(*, token: str) -> Comment:
    """Post a guest's comment, which then waits for a moderator. The link is used up by it.

    Raises:
        LinkUsedError: there is nothing left to confirm.
        CommunityError: the page takes no comments any more; the link stays good.
    """
    pending = pending_comment(token)
    # Who deletes the row has the comment; a second click at the same moment finds none.
    taken, _models = PendingComment.objects.filter(pk=pending.pk).delete()
    model = pending.content_type.model_class()
    target = model._default_manager.filter(pk=pending.object_id).first() if taken else None
    if target is None:
        raise LinkUsedError
    posted = post_comment(
        target=target,
        author=None,
        guest=Guest(pending.name, pending.email),
        text=pending.text,
        submission=pending.submission,
        parent_id=pending.parent_id,
        sender=pending.network or "",
        language=pending.language,
    )
    return posted.comment


@transaction.atomic
def report_as_guest(
    *,
    comment_id: int,
    reason: HiddenFor,
    words: str,
    ticket: str,
    request: HttpRequest,
    answer: str = "",
) -> Report | None:
    """Ask moderators to look at a comment, without an account.

    Args:
        comment_id: the comment's number.
        reason: which rule the comment breaks.
        words: what the reporter adds; cut at 500 characters.
        ticket: names the form; sent twice, it is one report.
        request: who sends it; nothing of it is kept.
        answer: what the guest's browser found out (`community.puzzles`).

    Returns:
        The report; nothing where this form has made one already.

    Raises:
        NotReadableError: the comment is not for everybody to read.
        RateLimitedError: this network has sent too much.
    """
    comment = readable_comment(comment_id, None)
    if not use_once(f"report {ticket}", TICKET_REMEMBERED):
        return None
    count_guest_use("guest_report", request, answer, REPORT_LIMIT)
    return Report.objects.create(
        comment=comment, reason=HiddenFor(reason), words=tidy_report(words)
    )
