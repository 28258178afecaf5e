"""What those who register are told, each in the language they registered in."""

from datetime import date
from enum import StrEnum
from typing import Any, Self

from django.core import signing
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from campaigns.models import EventPage, EventRegistration, EventStatus, RegistrationState
from campaigns.registering.knowing import page_for
from campaigns.templatetags.campaign_days import event_hours
from community.mails import send_account_mail

CANCEL_SALT = "campaigns.registration.cancel"


class News(StrEnum):
    """What somebody is told of a date that they are registered for."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED = "moved"
    BACK = "back"
    CHANGED = "changed"

    @classmethod
    def of(cls, *, status: EventStatus, is_moved: bool, is_changed: bool) -> Self:
        """Return the one thing to be said first, where several are true."""
        if status != EventStatus.SCHEDULED:
            return cls(status)
        if is_moved:
            return cls.MOVED
        return cls.CHANGED if is_changed else cls.BACK


def cancel_path(registration: EventRegistration) -> str:
    """Return the address on which a place is given back."""
    token = signing.dumps(registration.pk, salt=CANCEL_SALT)
    return reverse("campaigns:cancel_registration", args=[token])


def _words(registration: EventRegistration, event: EventPage) -> dict[str, Any]:
    return {
        "name": registration.name,
        "title": event.title,
        "day": date_format(registration.day, "DATE_FORMAT"),
        "hours": event_hours(event),
        "place": ", ".join(part for part in (event.place, event.address) if part),
        "page_url": event.url or "",
    }


def send_link(registration: EventRegistration, token: str) -> None:
    """Send the link that confirms a registration; nothing the visitor typed goes with it."""
    event = registration.event
    with override(registration.language):
        words = _words(registration, event)
        del words["name"]
        send_account_mail(
            template="campaigns/mails/registration_link",
            to=registration.email,
            language=registration.language,
            context=words
            | {"activate_url": reverse("campaigns:confirm_registration", args=[token])},
            action=_("Confirm the registration"),
        )


def send_place(registration: EventRegistration) -> None:
    """Tell somebody that they have a place, or stand on the waiting list."""
    event = page_for(registration)
    if event is None:
        return
    with override(registration.language):
        send_account_mail(
            template="campaigns/mails/registration_place",
            to=registration.email,
            language=registration.language,
            context=_words(registration, event)
            | {
                "has_place": registration.state == RegistrationState.REGISTERED,
                "cancel_url": cancel_path(registration),
                "calendar_url": f"{event.url or ''}{event.calendar_filename}",
            },
            action=_("See or cancel the registration"),
        )


def send_change(
    registration: EventRegistration,
    *,
    event: EventPage,
    here: EventPage,
    news: News,
    note: str,
    was: date,
) -> None:
    """Tell somebody that their date is off, was moved, or that something else about it changed.

    Args:
        registration: whom.
        event: the page that was published.
        here: the page that they read.
        news: what is true of the date now.
        note: why, in the language of the published page.
        was: the date that they know.
    """
    if here.locale_id != event.locale_id:
        # Words in another language would say nothing to them.
        note = here.status_note if here.status == event.status else ""
    with override(registration.language):
        send_account_mail(
            template="campaigns/mails/registration_change",
            to=registration.email,
            language=registration.language,
            context=_words(registration, here)
            | {
                "news": news,
                "was": date_format(was, "DATE_FORMAT"),
                "is_waiting": registration.state == RegistrationState.WAITING,
                "online_url": here.online_url,
                "note": note,
                "cancel_url": cancel_path(registration),
            },
            action=_("See or cancel the registration"),
        )
