"""What the city needs of a partner by a day: a logo for print, a text, a picture."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models.owned import OnePartnersManager, OwnedByPartner
from partners.models.partnerships import Partner
from partners.models.private_files import PrivateFile


class DeskAssetQuerySet(models.QuerySet["DeskAsset"]):
    """Assets as they are worked through."""

    def asked(self) -> Self:
        """Those that the partner still owes."""
        return self.filter(state=DeskAsset.State.ASKED)

    def delivered(self) -> Self:
        """Those that wait for the city to look at them."""
        return self.filter(state=DeskAsset.State.DELIVERED)

    def overdue(self, day: date) -> Self:
        """Those that the partner owes since before a day."""
        return self.asked().filter(due_on__lt=day)

    def in_order_of_work(self) -> Self:
        """What is owed first, by its day; then what is delivered, then what is done with."""
        steps = {state: step for step, state in enumerate(DeskAsset.State)}
        order = models.Case(
            *(models.When(state=state, then=step) for state, step in steps.items()),
            output_field=models.IntegerField(),
        )
        return self.order_by(order, "due_on", "pk")


class DeskAsset(OwnedByPartner):
    """One thing that the city asks a partner for."""

    class State(models.TextChoices):
        """Whose turn it is."""

        ASKED = "asked", _("Asked for")
        DELIVERED = "delivered", _("Delivered")
        ACCEPTED = "accepted", _("Accepted")

    partner = models.ForeignKey(
        Partner, verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="assets"
    )
    title = models.CharField(
        _("title"), max_length=120, help_text=_("Such as “Logo for the printed programme”.")
    )
    wanted = models.TextField(
        _("what is wanted"),
        max_length=1000,
        blank=True,
        help_text=_("Kind of file, size, length, and what it is for."),
    )
    due_on = models.DateField(_("due on"), help_text=_("The last day on which it is in time."))
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.ASKED, db_default=State.ASKED
    )
    remark = models.TextField(
        _("what is to be changed"),
        max_length=1000,
        blank=True,
        db_default="",
        help_text=_("The city’s words when it has sent the asset back."),
    )
    asked_at = models.DateTimeField(_("asked for at"), default=timezone.now, editable=False)
    delivered_at = models.DateTimeField(_("delivered at"), null=True, editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)

    all_partners = models.Manager.from_queryset(DeskAssetQuerySet)()
    objects = OnePartnersManager.from_queryset(DeskAssetQuerySet)()

    class Meta:
        verbose_name = _("asset")
        verbose_name_plural = _("assets")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="partner_asset_by_due")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="asked") | models.Q(delivered_at__isnull=False),
                name="a_delivered_partner_asset_says_when",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_asked(self) -> bool:
        """Whether the partner still owes it."""
        return self.state == self.State.ASKED

    @property
    def is_accepted(self) -> bool:
        """Whether nothing is left to do."""
        return self.state == self.State.ACCEPTED

    @property
    def is_overdue(self) -> bool:
        """Whether it should have come by now."""
        return self.is_asked and self.due_on < timezone.localdate()

    @property
    def days_left(self) -> int:
        """Days until it is due: 0 on the day itself, less than 0 where that has passed."""
        return (self.due_on - timezone.localdate()).days


class DeskFile(OwnedByPartner, PrivateFile):
    """One file that a partner has delivered."""

    partner_path = "asset__partner"

    asset = models.ForeignKey(
        DeskAsset, verbose_name=_("asset"), on_delete=models.CASCADE, related_name="files"
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sent by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    all_partners = models.Manager()
    objects = OnePartnersManager()

    class Meta:
        verbose_name = _("delivered file")
        verbose_name_plural = _("delivered files")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class DeskDocument(OwnedByPartner, PrivateFile):
    """One document that the city keeps at a partner's desk: a contract, a report, a guide."""

    partner = models.ForeignKey(
        Partner, verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="documents"
    )
    title = models.CharField(_("title"), max_length=160)
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    all_partners = models.Manager()
    objects = OnePartnersManager()

    class Meta:
        verbose_name = _("document for a partner")
        verbose_name_plural = _("documents for partners")
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return self.title
