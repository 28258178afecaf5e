"""Alerts for tests, published as staff do or stored as they were published long ago."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail.models import Page

from site_config.alerts.services import publish_alert, save_draft
from site_config.models import AlertVersion

WORDS = {
    "sq": {
        "headline": "Stuhi e fortë mbi qytet",
        "text": "Priten erëra të forta.",
        "instruction": "Qëndroni brenda.\nMbyllni dritaret.",
        "area": "E gjithë Tirana",
    },
    "en": {
        "headline": "A heavy storm over the city",
        "text": "Strong winds are expected.",
        "instruction": "Stay inside.\nClose the windows.",
        "area": "All of Tirana",
    },
}


def draft_alert(
    user: Any,
    *,
    uid: UUID | None = None,
    headline: str = WORDS["en"]["headline"],
    level: str = "red",
    lasts: timedelta = timedelta(hours=3),
    starts_at: datetime | None = None,
    section: Page | None = None,
    note: str = "",
) -> AlertVersion:
    """Return what somebody has written for an alert, complete in both languages."""
    return save_draft(
        uid=uid,
        values={
            "level": level,
            "category": "Met",
            "urgency": "Immediate",
            "certainty": "Observed",
            "section": section,
            "starts_at": starts_at,
            "ends_at": (starts_at or timezone.now()) + lasts,
            "contact": "112",
        },
        words={
            "sq": WORDS["sq"] | {"note": note},
            "en": WORDS["en"] | {"headline": headline, "note": note},
        },
        user=user,
    )


def warn(user: Any, **values: Any) -> AlertVersion:
    """Return an alert, or a version of one, that was just published."""
    draft = draft_alert(user, **values)
    return publish_alert(uid=draft.alert.uid, user=user)
