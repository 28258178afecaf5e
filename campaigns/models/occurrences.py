"""Every time that an event takes place, as rows that lists and months are made from.

The rule of a repeated event can't be sorted or counted by a database. Its terms can: they are
written with the event, and hold what follows from it and nothing else.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from campaigns.models.events import EventPage


class OccurrenceQuerySet(models.QuerySet["EventOccurrence"]):
    """Terms by their moments."""

    def upcoming(self, now: datetime | None = None) -> Self:
        """Terms that have not ended and are not left out, the nearest first."""
        return self.filter(ends_at__gt=now or timezone.now(), is_left_out=False).order_by(
            "starts_at", "pk"
        )

    def between(self, start: datetime, end: datetime) -> Self:
        """Terms that touch a span of time, by their start."""
        return self.filter(starts_at__lt=end, ends_at__gt=start).order_by("starts_at", "pk")


class EventOccurrence(models.Model):
    """One term of an event."""

    event = models.ForeignKey(
        "campaigns.EventPage", on_delete=models.CASCADE, related_name="occurrences"
    )
    day = models.DateField(_("first day"))
    starts_at = models.DateTimeField(_("start"))
    ends_at = models.DateTimeField(_("end"))
    is_left_out = models.BooleanField(_("left out"), default=False)
    note = models.CharField(_("why"), max_length=200, blank=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of an event")
        verbose_name_plural = _("terms of events")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at", "ends_at"], name="event_terms_by_moment")]
        constraints = [
            models.UniqueConstraint(fields=["event", "day"], name="event_begins_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}"

    @property
    def is_past(self) -> bool:
        """Whether it has ended."""
        return self.ends_at <= timezone.now()


def store_occurrences(event: "EventPage") -> None:
    """Write the terms that follow from an event, and remove those that don't any more.

    Rows that are right already stay as they are. Runs in the transaction that stores the event.
    """
    left_out: dict[date, str] = {row.day: row.note for row in event.exceptions.all()}
    wanted = {
        term.day: (term.starts_at, term.ends_at, term.day in left_out, left_out.get(term.day, ""))
        for term in event.terms()
    }
    for row in EventOccurrence.objects.filter(event_id=event.pk):
        known = (row.starts_at, row.ends_at, row.is_left_out, row.note)
        if wanted.get(row.day) == known:
            del wanted[row.day]
        elif row.day in wanted:
            row.starts_at, row.ends_at, row.is_left_out, row.note = wanted.pop(row.day)
            row.save()
        else:
            row.delete()
    EventOccurrence.objects.bulk_create(
        EventOccurrence(
            event_id=event.pk,
            day=day,
            starts_at=starts_at,
            ends_at=ends_at,
            is_left_out=is_left_out,
            note=note,
        )
        for day, (starts_at, ends_at, is_left_out, note) in wanted.items()
    )
