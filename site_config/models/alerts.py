"""Alerts of the city, kept version by version, in the terms of CAP 1.2 (OASIS, 2010)."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from site_config.models.alert_terms import Category, Certainty, Level, Message, Urgency


def usual_end() -> datetime:
    """Return when an alert leaves if nobody says otherwise: at the full hour, six hours on."""
    return timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=6)


class Alert(models.Model):
    """One danger, from the first warning to its end; what it says stands in its versions."""

    # Names the alert for ever, in addresses, feeds and what readers have put away.
    uid = models.UUIDField(_("identifier"), unique=True, default=uuid.uuid4, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()
        permissions = [("publish_alert", _("Can publish, update and cancel alerts"))]

    def __str__(self) -> str:
        version = self.versions.order_by("-number").first()
        return str(version) if version else str(self.uid)


class AlertVersionQuerySet(models.QuerySet["AlertVersion"]):
    """Versions by what readers see of them at a moment."""

    def published(self) -> Self:
        """Versions that staff have published, also those whose hour is still to come."""
        return self.filter(published_at__isnull=False)

    def drafts(self) -> Self:
        """Versions that nobody has published yet."""
        return self.filter(published_at__isnull=True)

    def in_force(self, moment: datetime) -> Self:
        """Versions whose hour had come at a moment, newer ones of the same alert or not."""
        return self.published().filter(starts_at__lte=moment)

    def current(self, moment: datetime) -> Self:
        """The one version of each alert that held at a moment, also where it was over."""
        newer = (
            AlertVersion.objects.in_force(moment)
            .filter(alert=models.OuterRef("alert"), number__gt=models.OuterRef("number"))
            .order_by()
        )
        return self.in_force(moment).exclude(models.Exists(newer))

    def running(self, moment: datetime) -> Self:
        """The versions that warned at a moment."""
        return self.current(moment).exclude(message=Message.CANCEL).filter(ends_at__gt=moment)

    def with_words(self) -> Self:
        """The same versions with their alert and their words in all languages."""
        return self.select_related("alert", "section").prefetch_related("wordings")


class AlertVersion(models.Model):
    """What an alert said from one moment on. Once published it is never changed again."""

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    message = models.CharField(
        _("kind of message"), max_length=8, choices=Message, default=Message.ALERT
    )
    level = models.CharField(
        _("level"),
        max_length=8,
        choices=Level,
        default=Level.ORANGE,
        help_text=_("Red only where life is in danger: it can’t be hidden, only made smaller."),
    )
    category = models.CharField(
        _("what it is about"), max_length=12, choices=Category, default=Category.WEATHER
    )
    urgency = models.CharField(
        _("when people must act"), max_length=10, choices=Urgency, default=Urgency.IMMEDIATE
    )
    certainty = models.CharField(
        _("how sure it is"), max_length=10, choices=Certainty, default=Certainty.LIKELY
    )
    section = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("where it is shown"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    starts_at = models.DateTimeField(
        _("shown from"),
        null=True,
        blank=True,
        help_text=_("In the city’s time. Leave it empty to show it at once."),
    )
    ends_at = models.DateTimeField(
        _("shown until"),
        default=usual_end,
        help_text=_("In the city’s time. It leaves every page by itself at this moment."),
    )
    contact = models.CharField(
        pgettext_lazy("of an alert", "who helps"),
        max_length=120,
        blank=True,
        default="112",
        help_text=_("A telephone number or address, such as “112”."),
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    # What has been done about it, once on however many machines (see `site_config.alerts.clock`).
    spread_at = models.DateTimeField(_("copies renewed"), null=True, blank=True)
    told_at = models.DateTimeField(_("followers told"), null=True, blank=True)
    cleared_at = models.DateTimeField(_("copies cleared"), null=True, blank=True)

    objects = AlertVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of an alert")
        verbose_name_plural = _("versions of alerts")
        ordering = ["-alert_id", "-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["alert", "number"], name="alert_versions_are_numbered"),
            models.UniqueConstraint(
                fields=["alert"],
                condition=models.Q(published_at__isnull=True),
                name="one_draft_for_each_alert",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=True) | models.Q(starts_at__isnull=False),
                name="published_alerts_have_their_hour",
            ),
            models.CheckConstraint(
                condition=models.Q(starts_at__isnull=True)
                | models.Q(message=Message.CANCEL)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="alerts_end_after_they_start",
                violation_error_message=_("It has to end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        words = self.words()
        return words.headline if words and words.headline else str(_("Alert without words"))

    @property
    def identifier(self) -> str:
        """The name of this message in feeds; it never changes (CAP 1.2 §3.2.1)."""
        return f"{self.alert.uid}.{self.number}"

    @property
    def severity(self) -> str:
        """How bad it is, in the words of CAP."""
        return Level(self.level).severity

    @property
    def level_title(self) -> str:
        """How bad it is, as it stands above the headline."""
        return Level(self.level).title

    def words(self, language: str | None = None) -> "AlertWording | None":
        """Return the words in a language, else in another one; nothing where there are none.

        Args:
            language: its code; the reader's where it is missing.
        """
        wanted = language or get_language() or settings.LANGUAGE_CODE
        found = list(self.wordings.all())
        return next((words for words in found if words.language == wanted), None) or (
            found[0] if found else None
        )

    def is_running(self, moment: datetime) -> bool:
        """Whether this version, were it the newest, warned at a moment."""
        return (
            self.published_at is not None
            and self.starts_at <= moment < self.ends_at
            and self.message != Message.CANCEL
        )


class AlertWording(models.Model):
    """What one version says in one language."""

    version = models.ForeignKey(AlertVersion, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    headline = models.CharField(
        _("headline"),
        max_length=90,
        help_text=_("What happens, and where: “Heavy rain: stay away from the Lana banks”."),
    )
    text = models.CharField(
        _("what happens"), max_length=400, help_text=_("One or two sentences for the banner.")
    )
    instruction = models.TextField(
        _("what to do"),
        max_length=1000,
        help_text=_("One thing on each line, the most important first."),
    )
    area = models.CharField(_("where"), max_length=120, help_text=_("Such as “All of Tirana”."))
    link = models.CharField(
        _("link with more"),
        max_length=300,
        blank=True,
        help_text=_("An address in this portal, such as /en/news/, or one that begins with https."),
    )
    note = models.CharField(
        _("what has changed"),
        max_length=300,
        blank=True,
        help_text=_("For an update: followers read it first."),
    )

    class Meta:
        verbose_name = _("wording of an alert")
        verbose_name_plural = _("wordings of alerts")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language"], name="one_wording_for_each_language_of_an_alert"
            )
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def steps(self) -> list[str]:
        """What to do, one thing after the other."""
        return [line.strip() for line in self.instruction.splitlines() if line.strip()]
