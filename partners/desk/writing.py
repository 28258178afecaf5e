"""Messages from a partner to the city, and the city's answers."""

import hashlib

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from partners.desk.mails import tell_city_of_message, tell_partner_of_answer
from partners.models import DeskMessage, DeskThread, Partner
from site_config.rate_limits import Limit, count_use

MESSAGES = (Limit(20, 3600), Limit(60, 86_400))
State = DeskThread.State


def open_thread(
    *, partner: Partner, by: AbstractBaseUser, subject: str, words: str, ticket: str
) -> DeskThread:
    """Begin a matter with its first message, and tell the city.

    Args:
        partner: whose desk it is.
        by: who writes.
        subject: one line.
        words: the message.
        ticket: names the form; sent twice, it is one message.

    Raises:
        RateLimitedError: this person has written too much.
    """
    known = _known(partner, ticket)
    if known is not None:
        return known.thread
    count_use("partner_message", f"user {by.pk}", *MESSAGES)
    try:
        with transaction.atomic():
            thread = DeskThread.all_partners.create(
                partner=partner, subject=subject, owner_id=partner.responsible_id
            )
            message = _add(thread, by, words, ticket, by_city=False)
            tell_city_of_message(thread, message)
    except IntegrityError:
        # The same form has arrived at this very moment.
        return DeskMessage.objects.of(partner).get(ticket=_digest(ticket)).thread
    return thread


def write_message(
    *, partner: Partner, thread_id: int, by: AbstractBaseUser, words: str, ticket: str
) -> DeskMessage:
    """Add a partner's message to a matter, which then waits for the city.

    Raises:
        DoesNotExist: the partner has no such matter.
        RateLimitedError: this person has written too much.
    """
    known = _known(partner, ticket)
    if known is not None:
        return known
    count_use("partner_message", f"user {by.pk}", *MESSAGES)
    try:
        with transaction.atomic():
            own = DeskThread.objects.of(partner).select_for_update(of=("self",))
            thread = own.get(pk=thread_id)
            message = _add(thread, by, words, ticket, by_city=False)
            tell_city_of_message(thread, message)
    except IntegrityError:
        return DeskMessage.objects.of(partner).get(ticket=_digest(ticket))
    return message


@transaction.atomic
def answer_thread(*, thread_id: int, by: AbstractBaseUser, words: str, ticket: str) -> DeskMessage:
    """Answer in the city's name, by the desk and by mail; who answers first owns the matter.

    Args:
        thread_id: the matter.
        by: the colleague.
        words: the answer.
        ticket: names the form; sent twice, it is one answer.
    """
    threads = DeskThread.all_partners.select_for_update(of=("self",)).select_related("partner")
    thread = threads.get(pk=thread_id)
    # Under the thread's lock, so that two clicks see each other.
    known = DeskMessage.all_partners.filter(thread=thread, ticket=_digest(ticket)).first()
    if known is not None:
        return known
    message = _add(thread, by, words, ticket, by_city=True)
    if thread.owner_id is None:
        thread.owner = by
        thread.save(update_fields=["owner"])
    tell_partner_of_answer(thread, message)
    return message


@transaction.atomic
def settle_thread(*, thread_id: int, owner: AbstractBaseUser | None, is_closed: bool) -> None:
    """Hand a matter over, close it, or open it again.

    Args:
        thread_id: the matter.
        owner: who answers from now on.
        is_closed: whether nothing is left to say.
    """
    thread = DeskThread.all_partners.select_for_update(of=("self",)).get(pk=thread_id)
    thread.owner = owner
    if is_closed:
        thread.state = State.CLOSED
    elif thread.is_closed:
        last = thread.messages.order_by("sent_at", "pk").last()
        thread.state = State.ANSWERED if last and last.by_city else State.WAITING
    thread.save(update_fields=["owner", "state"])


def _add(
    thread: DeskThread, by: AbstractBaseUser, words: str, ticket: str, *, by_city: bool
) -> DeskMessage:
    now = timezone.now()
    message = DeskMessage.all_partners.create(
        thread=thread, author=by, by_city=by_city, words=words, sent_at=now, ticket=_digest(ticket)
    )
    thread.state, thread.last_at = State.ANSWERED if by_city else State.WAITING, now
    thread.save(update_fields=["state", "last_at"])
    return message


def _known(partner: Partner, ticket: str) -> DeskMessage | None:
    found = DeskMessage.objects.of(partner).filter(ticket=_digest(ticket))
    return found.select_related("thread").first()


def _digest(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()
