"""An event is called off, put off or moved: who is registered keeps the place, and hears of it."""

from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from campaigns.models import (
    EventOccurrence,
    EventPage,
    EventRegistration,
    EventStatus,
    RegistrationState,
)
from campaigns.registering import mails
from campaigns.registering.knowing import (
    day_that_is_known,
    days_left,
    facts_of,
    is_news,
    known_term,
    page_for,
)
from campaigns.registering.services import give_free_places, lock_places

REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING


class Standing(NamedTuple):
    """How a date stands for those who read one language.

    Attributes:
        page: what they read.
        facts: when and where it is, as `facts_of` gives it.
        status: whether it takes place.
        note: why not, in the language of the published page.
    """

    page: EventPage
    facts: dict[str, Any]
    status: EventStatus
    note: str


@transaction.atomic
def look_after(*, event: EventPage) -> int:
    """Do what the publication of an event asks for: carry over, fill free places, tell.

    Returns:
        How many people were told that something has changed for them.
    """
    carry_over(event=event)
    fill_places(event=event)
    return tell_of_event(event=event)


@transaction.atomic
def fill_places(*, event: EventPage) -> None:
    """Give the free places of all dates of an event to those who wait for them."""
    waiting = EventRegistration.objects.filter(event_key=event.translation_key).waiting()
    for day in set(waiting.order_by().values_list("day", flat=True)):
        give_free_places(event=event, day=day)


@transaction.atomic
def carry_over(*, event: EventPage) -> int:
    """Move the registrations of an event that takes place once to its new day.

    Everybody keeps the place or the rank that they had, before anybody who registers for the new
    day. A day that has passed is left alone, unless the event was postponed and did not take
    place then.

    Returns:
        How many were moved.
    """
    if event.is_repeated or not event.takes_place:
        return 0
    key, day = event.translation_key, event.start_date
    others = EventRegistration.objects.filter(event_key=key).living().exclude(day=day)
    for left in sorted({day, *others.values_list("day", flat=True)}):
        lock_places(key, left)
    today = timezone.localdate()
    moving = [
        row
        for row in others.select_for_update().order_by("confirmed_at", "pk")
        if (row.day >= today or row.told_status == EventStatus.POSTPONED)
        and _moves(row, event, day)
    ]
    for registration in moving:
        _carry(registration, event, day)
    return len(moving)


def _moves(registration: EventRegistration, event: EventPage, day: date) -> bool:
    """Say whether a publication moves a registration, or is older than the day that it has.

    A translation that is published late still names the day that was left. Only where no page
    names the present day any more has the event come back to it.
    """
    siblings = EventPage.objects.filter(translation_key=event.translation_key).live()
    if not siblings.exclude(pk=event.pk).filter(start_date=registration.day).exists():
        return True
    return day.isoformat() not in days_left(registration)


def _carry(registration: EventRegistration, event: EventPage, day: date) -> None:
    there = EventRegistration.objects.for_term(event, day)
    same = there.living().filter(mailbox=registration.mailbox).first()
    if same is not None and same.state != RegistrationState.UNCONFIRMED:
        # They have asked for the new day themselves already.
        registration.state = RegistrationState.CANCELLED
        registration.save(update_fields=["state"])
        return
    if same is not None:
        same.delete()
    known = registration.told_term or {"day": registration.day.isoformat()}
    registration.told_term = known | {
        "left": [*days_left(registration), registration.day.isoformat()]
    }
    registration.day = day
    if registration.state == REGISTERED and event.places is not None:
        taken = there.registered().count()
        registration.state = REGISTERED if taken < event.places else WAITING
    registration.save(update_fields=["day", "state", "told_term"])


@transaction.atomic
def tell_of_event(*, event: EventPage) -> int:
    """Tell those who come what has changed: whether it takes place, when and where.

    Each change is told once to each person, however often and in however many languages the page
    is published. As long as one language says that it is off, no other one takes that back: a
    translation may be older than what it translates. Hours and place are those of the page that
    they read themselves.

    Returns:
        How many were told.
    """
    if event.status != event.standing:
        return 0
    now = timezone.now()
    terms = {term.day: term for term in event.occurrences.filter(ends_at__gt=now)}
    rows = EventRegistration.objects.filter(
        event_key=event.translation_key, day__gte=timezone.localdate(now)
    )
    standing: dict[tuple[str, date], Standing] = {}
    told = 0
    for registration in rows.confirmed().select_for_update():
        where = (registration.language, registration.day)
        if where not in standing:
            standing[where] = _standing(event, registration, terms.get(registration.day))
        told += _tell(registration, event, standing[where])
    return told


def _standing(
    event: EventPage, registration: EventRegistration, term: EventOccurrence | None
) -> Standing:
    page = page_for(registration) or event
    # The day of an event that takes place once is its own: a page without it is an older one.
    left_out = term.is_left_out if term else event.is_repeated
    status = EventStatus.CANCELLED if left_out else EventStatus(event.status)
    note = (term.note if term and term.is_left_out else "") or event.status_note
    return Standing(page, facts_of(page, registration.day), status, note)


def _tell(registration: EventRegistration, event: EventPage, standing: Standing) -> bool:
    """Tell one person what they don't know yet, if there is anything."""
    known, believed = registration.told_term, day_that_is_known(registration)
    is_on = standing.status == EventStatus.SCHEDULED
    is_changed = bool(is_on and known and is_news(known, standing.facts))
    if not is_changed and standing.status == registration.told_status:
        if is_on and known is None:
            # Registered before it was kept what they know: as it stands now.
            registration.told_term = known_term(registration, standing.facts)
            registration.save(update_fields=["told_term"])
        return False
    if is_on:
        registration.told_term = known_term(registration, standing.facts)
    registration.told_status = standing.status
    registration.save(update_fields=["told_status", "told_term"])
    news = mails.News.of(
        status=standing.status, is_moved=believed != registration.day, is_changed=is_changed
    )
    mails.send_change(
        registration, event=event, here=standing.page, news=news, note=standing.note, was=believed
    )
    return True
