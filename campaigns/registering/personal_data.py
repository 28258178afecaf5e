"""Registrations, as part of what is held of a member."""

from django.utils.translation import gettext_lazy as _

from campaigns.models import EventRegistration, RegistrationState
from campaigns.registering.services import cancel_registration
from community.personal_data import Person, Section, among


def export_registrations(person: Person) -> list[Section]:
    """Return for which events a member has registered."""
    labels = {
        "event": _("event"),
        "date": _("date"),
        "name": _("name"),
        "email": _("e-mail address"),
        "state": _("state"),
        "asked": _("asked"),
    }
    found = EventRegistration.objects.filter(among("email", person.mailboxes))
    rows = [
        {
            "event": row.event.title if row.event else "",
            "date": row.day,
            "name": row.name,
            "email": row.email,
            "state": row.get_state_display(),
            "asked": row.created_at,
        }
        for row in found.select_related("event").order_by("pk")
    ]
    return [Section("registrations", _("Registrations for events"), labels, rows)]


def erase_registrations(person: Person) -> None:
    """Give the member's places to others, and forget that they had one."""
    found = EventRegistration.objects.filter(among("email", person.mailboxes))
    for row in list(found):
        if row.state in {RegistrationState.REGISTERED, RegistrationState.WAITING}:
            cancel_registration(registration_id=row.pk)
    found.delete()
