"""People register for an event by a link to their mailbox, wait for a place, and give one back."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core import signing
from django.utils import timezone

from campaigns.days import city_today
from campaigns.models import (
    EventException,
    EventPage,
    EventRegistration,
    EventStatus,
    RegistrationState,
    Repeats,
)
from campaigns.registering import services
from campaigns.registering.errors import AlreadyCancelledError
from campaigns.registering.personal_data import export_registrations
from community.guest_guards import TICKET_SALT
from community.models.mailboxes import DAILY_MAILS
from community.personal_data import Person
from community.services.leaving import erase_account
from site_config.models import OutboxMail
from site_config.retention import remove_what_is_too_old
from tests.community.puzzle_steps import solved
from tests.factories.campaigns import EventPageFactory
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db

REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING


@pytest.fixture
def workshop(city):
    """An event with one place."""
    return EventPageFactory(
        parent=city.events,
        title="Draw your route",
        locale=city.home.locale,
        registers_here=True,
        capacity=1,
    )


def url(event: EventPage) -> str:
    return f"/en/registrations/{event.pk}/"


def ticket(seconds: int = 60) -> str:
    opened = int(timezone.now().timestamp()) - seconds
    return signing.dumps({"opened": opened, "id": uuid4().hex}, salt=TICKET_SALT)


def words(event: EventPage, **changes: object) -> dict[str, object]:
    given = {"day": event.start_date, "name": "Ana", "email": "ana@example.org"}
    return given | {"ticket_name": ticket(), "altcha": solved()} | changes


def link(address: str = "ana@example.org", name: str = "confirm|cancel") -> str:
    """Return the path of the link in the last mail to somebody."""
    text = OutboxMail.objects.filter(to=address).latest("pk").text
    return re.search(rf"https?://[^/\s]+(/\S+/(?:{name})/\S+)", text)[1]


def register(client, event: EventPage, email: str = "ana@example.org", **changes) -> str:
    """Register and confirm; return the link that gives the place back."""
    sent = client.post(url(event), words(event, email=email, **changes))
    assert sent["Location"] == "/en/registrations/check-mailbox/"
    assert client.post(link(email)).status_code == 302
    return link(email, "cancel")


def states(event: EventPage) -> dict[str, str]:
    rows = EventRegistration.objects.filter(event_key=event.translation_key)
    return dict(rows.values_list("email", "state"))


def subjects(address: str) -> list[str]:
    return list(
        OutboxMail.objects.filter(to=address).order_by("pk").values_list("subject", flat=True)
    )


def test_somebody_has_a_place_by_the_button_behind_a_link(client, workshop):
    assert f'href="{url(workshop)}"' in client.get(workshop.url).content.decode()
    assert "1 place left" in client.get(url(workshop)).content.decode()

    sent = client.post(url(workshop), words(workshop), follow=True)
    assert "Look into your mailbox" in sent.content.decode()
    opened = client.get(link())
    assert states(workshop) == {"ana@example.org": "unconfirmed"}, "a mail scanner opens links"
    assert (opened.status_code, opened["Referrer-Policy"]) == (200, "same-origin")
    done = client.post(link(), follow=True)

    assert "You have a place" in done.content.decode()
    assert states(workshop) == {"ana@example.org": REGISTERED}
    assert subjects("ana@example.org")[-1] == "You have a place: Draw your route"
    assert "event.ics" in OutboxMail.objects.latest("pk").text


def test_a_link_that_is_pressed_again_shows_the_registration_as_it_stands(client, workshop):
    client.post(url(workshop), words(workshop))
    address = link()
    for ask in (client.post, client.post, client.get):
        answer = ask(address, follow=True)
        assert answer.status_code == 200
        assert "You have a place" in answer.content.decode()
        assert "Cancel my registration" in answer.content.decode()
    assert len(subjects("ana@example.org")) == 2, "the link, and the place: each once"

    client.post(link(name="cancel"))
    assert client.post(address).status_code == 410


def test_a_link_is_good_for_three_days(client, workshop, monkeypatch):
    assert client.get("/en/registrations/confirm/nonsense/").status_code == 410

    client.post(url(workshop), words(workshop))
    monkeypatch.setattr(services, "LINK_LIVES", timedelta(seconds=-1))
    assert client.post(link()).status_code == 410
    monkeypatch.undo()
    late = timezone.now() + services.LINK_LIVES + timedelta(minutes=1)
    assert remove_what_is_too_old(late)["unconfirmed registrations"] == 1
    assert client.post(link()).status_code == 410


def test_the_first_mail_says_nothing_that_a_stranger_typed(client, workshop):
    client.post(url(workshop), words(workshop, name="BUY NOW example.com"))
    mail = OutboxMail.objects.latest("pk")
    assert "BUY NOW" not in mail.subject + mail.text + mail.html


def test_who_comes_too_late_waits_and_moves_up(client, workshop):
    place = register(client, workshop)
    register(client, workshop, "beni@example.org")
    register(client, workshop, "cela@example.org")
    assert list(states(workshop).values()) == [REGISTERED, WAITING, WAITING]
    assert "waiting list" in client.get(url(workshop)).content.decode()

    assert "Cancel my registration" in client.get(place).content.decode()
    assert states(workshop)["ana@example.org"] == REGISTERED, "opening a link gives nothing back"
    assert client.post(place).status_code == 200

    assert states(workshop) == {
        "ana@example.org": "cancelled",
        "beni@example.org": REGISTERED,
        "cela@example.org": WAITING,
    }
    assert subjects("beni@example.org")[-1] == "You have a place: Draw your route"
    assert client.post(place).status_code == 410


def test_more_places_go_to_those_who_wait(client, workshop):
    for name in ("ana", "beni", "cela"):
        register(client, workshop, f"{name}@example.org")
    workshop.capacity = 2
    workshop.save_revision().publish()
    assert list(states(workshop).values()) == [REGISTERED, REGISTERED, WAITING]


def test_a_mailbox_has_one_place_however_it_is_written(client, workshop):
    register(client, workshop)
    again = client.post(url(workshop), words(workshop, email="ANA+two@example.org"))
    other = client.post(url(workshop), words(workshop, email="x@example.org"))
    assert (again.status_code, again["Location"]) == (other.status_code, other["Location"])
    assert EventRegistration.objects.filter(state=REGISTERED).count() == 1


def test_a_form_sent_twice_is_one_registration_and_one_mail(client, workshop):
    given = words(workshop, altcha="")
    first, second = (client.post(url(workshop), given) for _click in range(2))
    assert (second.status_code, second["Location"]) == (first.status_code, first["Location"])
    assert EventRegistration.objects.count() == 1
    assert OutboxMail.objects.count() == 1, "the first link stays good"
    client.post(link())
    assert states(workshop) == {"ana@example.org": REGISTERED}


def test_what_was_typed_stays_where_too_many_forms_came(client, workshop):
    client.post(url(workshop), words(workshop, altcha=""))
    again = client.post(
        url(workshop), words(workshop, name="Beni", email="beni@example.org", altcha="")
    )
    assert (again.status_code, again.has_header("Retry-After")) == (429, True)
    page = again.content.decode()
    assert 'value="Beni"' in page
    assert 'value="beni@example.org"' in page
    assert "Too many forms came from here" in page


def test_a_corrected_address_is_another_form(client, workshop):
    given = words(workshop, email="ana@exmaple.org")
    client.post(url(workshop), given)
    client.post(url(workshop), given | {"email": "ana@example.org", "altcha": solved()})
    assert len(subjects("ana@example.org")) == 1


def test_a_strangers_mailbox_gets_three_mails_a_day(client, workshop):
    for _time in range(DAILY_MAILS):
        assert client.post(url(workshop), words(workshop)).status_code == 302
    refused = client.post(url(workshop), words(workshop))
    assert refused.status_code == 422
    assert OutboxMail.objects.count() == DAILY_MAILS
    assert 'value="Ana"' in refused.content.decode(), "what was typed stays"


def test_one_client_can_not_fill_an_event(client, workshop):
    answers = [
        client.post(url(workshop), words(workshop, email=f"p{number}@example.org")).status_code
        for number in range(8)
    ]
    assert answers == [302] * 6 + [429] * 2


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "ana@example.org\r\nBcc: all@example.org"},
        {"email": "nobody"},
        {"name": ""},
        {"name": "a" * 81},
        {"day": "2014-04-22"},
        {"day": "soon"},
        {"website": "https://example.com/"},
        {"ticket_name": "forged"},
        {"ticket_name": ""},
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_nothing_is_stored(client, workshop, changes):
    response = client.post(url(workshop), words(workshop, **changes))
    assert response.status_code == 422
    assert not EventRegistration.objects.exists()
    assert not OutboxMail.objects.exists()


def test_an_event_that_is_over_or_off_takes_nobody(client, city, workshop):
    begun = EventPageFactory(
        parent=city.events, registers_here=True, start_date=city_today() - timedelta(days=1)
    )
    assert "any more" in client.get(url(begun)).content.decode()
    workshop.status = EventStatus.CANCELLED
    workshop.save()
    assert client.post(url(workshop), words(workshop)).status_code == 200
    assert not EventRegistration.objects.exists()
    assert client.get(url(EventPageFactory(parent=city.events))).status_code == 404


def test_a_link_of_an_event_that_was_called_off_meanwhile_gives_no_place(client, workshop):
    client.post(url(workshop), words(workshop))
    workshop.status = EventStatus.CANCELLED
    workshop.save()
    assert client.post(link()).status_code == 422
    assert states(workshop) == {"ana@example.org": "unconfirmed"}


def test_a_member_needs_no_link(client, workshop):
    member = UserFactory(display_name="Drita")
    client.force_login(member)
    page = client.get(url(workshop)).content.decode()
    assert 'name="email"' not in page
    for _click in range(2):
        done = client.post(url(workshop), {"day": workshop.start_date}, follow=True)
        assert "You have a place" in done.content.decode()
    assert states(workshop) == {member.email: REGISTERED}
    assert len(subjects(member.email)) == 1


@pytest.fixture
def course(city):
    """A weekly event of three dates with one place each."""
    day = city_today() + timedelta(days=3)
    return EventPageFactory(
        parent=city.events,
        start_date=day,
        repeats=Repeats.WEEKLY,
        repeat_until=day + timedelta(weeks=2),
        registers_here=True,
        capacity=1,
        locale=city.home.locale,
    )


def test_each_date_has_places_of_its_own(client, course):
    second = course.start_date + timedelta(weeks=1)
    register(client, course)
    register(client, course, "beni@example.org", day=second)
    assert list(states(course).values()) == [REGISTERED, REGISTERED]
    page = client.get(url(course)).content.decode()
    assert page.count("waiting list") == 2
    assert page.count("1 place left") == 1


def test_those_who_come_hear_once_that_their_date_is_off(client, course):
    second = course.start_date + timedelta(weeks=1)
    register(client, course)
    register(client, course, "beni@example.org", day=second)
    course.exceptions = [EventException(day=second, note="A storm is coming.")]
    for _time in range(2):
        course.save_revision().publish()
    told = subjects("beni@example.org")
    assert sum(subject.startswith("Cancelled") for subject in told) == 1
    assert (
        "A storm is coming." in OutboxMail.objects.filter(to="beni@example.org").latest("pk").text
    )
    assert not any(subject.startswith("Cancelled") for subject in subjects("ana@example.org"))

    course.status = EventStatus.POSTPONED
    course.save_revision().publish()
    assert subjects("ana@example.org")[-1].startswith("Postponed")
    course.status = EventStatus.SCHEDULED
    course.save_revision().publish()
    assert subjects("ana@example.org")[-1].startswith("Takes place after all")


def test_an_older_translation_takes_no_cancellation_back(client, course, locales):
    register(client, course)
    translation = course.copy_for_translation(locales["sq"], copy_parents=True)
    translation.save_revision().publish()
    course.status = EventStatus.CANCELLED
    course.save_revision().publish()
    translation.save_revision().publish()
    assert subjects("ana@example.org")[-1].startswith("Cancelled")


def test_fewer_places_than_people_are_refused_in_the_editor(client, workshop):
    register(client, workshop)
    workshop.capacity = 2
    workshop.save()
    register(client, workshop, "beni@example.org")
    form_class = EventPage.get_edit_handler().get_form_class()
    form = form_class(instance=workshop)
    form.cleaned_data, form._errors = {"capacity": 1}, {}
    form.check_capacity()
    assert "2 people have a place" in str(form.errors["capacity"])


def test_names_go_thirty_days_after_the_event(client, workshop):
    register(client, workshop)
    end = workshop.ends_at
    assert "registrations" not in remove_what_is_too_old(end + timedelta(days=29))
    assert remove_what_is_too_old(end + timedelta(days=32))["registrations"] == 1


def test_who_leaves_gives_the_place_to_somebody_else(client, workshop):
    member = UserFactory()
    services.register_member(event=workshop, day=workshop.start_date, member=member)
    register(client, workshop, "beni@example.org")
    (section,) = export_registrations(Person.behind(member))
    assert [row["event"] for row in section.rows] == ["Draw your route"]
    erase_account(member=member, asked_by="member")
    assert states(workshop) == {"beni@example.org": REGISTERED}


def test_giving_back_twice_is_told(workshop):
    registration = services.register_member(
        event=workshop, day=workshop.start_date, member=UserFactory()
    )
    services.cancel_registration(registration_id=registration.pk)
    with pytest.raises(AlreadyCancelledError):
        services.cancel_registration(registration_id=registration.pk)


def test_moderators_list_who_comes_and_editors_do_not(client, workshop):
    register(client, workshop)
    client.force_login(UserFactory(administrator=True))
    listed = client.get("/admin/campaigns/eventregistration/").content.decode()
    assert "ana@example.org" in listed
    exported = client.get("/admin/campaigns/eventregistration/?export=csv")
    assert b"ana@example.org" in b"".join(exported.streaming_content)
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    assert client.get("/admin/campaigns/eventregistration/").status_code == 302
