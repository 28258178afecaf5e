"""Mails that wait for their delivery, stored with what they speak of."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutboxMailQuerySet(models.QuerySet["OutboxMail"]):
    """Mails by what is to be done with them."""

    def due(self) -> "OutboxMailQuerySet":
        """Unsent mails whose next attempt has come: the oldest first, one of many last."""
        return self.filter(
            state=OutboxMail.State.WAITING, next_attempt_at__lte=timezone.now()
        ).order_by("is_bulk", "next_attempt_at", "pk")

    def unsent(self) -> "OutboxMailQuerySet":
        """Mails that could still leave: they wait, or were given up."""
        return self.filter(state__in=[OutboxMail.State.WAITING, OutboxMail.State.FAILED])


class OutboxMail(models.Model):
    """One mail to one mailbox. It is sent after the commit, and again until it has left."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Given up")
        WITHDRAWN = "withdrawn", _("No longer to be sent")

    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    reply_to = models.EmailField(_("reply to"), blank=True)
    key = models.CharField(
        _("idempotency key"),
        max_length=200,
        unique=True,
        help_text=_("A second mail with the same key is not stored."),
    )
    concerns = models.CharField(
        _("concerns"),
        max_length=100,
        blank=True,
        default="",
        db_default="",
        help_text=_("What the mail speaks of: it leaves only while that can still be read."),
    )
    is_bulk = models.BooleanField(
        _("one of many"),
        default=False,
        db_default=False,
        help_text=_("One of many alike, which lets others go first."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=500, blank=True)

    objects = OutboxMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="outbox_due")]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
