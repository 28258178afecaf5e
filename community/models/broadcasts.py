"""What followers are told, how far the telling has come, and each follower's copy."""

from datetime import timedelta
from typing import NamedTuple, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.subscribers import Subscriber
from site_config.models.outbox import OutboxMail

# Whoever tells a part writes down after each batch that they are at it.
ABANDONED_AFTER = timedelta(minutes=5)


class Figures(NamedTuple):
    """What became of the mails of a broadcast.

    Attributes:
        told: followers who got a copy, in whatever mail.
        waiting: copies that wait for the mail of the day, or for the mail server.
        sent: copies that have left.
        withdrawn: copies that no longer could be read, or no longer were wanted, before they left.
        bounced: copies that came back.
        left: followers who stopped by a link in this mail, or after it on their own page.
    """

    told: int
    waiting: int
    sent: int
    withdrawn: int
    bounced: int
    left: int


class Broadcast(models.Model):
    """One change that followers are told of. It holds no words of its own but notes on what
    changed: all else is read where it stands, right before a mail leaves.
    """

    class About(models.TextChoices):
        """What the change happened to."""

        PAGE = "page", _("Page")
        COMMENT = "comment", _("Comment")
        ALERT = "alert", _("Alert")

    key = models.CharField(
        _("idempotency key"),
        max_length=150,
        unique=True,
        help_text=_("Nobody is told twice of what has the same key."),
    )
    about = models.CharField(_("about"), max_length=8, choices=About)
    reference = models.CharField(_("which one"), max_length=64)
    title = models.CharField(_("title"), max_length=255, blank=True)
    note = models.JSONField(_("what changed"), default=dict, blank=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    # Copies are removed after a while; their figures stay here.
    counted_at = models.DateTimeField(_("counted"), null=True, blank=True)
    sent = models.PositiveIntegerField(_("sent"), default=0)
    withdrawn = models.PositiveIntegerField(_("withdrawn"), default=0)
    bounced = models.PositiveIntegerField(_("came back"), default=0)
    left = models.PositiveIntegerField(_("stopped by its link"), default=0)

    class Meta:
        verbose_name = _("mail to followers")
        verbose_name_plural = _("mails to followers")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.title or self.key

    def figures(self) -> Figures:
        """Return what has become of the copies until now."""
        if self.counted_at:
            return Figures(self.sent, 0, self.sent, self.withdrawn, self.bounced, self.left)
        state = BroadcastCopy.State

        def number(*states: BroadcastCopy.State) -> models.Count:
            return models.Count("pk", filter=models.Q(state__in=states))

        found = self.copies.aggregate(
            told=models.Count("pk"),
            waiting=number(state.DIGEST, state.QUEUED),
            sent=number(state.SENT),
            withdrawn=number(state.WITHDRAWN, state.FAILED),
            bounced=models.Count("pk", filter=models.Q(bounced_at__isnull=False)),
        )
        return Figures(**found, left=self.left)


class PartQuerySet(models.QuerySet["BroadcastPart"]):
    """Parts by what is to be done with them."""

    def due(self) -> Self:
        """Parts that have begun or should begin now, oldest first."""
        return self.filter(done_at__isnull=True, due_at__lte=timezone.now()).order_by("due_at")

    def abandoned(self) -> Self:
        """Of these, the parts that no worker has been at since they were due, or for a while."""
        since_due = models.Q(touched_at__isnull=True) | models.Q(touched_at__lt=models.F("due_at"))
        long_ago = models.Q(touched_at__lt=timezone.now() - ABANDONED_AFTER)
        return self.due().filter(since_due | long_ago)


class BroadcastPart(models.Model):
    """A broadcast to the followers of one channel who read one language.

    They are told in the order of their subscriptions' numbers. Cursor and copies are stored
    together, so that whoever goes on after a stop finds exactly what is left.
    """

    broadcast = models.ForeignKey(Broadcast, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("identity"), max_length=64)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    due_at = models.DateTimeField(_("due"))
    total = models.PositiveIntegerField(_("followers"), null=True, blank=True)
    passed = models.PositiveIntegerField(_("followers gone through"), default=0)
    told = models.PositiveIntegerField(_("copies made"), default=0)
    told_up_to = models.PositiveBigIntegerField(_("told up to subscription"), default=0)
    touched_at = models.DateTimeField(_("last looked at"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    has_lapsed = models.BooleanField(
        _("lapsed"), default=False, help_text=_("It could not be read by everybody for too long.")
    )

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("part of a mail to followers")
        verbose_name_plural = _("parts of mails to followers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["broadcast", "kind", "key", "language"],
                name="one_part_for_each_channel_and_language",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(done_at__isnull=True),
                name="broadcast_parts_to_tell",
            )
        ]

    def __str__(self) -> str:
        return f"{self.broadcast_id}: {self.kind}:{self.key} ({self.language})"


class BroadcastCopy(models.Model):
    """One follower's copy of a broadcast: at most one, through however many channels."""

    class State(models.TextChoices):
        """What becomes of it."""

        DIGEST = "digest", _("Waits for the mail of the day")
        QUEUED = "queued", _("In a mail")
        SENT = "sent", _("Sent")
        WITHDRAWN = "withdrawn", _("No longer to be sent")
        FAILED = "failed", _("Given up")

    broadcast = models.ForeignKey(Broadcast, on_delete=models.CASCADE, related_name="copies")
    # Whoever leaves takes their name out of the figures, not their number.
    subscriber = models.ForeignKey(
        Subscriber, null=True, on_delete=models.SET_NULL, related_name="copies"
    )
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("identity"), max_length=64)
    state = models.CharField(_("state"), max_length=10, choices=State)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    bounced_at = models.DateTimeField(_("came back"), null=True, blank=True)
    mail = models.ForeignKey(
        OutboxMail,
        verbose_name=_("mail that tells it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="broadcast_copies",
    )

    class Meta:
        verbose_name = _("copy of a mail to followers")
        verbose_name_plural = _("copies of mails to followers")
        constraints = [
            models.UniqueConstraint(
                fields=["broadcast", "subscriber"], name="everybody_gets_one_copy"
            )
        ]
        indexes = [
            models.Index(
                fields=["subscriber", "made_at"],
                condition=models.Q(state="digest"),
                name="copies_for_the_mail_of_the_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.broadcast_id} → {self.subscriber_id}"
