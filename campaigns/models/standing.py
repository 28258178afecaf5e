"""Whether an event takes place and how many come: the same in all of its languages.

A translation takes over what it translates only when somebody updates it. Until then its page
would promise a place at what was called off. So each page holds, beside its own words, what its
other published languages say: stored whenever one of them is, so that lists ask nothing more.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from campaigns.models.occurrences import EventOccurrence
from campaigns.models.recurrence import EventException
from site_config.locks import hold


class EventStatus(models.TextChoices):
    """Whether an event takes place as announced (schema.org EventStatusType); the worst last."""

    SCHEDULED = "scheduled", _("As planned")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class StandingMixin(models.Model):
    """How an event stands in all of its languages."""

    # How often it has been published, in whatever language: calendar programs hold one event by
    # its identifier, and take the highest (RFC 5545 §3.8.7.4).
    sequence = models.PositiveIntegerField(default=0, editable=False)
    status_elsewhere = models.CharField(
        max_length=12,
        default=EventStatus.SCHEDULED,
        db_default=EventStatus.SCHEDULED,
        editable=False,
    )
    capacity_elsewhere = models.PositiveIntegerField(null=True, editable=False)

    # Of the row, and of no single revision.
    STORED = ("sequence", "status_elsewhere", "capacity_elsewhere")

    class Meta:
        abstract = True

    @property
    def standing(self) -> EventStatus:
        """Whether it takes place; off in one published language, it is off in all of them."""
        return worst_of([self.status, self.status_elsewhere])

    @property
    def standing_note(self) -> str:
        """Why it stands so, as far as this page's own language tells."""
        return self.status_note if self.status == self.standing else ""

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.standing == EventStatus.CANCELLED

    @property
    def is_postponed(self) -> bool:
        """Whether it takes place on another day, which may not be known yet."""
        return self.standing == EventStatus.POSTPONED

    @property
    def takes_place(self) -> bool:
        """Whether it takes place as announced."""
        return self.standing == EventStatus.SCHEDULED

    @property
    def places(self) -> int | None:
        """How many can come to each date: the least that a published language names."""
        return least_of([self.capacity, self.capacity_elsewhere])

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Read a revision; what other languages say and how often it was published is none's."""
        page = super().with_content_json(content)
        # Read anew: the page in hand may be older than its latest publication.
        if stored := type(self).objects.filter(pk=self.pk).values(*self.STORED).first():
            for name, value in stored.items():
                setattr(page, name, value)
        return page


def worst_of(statuses: Iterable[str]) -> EventStatus:
    """Return the status that holds where languages differ; as planned where there is none."""
    return max(
        map(EventStatus, statuses), key=list(EventStatus).index, default=EventStatus.SCHEDULED
    )


def least_of(capacities: Iterable[int | None]) -> int | None:
    """Return how many places there are where languages differ; ``None`` for as many as come.

    A place that was given can't be taken back, and one too few is given as soon as every language
    has it.
    """
    return min((places for places in capacities if places is not None), default=None)


def hold_languages(key: UUID) -> None:
    """Let nobody else store an event, in any language, until the transaction ends."""
    hold(f"event.{key}.languages")


def level_languages(model: type[StandingMixin], key: UUID) -> None:
    """Store with each page of an event what its other published languages say.

    Runs in the transaction that has changed one of them, behind `hold_languages`.

    Args:
        model: the page type.
        key: what the pages have in common.
    """
    names = ("pk", "live", "status", "capacity", "status_elsewhere", "capacity_elsewhere")
    rows = list(model.objects.filter(translation_key=key).values(*names))
    for row in rows:
        others = [other for other in rows if other["live"] and other is not row]
        wanted = {
            "status_elsewhere": worst_of(other["status"] for other in others),
            "capacity_elsewhere": least_of(other["capacity"] for other in others),
        }
        if any(row[name] != value for name, value in wanted.items()):
            model.objects.filter(pk=row["pk"]).update(**wanted)
    if len(rows) > 1:
        _level_dates({row["pk"]: row["live"] for row in rows})


def _level_dates(pages: dict[int, bool]) -> None:
    """Leave a date out in all languages that a published one leaves out.

    Args:
        pages: the numbers of an event's pages, and whether each is published.
    """
    exceptions: dict[int, dict[date, str]] = {number: {} for number in pages}
    for row in EventException.objects.filter(event_id__in=pages):
        exceptions[row.event_id][row.day] = row.note
    everywhere = {day for number, days in exceptions.items() if pages[number] for day in days}
    for row in EventOccurrence.objects.filter(event_id__in=pages):
        own = exceptions[row.event_id]
        wanted = (row.day in own or row.day in everywhere, own.get(row.day, ""))
        if wanted != (row.is_left_out, row.note):
            changed = EventOccurrence.objects.filter(pk=row.pk)
            changed.update(is_left_out=wanted[0], note=wanted[1])


def highest_sequence(page: StandingMixin) -> int:
    """Return the sequence that calendar programs may know of an event, from whatever language.

    Behind `hold_languages`: the page in hand may be older than the latest publication.
    """
    pages = type(page).objects.filter(translation_key=page.translation_key)
    return max(page.sequence, pages.aggregate(highest=Max("sequence"))["highest"] or 0)


@transaction.atomic
def count_up(page: StandingMixin) -> None:
    """Raise the sequence of an event in all of its languages above the highest of them."""
    hold_languages(page.translation_key)
    page.sequence = highest_sequence(page) + 1
    # By number: the key they share stands in another table than what is written.
    pages = type(page).objects.filter(translation_key=page.translation_key)
    numbers = list(pages.values_list("pk", flat=True))
    type(page).objects.filter(pk__in=numbers).update(sequence=page.sequence)
