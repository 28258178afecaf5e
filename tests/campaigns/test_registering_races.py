"""Many people register at once: no place is given twice, and none is lost."""

import pytest
from django.core import signing
from wagtail.models import Page

from campaigns.models import EventPage, EventRegistration, RegistrationState
from campaigns.registering.services import (
    CONFIRM_SALT,
    ask_to_register,
    cancel_registration,
    confirm_registration,
    register_member,
)
from site_config.models import OutboxMail
from tests.community.test_comment_races import at_once
from tests.factories.campaigns import EventPageFactory, EventRegistrationFactory
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

PLACES, PEOPLE = 5, 16


@pytest.fixture
def workshop(locales):
    return EventPageFactory(parent=None, registers_here=True, capacity=PLACES)


def count(state: RegistrationState) -> int:
    return EventRegistration.objects.filter(state=state).count()


def test_sixteen_people_get_five_places(workshop):
    people = UserFactory.create_batch(PEOPLE)

    def work(number: int) -> None:
        register_member(event=workshop, day=workshop.start_date, member=people[number])

    at_once(work, PEOPLE)

    assert count(RegistrationState.REGISTERED) == PLACES
    assert count(RegistrationState.WAITING) == PEOPLE - PLACES


def test_a_form_that_is_sent_eight_times_at_once_is_one_registration_and_one_mail(workshop, rf):
    def send(_number: int) -> None:
        ask_to_register(
            event=workshop,
            day=workshop.start_date,
            name="Ana",
            email="ana@example.org",
            language="en",
            ticket="one",
            request=rf.post("/"),
        )

    at_once(send, 8)

    assert count(RegistrationState.UNCONFIRMED) == 1
    assert OutboxMail.objects.count() == 1


def test_a_link_that_is_pressed_eight_times_at_once_gives_one_place(workshop):
    registration = EventRegistrationFactory(event=workshop)
    token = signing.dumps(registration.pk, salt=CONFIRM_SALT)

    def press(_number: int) -> list[BaseException]:
        assert confirm_registration(token=token).state == RegistrationState.REGISTERED
        return []

    at_once(press, 8)

    assert OutboxMail.objects.count() == 1


def test_a_place_that_two_clicks_give_back_goes_to_one_person(workshop):
    first, *others = [
        register_member(event=workshop, day=workshop.start_date, member=member)
        for member in UserFactory.create_batch(PLACES + 2)
    ]

    def work(_number: int) -> list[BaseException]:
        try:
            cancel_registration(registration_id=first.pk)
        except Exception as error:  # noqa: BLE001  (the second click is told)
            return [error]
        return []

    refused = at_once(work, 2)

    assert len(refused) == 1
    assert count(RegistrationState.REGISTERED) == PLACES
    assert count(RegistrationState.WAITING) == len(others) - PLACES


def test_two_languages_that_are_published_at_once_hold_one_standing(locales):
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", locale=locales["sq"])
    english = EventPageFactory(parent=root, locale=locales["en"], slug="en-route")
    albanian = EventPageFactory(
        parent=root,
        locale=locales["sq"],
        slug="sq-route",
        translation_key=english.translation_key,
    )
    pages = [english, albanian]
    for page, status in zip(pages, ("cancelled", "postponed"), strict=True):
        page.status = status
        page.save_revision()

    def publish(number: int) -> None:
        for _time in range(4):
            EventPage.objects.get(pk=pages[number % 2].pk).latest_revision.publish()

    at_once(publish, 4)

    stored = [EventPage.objects.get(pk=page.pk) for page in pages]
    assert [page.standing for page in stored] == ["cancelled", "cancelled"]
    assert [page.sequence for page in stored] == [16, 16], "each publication counts, for both"
