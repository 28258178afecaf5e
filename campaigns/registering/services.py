"""Who gets a place: one at a time for each date, so that no place is given twice.

Everything that counts or gives out places of a date runs within one lock, which belongs to the
transaction (`site_config.locks.hold`).
"""

from datetime import date, timedelta
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from campaigns.models import (
    EventOccurrence,
    EventPage,
    EventRegistration,
    RegistrationState,
)
from campaigns.registering import mails
from campaigns.registering.errors import (
    AlreadyCancelledError,
    RegistrationLinkError,
    RegistrationOverError,
)
from campaigns.registering.knowing import facts_of, known_term, page_for
from community.errors import MailboxFullError
from community.guest_guards import count_guest_use
from community.models import MailboxCount, User
from community.models.mailboxes import mailbox_hash
from community.puzzles import use_once
from site_config.locks import hold
from site_config.rate_limits import Limit

CONFIRM_SALT = "campaigns.registration.confirm"
LINK_LIVES = timedelta(hours=72)
# A form that was opened longer ago than this is taken for another one.
TICKET_REMEMBERED = timedelta(days=1)
LIMITS = (Limit(6, 60), Limit(20, 86_400))


def lock_places(event_key: UUID, day: date) -> None:
    """Let nobody else give out places of this date until the transaction ends."""
    hold(f"event.{event_key}.{day}")


def open_terms(event: EventPage) -> list[EventOccurrence]:
    """Return the dates for which somebody can register now, the nearest first.

    What is off in one of its published languages is open in none.
    """
    if not (event.live and event.registers_here and event.takes_place):
        return []
    now = timezone.now()
    return [term for term in event.occurrences.upcoming(now) if term.starts_at > now]


def check_open(event: EventPage | None, day: date) -> EventPage:
    """Return the event, if somebody can register for this date now.

    Raises:
        RegistrationOverError: nobody can.
    """
    if event is None or day not in {term.day for term in open_terms(event)}:
        raise RegistrationOverError
    return event


@transaction.atomic
def ask_to_register(
    *,
    event: EventPage,
    day: date,
    name: str,
    email: str,
    language: str,
    ticket: str,
    request: HttpRequest,
    answer: str = "",
) -> EventRegistration | None:
    """Keep what a visitor typed, and send a link to the mailbox that they gave.

    A mailbox that has a registration for the date gets no second one. Nobody learns from the
    answer whether it has: the page is the same, and the mail goes to the mailbox alone.

    Args:
        event: the page on which they register.
        day: the date.
        name: what they are called at the door.
        email: the mailbox.
        language: the language of their mails.
        ticket: names the form; sent twice to one mailbox, it is one registration and one mail.
        request: who sends it.
        answer: what the browser found out (`community.puzzles`).

    Returns:
        The registration that waits for its confirmation; nothing where the mailbox has one, or
        the form was taken already.

    Raises:
        RegistrationOverError, MailboxFullError: it can't be kept.
        RateLimitedError: this network has sent too much.
    """
    check_open(event, day)
    # With the mailbox: who goes back to correct it sends the same form.
    if not use_once(f"registration {ticket} {day} {mailbox_hash(email)}", TICKET_REMEMBERED):
        return None
    count_guest_use("event_registration", request, answer, *LIMITS)
    lock_places(event.translation_key, day)
    known = (
        EventRegistration.objects.for_term(event, day)
        .living()
        .filter(mailbox=mailbox_hash(email))
        .first()
    )
    if not MailboxCount.objects.reserve(email):
        raise MailboxFullError
    if known is not None and known.state != RegistrationState.UNCONFIRMED:
        mails.send_place(known)
        return None
    if known is not None:
        known.delete()  # An earlier link is replaced by this one.
    registration = EventRegistration.objects.create(
        event_key=event.translation_key,
        event=event,
        day=day,
        name=name,
        email=email,
        mailbox=mailbox_hash(email),
        language=language,
    )
    mails.send_link(registration, signing.dumps(registration.pk, salt=CONFIRM_SALT))
    return registration


@transaction.atomic
def register_member(*, event: EventPage, day: date, member: User) -> EventRegistration:
    """Give a member a place, or one on the waiting list; their mailbox is known to be theirs.

    Doing it again changes nothing.

    Raises:
        RegistrationOverError: nobody can register for this date.
    """
    check_open(event, day)
    lock_places(event.translation_key, day)
    terms = EventRegistration.objects.for_term(event, day).living()
    registration = terms.filter(mailbox=mailbox_hash(member.email)).first()
    if registration is None:
        registration = EventRegistration(
            event_key=event.translation_key,
            event=event,
            day=day,
            name=member.display_name or member.email,
            email=member.email,
            mailbox=mailbox_hash(member.email),
            language=member.language,
        )
    elif registration.state != RegistrationState.UNCONFIRMED:
        return registration
    return _admit(registration, event)


