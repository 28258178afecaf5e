"""What is done with requests for accessible copies."""

import hashlib
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.errors import LinkUsedError, MailboxFullError
from community.guest_guards import count_guest_use
from community.mails import own_url, send_account_mail
from community.models import MailboxCount
from publications.models.accessible_copies import OPEN_STATES, AccessibleCopyRequest
from site_config.rate_limits import Limit

SALT = "publications.accessible-copy"
LINK_LIVES = timedelta(hours=72)
# As for reports: few people ask for more than five in an hour.
LIMITS = (Limit(5, 3_600), Limit(20, 86_400))


@transaction.atomic
def request_copy(
    *,
    publication: Page,
    form: str,
    words: str,
    email: str,
    ticket: str,
    request: HttpRequest,
    answer: str = "",
) -> AccessibleCopyRequest:
    """Store one wish once; an address that isn't known to be the sender's gets a link first.

    Args:
        publication: an issue or a book that the sender may read.
        form: a value of `AccessibleCopyRequest.Form`.
        words: what the sender adds.
        email: where the answer goes; empty for nowhere.
        ticket: names this opening of the form.
        request: who sends it, and in which language they read; nothing of it is kept.
        answer: what the sender's browser found out (`community.puzzles`).

    Returns:
        The stored request: the earlier one where this form has made one already.

    Raises:
        MailboxFullError: the mailbox has had its mails for today; nothing is stored.
        RateLimitedError: this network has sent too much.
    """
    name = hashlib.sha256(f"{publication.pk}:{ticket}".encode()).hexdigest()
    known = AccessibleCopyRequest.objects.filter(submission=name).first()
    if known is not None:
        return known
    count_guest_use("accessible_copy", request, answer, *LIMITS)
    is_own = email != "" and _is_own(request.user, email)
    if email and not is_own and not MailboxCount.objects.reserve(email):
        raise MailboxFullError
    stored, created = AccessibleCopyRequest.objects.get_or_create(
        submission=name,
        defaults={
            "publication": publication,
            "form": form,
            "words": words,
            "language": get_language(),
            "email": email,
            "email_confirmed_at": timezone.now() if is_own else None,
        },
    )
    if created and email and not is_own:
        _send_link(stored, request)
    return stored


def request_behind(token: str) -> AccessibleCopyRequest:
    """Return the request whose address a link confirms, and change nothing.

    Raises:
        LinkUsedError: it was used, is older than 72 hours, or is none of ours.
    """
    try:
        number = signing.loads(token, salt=SALT, max_age=LINK_LIVES)
    except signing.BadSignature as error:
        raise LinkUsedError from error
    waiting = AccessibleCopyRequest.objects.filter(email_confirmed_at=None).exclude(email="")
    found = waiting.select_related("publication").filter(pk=number).first()
    if found is None:
        raise LinkUsedError
    return found


@transaction.atomic
def confirm_address(*, token: str) -> AccessibleCopyRequest:
    """Take an address as the requester's own. Where the copy is there already, it is told now.

    Raises:
        LinkUsedError: there is nothing left to confirm.
    """
    found = request_behind(token)
    now = timezone.now()
    # Whoever changes the row first has used the link.
    waiting = AccessibleCopyRequest.objects.filter(pk=found.pk, email_confirmed_at=None)
    if not waiting.update(email_confirmed_at=now):
        raise LinkUsedError
    found = AccessibleCopyRequest.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if not found.is_open:
        _tell(found)
    return found


@transaction.atomic
def answer_request(*, number: int, changes: dict[str, Any]) -> AccessibleCopyRequest:
    """Store what staff have changed, and tell the requester once where that is an answer.

    Args:
        number: of the request.
        changes: new values of ``state``, ``owner``, ``due_on``, ``answer`` and ``note``.

    Raises:
        AccessibleCopyRequest.DoesNotExist: it is gone.
    """
    found = AccessibleCopyRequest.objects.select_for_update(of=("self",)).get(pk=number)
    was_open = found.is_open
    for field in ("owner", "due_on", "answer", "note"):
        if field in changes:
            setattr(found, field, changes[field])
    found.answered(changes.get("state", found.state), timezone.now())
    found.save()
    if was_open and not found.is_open:
        _tell(found)
    return found


@transaction.atomic
def tell_who_waits(publication: Page, *, forms: Collection[str]) -> int:
    """Answer all who wait for a publication in a form that there is now.

    Args:
        publication: an issue or a book.
        forms: values of `AccessibleCopyRequest.Form`; who wants another one still waits.

    Returns:
        How many there were.
    """
    waiting = AccessibleCopyRequest.objects.open().filter(publication_id=publication.pk)
    waiting = waiting.filter(form__in=forms)
    found = list(waiting.select_for_update(of=("self",)))
    for one in found:
        one.answered(AccessibleCopyRequest.State.READY, timezone.now())
        one.save()
        _tell(one)
    return len(found)


def tell_who_waited(publication: Page) -> int:
    """Write to all who wait for a publication that is deleted now; their requests go with it.

    Args:
        publication: an issue or a book that is still in the tree.

    Returns:
        How many mails there are.
    """
    waiting = AccessibleCopyRequest.objects.open().filter(publication_id=publication.pk)
    told = [found for found in waiting if found.tells_by_mail]
    if not told:
        return 0
    address = publication.get_parent().url or "/"
    for found in told:
        with override(found.language):
            answer = gettext("The publication was taken off the portal.")
        _send(found, "declined", address, answer, _("Open the library"))
    return len(told)


def _is_own(user: AbstractUser | AnonymousUser, email: str) -> bool:
    """Whether a signed-in member gave an address that is shown to be theirs."""
    if not user.is_authenticated:
        return False
    addresses = user.emailaddress_set.filter(email__iexact=email, verified=True)
    return addresses.exists()


def _send_link(found: AccessibleCopyRequest, request: HttpRequest) -> None:
    token = signing.dumps(found.pk, salt=SALT)
    send_account_mail(
        template="publications/mails/confirm_copy",
        to=found.email,
        language=found.language,
        context={
            "activate_url": reverse("confirm_accessible_copy", args=[token]),
            "title": found.publication.title,
        },
        action=_("Confirm the address"),
        request=request,
    )


def _tell(found: AccessibleCopyRequest) -> None:
    """Write to the requester, where they have left an address of their own."""
    if not found.tells_by_mail or found.state in OPEN_STATES:
        return
    ready = found.state == AccessibleCopyRequest.State.READY
    address = found.publication.specific.url or "/"
    kind = "ready" if ready else "declined"
    _send(found, kind, address, found.answer, _("Open the publication"))


def _send(
    found: AccessibleCopyRequest, kind: str, address: str, answer: str, action: Promise
) -> None:
    send_account_mail(
        template=f"publications/mails/copy_{kind}",
        to=found.email,
        language=found.language,
        context={"link": own_url(address), "title": found.publication.title, "answer": answer},
        action=action,
    )
