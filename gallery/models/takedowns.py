"""Requests to take a picture or film down: with a number, an owner and a clock."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Whoever asks gets an answer within this time.
ANSWERED_WITHIN = timedelta(hours=48)


class TakeDownRequestQuerySet(models.QuerySet):
    """Requests as staff ask for them."""

    def open(self) -> Self:
        """Requests that nobody has answered."""
        return self.filter(outcome=TakeDownRequest.Outcome.OPEN)

    def overdue(self, now: datetime) -> Self:
        """Open requests whose time is over."""
        return self.open().filter(due_at__lt=now)


class TakeDownRequest(models.Model):
    """One request, by whomever."""

    class Relation(models.TextChoices):
        """What somebody has to do with the picture or film."""

        SHOWN = "shown", _("I can be seen in it")
        GUARDIAN = "guardian", _("A child of mine can be seen in it")
        MAKER = "maker", _("I made it, or own the rights")
        PRIVATE = "private", _("It shows my home, car or something private")
        OTHER = "other", _("Something else is wrong with it")

    class Outcome(models.TextChoices):
        """What came of it."""

        OPEN = "open", _("Open")
        GRANTED = "granted", _("Taken down")
        REFUSED = "refused", _("Stays")

    number = models.CharField(_("number"), max_length=20, unique=True)
    work = models.ForeignKey(
        "gallery.Work",
        verbose_name=_("work"),
        on_delete=models.PROTECT,
        related_name="take_downs",
    )
    # Where it stood when somebody asked.
    title = models.CharField(_("title"), max_length=255)
    address = models.CharField(_("address"), max_length=500)
    relation = models.CharField(_("what you have to do with it"), max_length=10, choices=Relation)
    words = models.TextField(_("why it should go"), max_length=2000, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    # One form that was opened once is one request, however often it is sent.
    ticket = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    due_at = models.DateTimeField(_("due"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="take_downs",
    )
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.OPEN
    )
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = models.Manager.from_queryset(TakeDownRequestQuerySet)()

    class Meta:
        verbose_name = _("take-down request")
        verbose_name_plural = _("take-down requests")
        ordering = ["due_at", "pk"]
        indexes = [models.Index(fields=["outcome", "due_at"], name="take_down_by_due")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="open", answered_at__isnull=True)
                | (~models.Q(outcome="open") & models.Q(answered_at__isnull=False)),
                name="an_answered_take_down_says_when",
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.outcome == self.Outcome.OPEN

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been answered by now."""
        return self.is_open and self.due_at < timezone.now()
