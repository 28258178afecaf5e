"""Messages between a partner and the city."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.owned import OnePartnersManager, OwnedByPartner
from partners.models.partnerships import Partner


class DeskThreadQuerySet(models.QuerySet["DeskThread"]):
    """Threads as staff work through them."""

    def waiting(self) -> Self:
        """Those in which the partner waits for the city."""
        return self.filter(state=DeskThread.State.WAITING)


class DeskThread(OwnedByPartner):
    """One matter, with the messages that were written about it."""

    class State(models.TextChoices):
        """Whose turn it is."""

        WAITING = "waiting", _("Waits for the city")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed")

    partner = models.ForeignKey(
        Partner, verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="threads"
    )
    subject = models.CharField(_("subject"), max_length=120)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.WAITING, db_default=State.WAITING
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The colleague who answers."),
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    # When the last message came: by it threads are listed.
    last_at = models.DateTimeField(_("last message"), default=timezone.now)

    all_partners = models.Manager.from_queryset(DeskThreadQuerySet)()
    objects = OnePartnersManager.from_queryset(DeskThreadQuerySet)()

    class Meta:
        verbose_name = _("matter of a partner")
        verbose_name_plural = _("matters of partners")
        ordering = ["-last_at", "-pk"]
        indexes = [models.Index(fields=["state", "last_at"], name="partner_thread_by_state")]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_waiting(self) -> bool:
        """Whether the partner waits for an answer."""
        return self.state == self.State.WAITING

    @property
    def is_closed(self) -> bool:
        """Whether the city has closed it; another message opens it again."""
        return self.state == self.State.CLOSED


class DeskMessage(OwnedByPartner):
    """One message of a thread."""

    partner_path = "thread__partner"

    thread = models.ForeignKey(
        DeskThread, verbose_name=_("matter"), on_delete=models.CASCADE, related_name="messages"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="partner_messages",
    )
    by_city = models.BooleanField(_("by the city"), default=False, db_default=False)
    # Empty where its author has left and their words went with them.
    words = models.TextField(_("message"), max_length=4000, blank=True)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    # One form that was opened once is one message, however often it is sent.
    ticket = models.CharField(max_length=64, unique=True, editable=False)

    all_partners = models.Manager()
    objects = OnePartnersManager()

    class Meta:
        verbose_name = _("message of a partner")
        verbose_name_plural = _("messages of partners")
        ordering = ["sent_at", "pk"]

    def __str__(self) -> str:
        return self.words[:60]
