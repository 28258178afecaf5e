"""Links that led nowhere when they were last tried."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class LinkFaultQuerySet(models.QuerySet["LinkFault"]):
    """Faults by how sure they are."""

    def lasting(self) -> "LinkFaultQuerySet":
        """Links to pages that are gone, and to others that have failed twice in a row."""
        return self.filter(Q(reason=LinkFault.Reason.PAGE) | Q(times__gte=2))


class LinkFault(models.Model):
    """One link of one page."""

    LONGEST = 1000

    class Reason(models.TextChoices):
        PAGE = "page", _("The page is gone or not published")
        MISSING = "missing", _("Nothing is there")
        ERROR = "error", _("The other site fails")
        SILENT = "silent", _("The other site does not answer")
        NAME = "name", _("There is no such site")
        CERTIFICATE = "certificate", _("The other site’s certificate is not valid")
        CIRCLE = "circle", _("It leads in circles")
        PRIVATE = "private", _("It leads into a private network")
        ADDRESS = "address", _("It is no address")

    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    address = models.CharField(_("address"), max_length=LONGEST)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason)
    status = models.PositiveSmallIntegerField(_("answer"), db_default=0)
    times = models.PositiveIntegerField(_("times in a row"), db_default=1)
    first_seen_at = models.DateTimeField(_("first seen"), db_default=Now())
    checked_at = models.DateTimeField(_("last tried"), db_default=Now())

    objects = LinkFaultQuerySet.as_manager()

    class Meta:
        verbose_name = _("link that leads nowhere")
        verbose_name_plural = _("links that lead nowhere")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "address"], name="a_link_of_a_page_is_noted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.address}"
