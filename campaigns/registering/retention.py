"""How long the portal knows who came to an event."""

from datetime import datetime, timedelta

from django.utils import timezone

from campaigns.models import EventRegistration, EventStatus, RegistrationState
from campaigns.registering.services import LINK_LIVES

KEPT_AFTER = timedelta(days=30)
# Whoever was told to wait for the new date of a postponed event is kept so long for it.
WAITS_FOR_A_DATE = timedelta(days=180)


def remove_old_registrations(now: datetime) -> dict[str, int]:
    """Remove what nobody confirmed in 72 hours, and everybody 30 days after the event.

    An event that was postponed has not taken place: half a year is left to find a new date.
    """
    never = EventRegistration.objects.filter(
        state=RegistrationState.UNCONFIRMED, created_at__lt=now - LINK_LIVES
    )
    over = EventRegistration.objects.filter(day__lt=timezone.localdate(now - KEPT_AFTER)).exclude(
        told_status=EventStatus.POSTPONED, day__gte=timezone.localdate(now - WAITS_FOR_A_DATE)
    )
    unconfirmed, _models = never.delete()
    count, _models = over.delete()
    return {"unconfirmed registrations": unconfirmed, "registrations": count}
