"""Who follows what by mail, without an account: mailboxes that have said yes themselves."""

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The largest number of channels that one request can ask for.
CHANNELS_AT_ONCE = 20


def new_secret() -> str:
    """Return what makes the links of one follower nobody else's, and old ones void."""
    return secrets.token_hex(16)


class Pace(models.TextChoices):
    """How soon a follower hears of something."""

    NOW = "now", _("At once, one mail for each piece of news")
    DIGEST = "digest", _("Once a day, all in one mail")


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Followers by what may be sent to them."""

    def reachable(self) -> Self:
        """Followers whose mail neither waits for the end of a pause nor comes back."""
        awake = models.Q(paused_until__isnull=True) | models.Q(
            paused_until__lte=timezone.localdate()
        )
        return self.filter(awake, stopped_for="")


class Subscriber(models.Model):
    """One mailbox that follows something. The row goes with the last thing that it follows."""

    class StoppedFor(models.TextChoices):
        """Why nothing is sent any more."""

        BOUNCES = "bounces", _("Mails came back")
        COMPLAINT = "complaint", _("A mail was marked as unwanted")

    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    secret = models.CharField(_("secret of the links"), max_length=32, default=new_secret)
    paused_until = models.DateField(_("paused until"), null=True, blank=True)
    stopped_for = models.CharField(
        _("stopped because"), max_length=10, blank=True, default="", choices=StoppedFor
    )
    bounces = models.PositiveSmallIntegerField(_("mails that came back in a row"), default=0)
    joined_at = models.DateTimeField(_("follows since"), default=timezone.now)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=models.functions.Lower("email")),
                name="addresses_of_followers_are_in_small_letters",
            )
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_paused(self) -> bool:
        """Whether nothing is sent for a while."""
        return self.paused_until is not None and self.paused_until > timezone.localdate()

    @property
    def is_reachable(self) -> bool:
        """Whether mail may be sent today."""
        return not self.is_paused and not self.stopped_for


class Subscription(models.Model):
    """One thing that a follower wants to hear of, with the consent that was given for it."""

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="subscriptions"
    )
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("identity"), max_length=64)
    pace = models.CharField(_("how often"), max_length=8, choices=Pace, default=Pace.NOW)
    consent_version = models.PositiveSmallIntegerField(_("version of the consent’s text"))
    consent_language = models.CharField(_("language of the consent’s text"), max_length=10)
    asked_at = models.DateTimeField(_("asked for"))
    confirmed_at = models.DateTimeField(_("confirmed"))
    # By which a link that is pressed twice is known again.
    confirmed_by = models.PositiveBigIntegerField(_("number of the request"), default=0)

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "kind", "key"], name="everything_is_followed_once"
            )
        ]
        indexes = [models.Index(fields=["kind", "key", "id"], name="followers_of_a_channel")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class PendingSubscription(models.Model):
    """A request that waits until the mailbox is shown to be the asker's.

    The row goes with the one use of its link, or after 72 hours.
    """

    email = models.EmailField(_("e-mail address"))
    channels = models.JSONField(_("what is asked for"), default=list)
    pace = models.CharField(_("how often"), max_length=8, choices=Pace, default=Pace.NOW)
    language = models.CharField(_("language"), max_length=10)
    consent_version = models.PositiveSmallIntegerField(_("version of the consent’s text"))
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("subscription to be confirmed")
        verbose_name_plural = _("subscriptions to be confirmed")

    def __str__(self) -> str:
        return self.email
