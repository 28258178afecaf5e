"""An event is one in all its languages: off in one is off in all, and places are counted once."""

from datetime import date, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.messages.storage.cookie import CookieStorage
from django.core import signing
from django.db import connection
from icalendar import Calendar

from campaigns.days import city_today
from campaigns.models import (
    EventException,
    EventPage,
    EventRegistration,
    EventStatus,
    RegistrationState,
    Repeats,
)
from campaigns.other_languages import warn_of_other_languages
from campaigns.registering import services
from campaigns.registering.errors import RegistrationOverError
from site_config.models import OutboxMail
from tests.factories.campaigns import EventPageFactory, EventRegistrationFactory

pytestmark = pytest.mark.django_db

REGISTERED, WAITING = RegistrationState.REGISTERED, RegistrationState.WAITING
OFF = [EventStatus.CANCELLED, EventStatus.POSTPONED]


def publish(event: EventPage, **changes: object) -> EventPage:
    """Publish a page as an editor does, who has it as it is stored."""
    page = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


@pytest.fixture
def english(city) -> EventPage:
    """A published event with two places."""
    page = EventPageFactory(
        parent=city.events,
        title="Draw your route",
        slug="route",
        locale=city.home.locale,
        start_date=city_today() + timedelta(days=3),
        registers_here=True,
        capacity=2,
    )
    return publish(page)


@pytest.fixture
def albanian(english, locales) -> EventPage:
    """Its published translation."""
    page = english.copy_for_translation(locales["sq"], copy_parents=True)
    return publish(page, title="Vizato rrugën")


def admit(event: EventPage, *names: str) -> None:
    for name in names:
        row = EventRegistrationFactory(event=event, email=f"{name}@example.org", name=name)
        services.confirm_registration(token=signing.dumps(row.pk, salt=services.CONFIRM_SALT))


def states(event: EventPage) -> dict[str, str]:
    rows = EventRegistration.objects.filter(event_key=event.translation_key)
    return dict(rows.order_by("pk").values_list("name", "state"))


def file_of(client, path: str) -> list:
    return Calendar.from_ical(client.get(path).content).events


@pytest.mark.parametrize("status", OFF)
def test_what_is_off_in_one_language_takes_nobody_in_the_other(client, english, albanian, status):
    row = EventRegistrationFactory(event=english)
    token = signing.dumps(row.pk, salt=services.CONFIRM_SALT)
    publish(albanian, status=status, status_note="Pret stuhi.")

    assert "any more" in client.get(f"/en/registrations/{english.pk}/").content.decode()
    with pytest.raises(RegistrationOverError):
        services.confirm_registration(token=token)
    assert not OutboxMail.objects.exists()


@pytest.mark.parametrize("status", OFF)
def test_what_is_off_in_one_language_says_so_in_the_other(client, english, albanian, status):
    publish(albanian, status=status, status_note="Pret stuhi.")
    word, mark = {"cancelled": ("Cancelled", "CANCELLED"), "postponed": ("Postponed", "TENTATIVE")}[
        status
    ]

    page = client.get("/en/events/route/").content.decode()
    assert word in page
    assert "Pret stuhi" not in page, "words in another language"
    assert f"/en/registrations/{english.pk}/" not in page
    assert f"https://schema.org/Event{word}" in page
    assert word in client.get("/en/events/").content.decode()
    month = client.get(f"/en/events/?month={english.start_date:%Y-%m}").content.decode()
    assert {"cancelled": "<s>Draw your route</s>", "postponed": "(Postponed)"}[status] in month
    for path in ("/en/events/route/event.ics", "/en/events/calendar.ics"):
        (found,) = file_of(client, path)
        assert (found["SUMMARY"], found["STATUS"]) == ("Draw your route", mark)


def test_it_is_on_again_once_every_language_says_so(client, english, albanian):
    publish(albanian, status=EventStatus.CANCELLED)
    publish(english, status=EventStatus.CANCELLED)
    publish(albanian, status=EventStatus.SCHEDULED)
    assert not EventPage.objects.get(pk=albanian.pk).takes_place
    publish(english, status=EventStatus.SCHEDULED)
    assert EventPage.objects.get(pk=albanian.pk).takes_place


@pytest.mark.parametrize("how", ["draft", "unpublished", "deleted"])
def test_a_page_that_nobody_can_read_calls_nothing_off(english, albanian, how):
    if how == "draft":
        albanian.status = EventStatus.CANCELLED
        albanian.save_revision()
    else:
        page = publish(albanian, status=EventStatus.CANCELLED)
        assert not EventPage.objects.get(pk=english.pk).takes_place
        page.unpublish() if how == "unpublished" else page.delete()
    assert EventPage.objects.get(pk=english.pk).takes_place


def test_a_revision_does_not_bring_back_what_another_language_said(english, albanian):
    publish(albanian, status=EventStatus.CANCELLED)
    old = english.save_revision()
    publish(albanian, status=EventStatus.SCHEDULED)
    old.publish()
    assert EventPage.objects.get(pk=english.pk).takes_place


