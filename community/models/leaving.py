"""Taking one's data along, and leaving."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ExportLink(models.Model):
    """A link to everything that is held of one member. It works once, within an hour."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="export_links"
    )
    # What is in the address is not kept: who reads the database can't use the link.
    digest = models.CharField(_("digest of the address"), max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("link to an export")
        verbose_name_plural = _("links to exports")

    def __str__(self) -> str:
        return f"{self.member_id}: {self.made_at:%Y-%m-%d}"


class Erasure(models.Model):
    """An account was erased. The number alone is kept, so that a backup that is brought back
    can be cleaned of it again.
    """

    class AskedBy(models.TextChoices):
        """Who wanted it."""

        MEMBER = "member", _("The member")
        ADMINISTRATOR = "administrator", _("An administrator")

    number = models.PositiveBigIntegerField(_("number of the account"), unique=True)
    asked_by = models.CharField(_("asked by"), max_length=15, choices=AskedBy)
    erased_at = models.DateTimeField(_("erased"), default=timezone.now)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["erased_at"]

    def __str__(self) -> str:
        return f"{self.number}: {self.erased_at:%Y-%m-%d}"
