"""Requests for copies that people with assistive technology can read."""

from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

# What the city promises those who ask, in days.
DAYS_TO_ANSWER = 14
LONGEST_WORDS = 500


def due_date() -> date:
    """Return the day by which a request of today is answered."""
    return timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)


class CopyRequestQuerySet(models.QuerySet["AccessibleCopyRequest"]):
    """Requests as staff ask for them."""

    def open(self) -> Self:
        """Those that somebody waits for."""
        return self.filter(state__in=OPEN_STATES)

    def overdue(self) -> Self:
        """Those that should have been answered before today."""
        return self.open().filter(due_on__lt=timezone.localdate())


class AccessibleCopyRequest(models.Model):
    """Somebody's wish for a copy that they can read, and what has become of it.

    Staff never see the address: it is for the one mail that tells when the copy is there.
    """

    class Form(models.TextChoices):
        """What would help."""

        ONLINE = "online", _("Text to read online")
        TAGGED_PDF = "tagged-pdf", _("A PDF that works with a screen reader")
        LARGE_PRINT = "large-print", _("Large print")
        AUDIO = "audio", _("A recording to listen to")
        EASY = "easy", _("Easy-to-read text")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        """How far it is."""

        RECEIVED = "received", _("Received")
        IN_PROGRESS = "in-progress", _("In progress")
        READY = "ready", _("The copy is there")
        DECLINED = "declined", _("Can’t be made")

    publication = models.ForeignKey(
        Page,
        verbose_name=_("publication"),
        on_delete=models.CASCADE,
        related_name="accessible_copy_requests",
    )
    form = models.CharField(_("wanted"), max_length=20, choices=Form.choices)
    words = models.TextField(_("in their words"), max_length=LONGEST_WORDS, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    email = models.EmailField(_("e-mail address"), blank=True)
    email_confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.RECEIVED
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The colleague who sees to it."),
    )
    due_on = models.DateField(_("due"), default=due_date)
    answer = models.TextField(
        _("answer"),
        max_length=1_000,
        blank=True,
        help_text=_("The requester reads it: where the copy is, or why there is none."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("For colleagues; the requester doesn't see it.")
    )
    created_at = models.DateTimeField(_("arrived"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # One form that was opened once is one request, however often it is sent.
    submission = models.CharField(max_length=64, unique=True, editable=False)

    objects = CopyRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for an accessible copy")
        verbose_name_plural = _("requests for accessible copies")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["received", "in-progress"], answered_at=None)
                | models.Q(state__in=["ready", "declined"], answered_at__isnull=False),
                name="accessible_copies_are_answered_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}: {self.publication.title}"

    @property
    def is_open(self) -> bool:
        """Whether somebody waits for it."""
        return self.state in OPEN_STATES

    @property
    def tells_by_mail(self) -> bool:
        """Whether the requester hears of the answer."""
        return bool(self.email and self.email_confirmed_at)

    def is_overdue(self, today: date | None = None) -> bool:
        """Whether it should have been answered before today."""
        return self.is_open and self.due_on < (today or timezone.localdate())

    def answered(self, state: str, moment: datetime) -> None:
        """Take a state, and the moment at which it answers; nothing is stored."""
        self.state = state
        self.answered_at = None if state in OPEN_STATES else self.answered_at or moment


OPEN_STATES = frozenset(
    {AccessibleCopyRequest.State.RECEIVED, AccessibleCopyRequest.State.IN_PROGRESS}
)