def test_a_date_that_one_language_leaves_out_is_left_out_in_all(client, english, albanian):
    last = english.start_date + timedelta(weeks=1)
    for page in (english, albanian):
        publish(page, repeats=Repeats.WEEKLY, repeat_until=last)
    admit(english, "ana")
    EventRegistration.objects.update(day=last)
    page = EventPage.objects.get(pk=albanian.pk)
    page.exceptions = [EventException(day=last, note="Festë", locale=page.locale)]
    page.save_revision().publish()
    publish(english, title="Draw it")

    form = client.get(f"/en/registrations/{english.pk}/")
    assert [term.day for term in form.context["terms"]] == [english.start_date]
    single = [one for one in file_of(client, "/en/events/route/event.ics") if "RRULE" not in one]
    assert [(one["RECURRENCE-ID"].dt.date(), one["STATUS"]) for one in single] == [
        (last, "CANCELLED")
    ]
    assert "Festë" not in client.get("/en/events/route/").content.decode()
    told = list(OutboxMail.objects.order_by("pk").values_list("subject", flat=True))[1:]
    assert [subject.split(":")[0] for subject in told] == ["Cancelled"], "nor is it taken back"


def test_the_least_number_of_places_holds_in_every_language(client, english, albanian):
    publish(albanian, capacity=1)
    assert "1 place left" in client.get(f"/en/registrations/{english.pk}/").content.decode()
    admit(english, "ana", "beni")
    assert states(english) == {"ana": REGISTERED, "beni": WAITING}
    assert "1 place" in client.get("/en/events/route/").content.decode()

    publish(english, title="Draw your own route")
    assert states(english)["beni"] == WAITING, "a page that is older gives no place"
    publish(albanian, capacity=2)
    assert states(english)["beni"] == REGISTERED


def test_a_withdrawn_language_denies_nobody_a_place(english, albanian):
    publish(albanian, capacity=1)
    admit(english, "ana", "beni")
    EventPage.objects.get(pk=albanian.pk).unpublish()
    assert states(english) == {"ana": REGISTERED, "beni": REGISTERED}


def test_the_sequence_grows_over_all_languages(client, english, albanian):
    seen = []
    for page in (albanian, english, english, albanian, english):
        publish(page)
        files = [
            file_of(client, f"{EventPage.objects.get(pk=one.pk).url}event.ics")[0]
            for one in (english, albanian)
        ]
        assert files[0]["UID"] == files[1]["UID"]
        assert files[0]["SEQUENCE"] == files[1]["SEQUENCE"]
        assert files[0]["DTSTAMP"].dt == files[1]["DTSTAMP"].dt
        seen.append(files[0]["SEQUENCE"])
    assert seen == sorted(set(seen)), "each publication counts"


def test_a_cancellation_in_one_language_is_the_latest_version_in_the_other(
    client, english, albanian
):
    for _time in range(3):
        publish(albanian)
    (held,) = file_of(client, f"{EventPage.objects.get(pk=albanian.pk).url}event.ics")
    publish(english, status=EventStatus.CANCELLED)
    (struck,) = file_of(client, "/en/events/route/event.ics")
    assert (struck["UID"], struck["STATUS"]) == (held["UID"], "CANCELLED")
    assert struck["SEQUENCE"] > held["SEQUENCE"]


def test_an_event_of_its_own_begins_anew(english, city):
    copied = publish(english).copy(update_attrs={"slug": "copied", "title": "Copied"})
    assert EventPage.objects.get(pk=english.pk).sequence == 2
    assert EventPage.objects.get(pk=copied.pk).sequence == 1


@pytest.mark.parametrize("language", ["en", "sq"])
def test_caches_forget_where_the_other_language_is_listed(english, albanian, language, monkeypatch):
    forgotten = []
    monkeypatch.setattr("campaigns.signal_handlers.forget_page", forgotten.append)
    first, second = (english, albanian) if language == "en" else (albanian, english)
    publish(first, status=EventStatus.CANCELLED)
    assert [page.pk for page in forgotten] == [second.pk]


def test_an_event_that_was_put_off_says_so_in_the_month(client, city):
    EventPageFactory(
        parent=city.events, start_date=date(2014, 4, 9), status=EventStatus.POSTPONED, title="Walk"
    )
    page = client.get("/en/events/?month=2014-04").content.decode()
    table, listed = page.split("</table>")
    assert "Walk <b>(Postponed)</b>" in table
    assert "Postponed</span>" in listed


def test_editors_read_what_another_language_holds_back(rf, english, albanian, locales):
    albanian = publish(albanian, status=EventStatus.CANCELLED, capacity=1)
    request = rf.post("/")
    request.session, request._messages = {}, CookieStorage(request)
    warn_of_other_languages(request, albanian)
    assert not list(request._messages)
    warn_of_other_languages(request, EventPage.objects.get(pk=english.pk))
    status, places = map(str, request._messages)
    assert "still marked “Cancelled”" in status
    assert "still has 1 place." in places


def test_events_of_an_earlier_version_are_brought_to_one_standing(english, albanian):
    last = english.start_date
    EventPage.objects.filter(pk=albanian.pk).update(status="cancelled", capacity=1, sequence=7)
    EventException.objects.create(event=albanian, day=last, locale=albanian.locale)
    import_module("campaigns.migrations.0015_level_languages_of_events").level(
        apps, SimpleNamespace(connection=connection)
    )
    here, there = (EventPage.objects.get(pk=page.pk) for page in (english, albanian))
    assert (here.standing, here.places, here.sequence) == ("cancelled", 1, 7)
    assert (there.status_elsewhere, there.capacity_elsewhere, there.sequence) == ("scheduled", 2, 7)
    assert here.occurrences.get(day=last).is_left_out
