"""Who comes to an event, and who waits for a place."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from campaigns.models.events import EventPage

LONGEST_NAME = 80


class RegistrationState(models.TextChoices):
    """How far a registration has come."""

    UNCONFIRMED = "unconfirmed", _("Not confirmed yet")
    REGISTERED = "registered", _("Has a place")
    WAITING = "waiting", _("On the waiting list")
    CANCELLED = "cancelled", _("Cancelled")


class RegistrationQuerySet(models.QuerySet["EventRegistration"]):
    """Registrations by event and state."""

    def for_term(self, event: "EventPage", day: date) -> Self:
        """Registrations for one date of an event, in whatever language they were made."""
        return self.filter(event_key=event.translation_key, day=day)

    def registered(self) -> Self:
        """Those that have a place."""
        return self.filter(state=RegistrationState.REGISTERED)

    def waiting(self) -> Self:
        """Those that wait for a place, who came first first."""
        return self.filter(state=RegistrationState.WAITING).order_by("confirmed_at", "pk")

    def confirmed(self) -> Self:
        """Those that have a place or wait for one."""
        return self.filter(state__in=[RegistrationState.REGISTERED, RegistrationState.WAITING])

    def living(self) -> Self:
        """Those that have not been cancelled."""
        return self.exclude(state=RegistrationState.CANCELLED)

    def taken_by_day(self, event: "EventPage", since: datetime | None = None) -> dict[date, int]:
        """Return how many places are taken on each date of an event that is still to come."""
        day = timezone.localdate(since or timezone.now())
        rows = (
            self.filter(event_key=event.translation_key, day__gte=day)
            .registered()
            .order_by()
            .values("day")
            .annotate(taken=Count("pk"))
        )
        return {row["day"]: row["taken"] for row in rows}


class EventRegistration(models.Model):
    """One person at one date of an event.

    The event is known by what it is in all languages: its places are the same for all of them.
    """

    event_key = models.UUIDField(_("event in all languages"), editable=False)
    event = models.ForeignKey(
        "campaigns.EventPage",
        verbose_name=_("event"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    day = models.DateField(_("date"))
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail address"))
    # All ways to write an address, as one digest: nobody takes two places by a plus sign.
    mailbox = models.CharField(max_length=64, editable=False)
    language = models.CharField(_("language"), max_length=10)
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=RegistrationState,
        default=RegistrationState.UNCONFIRMED,
    )
    # What the person has heard of the event's own state, so that each change is told once.
    told_status = models.CharField(max_length=12, default="scheduled", editable=False)
    # What they have heard of when and where it is; empty for whoever has no place to come to yet.
    told_term = models.JSONField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["day", "confirmed_at", "pk"]
        indexes = [models.Index(fields=["event_key", "day", "state"], name="places_of_a_term")]
        constraints = [
            models.UniqueConstraint(
                fields=["event_key", "day", "mailbox"],
                condition=~Q(state="cancelled"),
                name="one_place_for_a_mailbox",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day}"
