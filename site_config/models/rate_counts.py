"""Counts of requests, kept in the database while the cache is away."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateCount(models.Model):
    """How often one sender has asked for one thing within one window of time.

    The key names the sender by a keyed hash, never by an address, and the row goes with its
    window.
    """

    key = models.CharField(_("key"), max_length=160, primary_key=True)
    count = models.PositiveIntegerField(_("requests"), default=0)
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    class Meta:
        verbose_name = _("request count")
        verbose_name_plural = _("request counts")

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