def registration_behind(token: str) -> EventRegistration:
    """Return what a link to confirm stands for, confirmed by now or not, and change nothing.

    Raises:
        RegistrationLinkError: it waited for longer than 72 hours, was given back, or is none of
            ours.
    """
    try:
        number = signing.loads(token, salt=CONFIRM_SALT)
    except signing.BadSignature as error:
        raise RegistrationLinkError from error
    # However old the link: whoever has a place is not told to register anew.
    found = EventRegistration.objects.living().select_related("event").filter(pk=number)
    registration = found.first()
    if registration is None:
        raise RegistrationLinkError
    if registration.state == RegistrationState.UNCONFIRMED:
        try:
            signing.loads(token, salt=CONFIRM_SALT, max_age=LINK_LIVES)
        except signing.BadSignature as error:
            raise RegistrationLinkError from error
    return registration


@transaction.atomic
def confirm_registration(*, token: str) -> EventRegistration:
    """Give out the place, or one on the waiting list; pressed again, the link changes nothing.

    Raises:
        RegistrationLinkError: there is nothing left to confirm.
        RegistrationOverError: the event has begun meanwhile, or does not take place.
    """
    registration = registration_behind(token)
    lock_places(registration.event_key, registration.day)
    # Asked again within the lock: a second click at the same moment finds it done.
    registration = registration_behind(token)
    # The event may have been moved meanwhile, and the registration with it.
    lock_places(registration.event_key, registration.day)
    if registration.state != RegistrationState.UNCONFIRMED:
        return registration
    event = check_open(page_for(registration), registration.day)
    return _admit(registration, event)


def _admit(registration: EventRegistration, event: EventPage) -> EventRegistration:
    """Store a registration with a place, if one is free, and tell the person."""
    taken = EventRegistration.objects.for_term(event, registration.day).registered().count()
    has_place = event.places is None or taken < event.places
    registration.state = RegistrationState.REGISTERED if has_place else RegistrationState.WAITING
    registration.confirmed_at = timezone.now()
    _tell_of_place(registration)
    return registration


def _tell_of_place(registration: EventRegistration) -> None:
    """Store a registration with what its person is told now of when and where."""
    if page := page_for(registration):
        registration.told_term = known_term(registration, facts_of(page, registration.day))
    registration.save()
    mails.send_place(registration)


def registration_of(token: str) -> EventRegistration:
    """Return the registration that a mail's link can give back.

    Raises:
        AlreadyCancelledError: it was given back, or is none of ours.
    """
    try:
        number = signing.loads(token, salt=mails.CANCEL_SALT)
    except signing.BadSignature as error:
        raise AlreadyCancelledError from error
    found = EventRegistration.objects.confirmed().select_related("event").filter(pk=number)
    registration = found.first()
    if registration is None:
        raise AlreadyCancelledError
    return registration


@transaction.atomic
def cancel_registration(*, registration_id: int) -> None:
    """Give a place back, and let whoever waits longest have it.

    Raises:
        AlreadyCancelledError: it was given back before.
    """
    found = EventRegistration.objects.confirmed().filter(pk=registration_id).first()
    if found is None:
        raise AlreadyCancelledError
    lock_places(found.event_key, found.day)
    changed = EventRegistration.objects.confirmed().filter(pk=registration_id)
    if not changed.update(state=RegistrationState.CANCELLED):
        raise AlreadyCancelledError
    if event := page_for(found):
        give_free_places(event=event, day=found.day)


@transaction.atomic
def give_free_places(*, event: EventPage, day: date) -> int:
    """Give free places of a date to those who wait, who came first first; return how many."""
    if not event.takes_place or day not in {term.day for term in open_terms(event)}:
        return 0
    lock_places(event.translation_key, day)
    rows = EventRegistration.objects.for_term(event, day)
    waiting = rows.waiting()
    if event.places is not None:
        waiting = waiting[: max(0, event.places - rows.registered().count())]
    moved = list(waiting)
    for registration in moved:
        registration.state = RegistrationState.REGISTERED
        _tell_of_place(registration)
    return len(moved)
