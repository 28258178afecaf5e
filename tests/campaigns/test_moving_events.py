"""An event gets another day, hour or place: who is registered keeps theirs, and hears of it."""

from datetime import time, timedelta

import pytest
from django.core import signing
from django.utils import timezone

from campaigns.days import city_today
from campaigns.models import EventPage, EventRegistration, EventStatus, RegistrationState
from campaigns.registering import services
from site_config.models import OutboxMail
from site_config.retention import remove_what_is_too_old
from tests.factories.campaigns import EventPageFactory, EventRegistrationFactory
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db

REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING


@pytest.fixture
def workshop(city) -> EventPage:
    """An event with one place, in ten days."""
    return EventPageFactory(
        parent=city.events,
        title="Draw your route",
        start_date=city_today() + timedelta(days=10),
        start_time=time(18),
        end_time=time(20),
        place="City hall",
        locale=city.home.locale,
        registers_here=True,
        capacity=1,
    )


def admit(event: EventPage, *names: str, language: str = "en") -> None:
    """Confirm the registrations of some people, one after another."""
    for name in names:
        one = EventRegistrationFactory(
            event=event, email=f"{name}@example.org", name=name, language=language
        )
        services._admit(one, event)


def stand(event: EventPage) -> dict[str, tuple[str, int]]:
    """Return the state of each person, and in how many days their date is."""
    rows = EventRegistration.objects.filter(event_key=event.translation_key).order_by("pk")
    return {row.name: (row.state, (row.day - city_today()).days) for row in rows}


def publish(event: EventPage, **changes: object) -> None:
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish()


def told(name: str) -> list[str]:
    """Return the subjects of what somebody has heard since they had their place."""
    mails = OutboxMail.objects.filter(to=f"{name}@example.org").order_by("pk")
    return list(mails.values_list("subject", flat=True))[1:]


def last_text(name: str) -> str:
    return OutboxMail.objects.filter(to=f"{name}@example.org").latest("pk").text


def in_days(number: int):
    return city_today() + timedelta(days=number)


def test_a_new_day_takes_everybody_along_and_is_told_once(workshop):
    admit(workshop, "ana", "beni")
    for _time in range(2):
        publish(workshop, start_date=in_days(17), start_time=time(19), end_time=time(21))

    assert stand(workshop) == {"ana": (REGISTERED, 17), "beni": (WAITING, 17)}
    assert [len(told(name)) for name in ("ana", "beni")] == [1, 1]
    assert told("ana")[0].startswith("Now on ")
    assert "You keep your place." in last_text("ana")
    assert "19:00" in last_text("ana")
    assert "You stay on the waiting list." in last_text("beni")


@pytest.mark.parametrize("passed", [False, True], ids=["before the old day", "after it"])
def test_a_postponed_event_keeps_its_people_for_the_new_date(workshop, passed):
    admit(workshop, "ana", "beni")
    publish(workshop, status=EventStatus.POSTPONED, status_note="The hall is closed.")
    assert told("ana")[0].startswith("Postponed")
    assert "The hall is closed." in last_text("ana")
    if passed:
        EventRegistration.objects.update(day=in_days(-40), told_term=None)
        assert "registrations" not in remove_what_is_too_old(timezone.now())
    publish(workshop, start_date=in_days(30))
    assert len(told("ana")) == 1, "as long as it is postponed its date says nothing"
    publish(workshop, status=EventStatus.SCHEDULED, status_note="")

    assert stand(workshop) == {"ana": (REGISTERED, 30), "beni": (WAITING, 30)}
    assert [subject.split()[0] for subject in told("ana")] == ["Postponed:", "Now"]


def test_a_day_that_has_passed_is_left_alone(workshop):
    admit(workshop, "ana")
    EventRegistration.objects.update(day=in_days(-1))
    publish(workshop, start_date=in_days(30))
    assert stand(workshop) == {"ana": (REGISTERED, -1)}
    assert told("ana") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"start_time": time(17)},
        {"place": "Library"},
        {"address": "Rruga e Re 3"},
        {"online_url": "https://example.org/live"},
    ],
    ids=str,
)
def test_another_hour_or_place_is_told_once(workshop, changes):
    admit(workshop, "ana")
    for _time in range(2):
        publish(workshop, **changes)
    assert told("ana") == ["Time or place changed: Draw your route"]
    value = next(iter(changes.values()))
    assert ("17:00" if isinstance(value, time) else value) in last_text("ana")


def test_other_words_on_the_page_are_told_nobody(workshop):
    admit(workshop, "ana")
    publish(workshop, title="Draw your own route", organiser="Youth club", capacity=3)
    assert told("ana") == []


def test_a_translation_that_is_older_moves_nobody_back(workshop, locales):
    admit(workshop, "ana")
    old = workshop.copy_for_translation(locales["sq"], copy_parents=True)
    publish(old, place="Bashkia")
    assert told("ana") == [], "words in another language are no change"
    admit(old, "drita", language="sq")
    publish(workshop, start_date=in_days(17))
    publish(old)

    assert {day for _state, day in stand(workshop).values()} == {17}
    assert len(told("ana")) == 1
    assert len(told("drita")) == 1, "also to whoever reads the page that is older"

    publish(old, start_date=in_days(17))
    publish(workshop, start_date=in_days(10))
    publish(old, start_date=in_days(10))
    assert {day for _state, day in stand(workshop).values()} == {10}, "but it may come back"


def test_whoever_waits_for_the_new_day_already_is_moved_once(workshop):
    admit(workshop, "ana")
    EventRegistrationFactory(event=workshop, email="ana@example.org", day=in_days(17), name="again")
    publish(workshop, start_date=in_days(17))
    assert stand(workshop) == {"ana": (REGISTERED, 17)}


def test_a_link_works_while_one_language_is_published(workshop, locales):
    other = workshop.copy_for_translation(locales["sq"], copy_parents=True)
    publish(other)
    one, two = (EventRegistrationFactory(event=workshop, name=name) for name in ("ana", "beni"))
    workshop.unpublish()

    for registration in (one, two):
        token = signing.dumps(registration.pk, salt=services.CONFIRM_SALT)
        services.confirm_registration(token=token)
    services.cancel_registration(registration_id=one.pk)

    assert stand(workshop) == {"ana": ("cancelled", 10), "beni": (REGISTERED, 10)}


def test_the_list_at_the_door_shows_one_event(workshop, city, client):
    other = EventPageFactory(parent=city.events, registers_here=True, locale=city.home.locale)
    admit(workshop, "ana")
    admit(other, "beni")
    client.force_login(UserFactory(administrator=True))
    listed = client.get(
        "/admin/campaigns/eventregistration/", {"of": str(workshop.translation_key)}
    ).content.decode()
    assert "ana@example.org" in listed
    assert "beni@example.org" not in listed


def test_a_link_that_waits_gives_a_place_on_the_new_day(workshop):
    EventRegistrationFactory(event=workshop, name="ana", email="ana@example.org")
    publish(workshop, start_date=in_days(17))
    services._admit(EventRegistration.objects.get(), workshop)
    assert stand(workshop) == {"ana": (REGISTERED, 17)}
