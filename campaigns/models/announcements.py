"""What was told of a campaign, a promise or a project: once each, and how far the telling is."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Announcement(models.Model):
    """One change that is told to those concerned. Its key names the change in all languages."""

    key = models.CharField(_("key"), max_length=200, unique=True)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    # What has changed, in words, by language; a language without any is told the page alone.
    note = models.JSONField(_("note"), default=dict)
    # Whose pledgers are told; nobody's where it is empty.
    campaign = models.UUIDField(_("campaign"), null=True, blank=True)
    # The change with which this one is told, in one mail; empty where it is told by itself.
    told_with = models.ForeignKey(
        "self",
        verbose_name=_("told with"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="also",
    )
    # Pledgers are told language by language; who reads one without words waits for them.
    language = models.CharField(_("language at hand"), max_length=10, blank=True, db_default="")
    told_languages = models.JSONField(_("languages told"), null=True, blank=True)
    told_up_to = models.PositiveBigIntegerField(_("last pledge told"), default=0)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("announcement of a change")
        verbose_name_plural = _("announcements of changes")
        indexes = [
            models.Index(
                fields=["made_at"],
                condition=models.Q(finished_at__isnull=True),
                name="announcements_to_be_told",
            )
        ]

    def __str__(self) -> str:
        return self.key
