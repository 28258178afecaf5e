"""When the portal's timers last did their work."""

from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TimerRunQuerySet(models.QuerySet["TimerRun"]):
    """Days of work, claimed one by one."""

    def claim(self, name: str, day: date) -> bool:
        """Claim a day's run of a timer; say no where somebody has it already.

        The claim holds with the running transaction: work that fails gives the day back.
        """
        run, created = self.get_or_create(name=name, defaults={"day": day})
        return created or bool(self.filter(pk=run.pk, day__lt=day).update(day=day))

    def lease(self, name: str, day: date, until: datetime) -> bool:
        """Take a day's run that is too long for one transaction; say no where it is taken.

        One statement decides, so two nodes never both hold it, also through a connection pool.

        Args:
            name: the timer's.
            day: what is to be done; a day that is done is not given out again.
            until: when another may take it, should whoever holds it have died.
        """
        run, _created = self.get_or_create(name=name, defaults={"day": date.min})
        free = Q(held_until__isnull=True) | Q(held_until__lt=timezone.now())
        return bool(self.filter(free, pk=run.pk, day__lt=day).update(held_until=until))

    def finish(self, name: str, day: date) -> None:
        """Note that a leased day's work is done."""
        self.filter(name=name).update(day=day, held_until=None)

    def give_back(self, name: str, until: datetime) -> None:
        """Let a leased day's work, which failed, be tried again from a moment on."""
        self.filter(name=name).update(held_until=until)


class TimerRun(models.Model):
    """The last day on which a daily timer has finished its work."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    day = models.DateField(_("day"))
    held_until = models.DateTimeField(_("held until"), null=True, blank=True)

    objects = TimerRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of a timer")
        verbose_name_plural = _("runs of timers")

    def __str__(self) -> str:
        return f"{self.name}: {self.day}"


class TimerStateQuerySet(models.QuerySet["TimerState"]):
    """What is known of each timer."""

    def note_success(self, name: str, every: int) -> None:
        """Note that a timer has done what was due a moment ago."""
        now = timezone.now()
        self._note(name, every, {"succeeded_at": now, "failure": ""})

    def note_failure(self, name: str, every: int, failure: str) -> None:
        """Note that a timer failed.

        Args:
            name: the timer's.
            every: seconds between two runs.
            failure: the kind of error; never its words, which may name people.
        """
        self._note(name, every, {"failed_at": timezone.now(), "failure": failure[:100]})

    def _note(self, name: str, every: int, changes: dict[str, object]) -> None:
        changes["every"] = every
        if not self.filter(name=name).update(**changes):
            with transaction.atomic():  # two nodes may see a new timer at once
                self.update_or_create(name=name, defaults=changes)


class TimerState(models.Model):
    """When a timer last did what was due, on whichever node: what its lag is read from."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    every = models.PositiveIntegerField(_("seconds between runs"), db_default=60)
    seen_at = models.DateTimeField(_("first seen"), db_default=Now())
    succeeded_at = models.DateTimeField(_("last success"), null=True, blank=True)
    failed_at = models.DateTimeField(_("last failure"), null=True, blank=True)
    failure = models.CharField(_("kind of failure"), max_length=100, blank=True, db_default="")

    objects = TimerStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of a timer")
        verbose_name_plural = _("states of timers")

    def __str__(self) -> str:
        return self.name

    def lag(self, now: datetime) -> float:
        """Return how many seconds the next run is overdue; 0 where none is."""
        due = (self.succeeded_at or self.seen_at) + timedelta(seconds=self.every)
        return max(0.0, (now - due).total_seconds())
