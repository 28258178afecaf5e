"""What follows the publication of an event."""

from typing import Any

from django.db.models import F
from wagtail.signals import page_published

from campaigns.models import EventPage


def count_publication(instance: EventPage, **kwargs: Any) -> None:
    """Raise the event's sequence, so that calendars take the new version (RFC 5545 §3.8.7.4)."""
    EventPage.objects.filter(pk=instance.pk).update(sequence=F("sequence") + 1)
    instance.refresh_from_db(fields=["sequence"])


def connect() -> None:
    """Listen to the publication of events."""
    page_published.connect(
        count_publication, sender=EventPage, dispatch_uid="campaigns_count_publication"
    )
