"""Pledges, signatures and offers of help: who takes part in a campaign, once each."""

import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.sign_blocks import LONGEST_CHOICE, PledgeKind
from community.names import LONGEST as LONGEST_NAME

if TYPE_CHECKING:
    from campaigns.models.campaigns import CampaignPage

LONGEST_NOTE = 500
# Names that a campaign's page prints.
NAMES_SHOWN = 30


class Signature(models.Model):
    """What somebody has put their name to, confirmed or not."""

    # One campaign in all its languages: a page and its translation share the key.
    campaign = models.UUIDField(_("campaign"))
    kind = models.CharField(_("kind"), max_length=10, choices=PledgeKind.choices)
    choice = models.CharField(_("chosen promise"), max_length=36, blank=True)
    # As they read when they were chosen: whoever promised keeps to these.
    words = models.CharField(_("words"), max_length=LONGEST_CHOICE, blank=True)
    note = models.CharField(_("note"), max_length=LONGEST_NOTE, blank=True)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    is_public = models.BooleanField(_("name shown on the page"), default=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name or self.words or self.campaign}"


class PendingPledge(Signature):
    """What waits for its mailbox. It goes with its link's one use, or after 72 hours."""

    submission = models.CharField(_("submission"), max_length=255, unique=True)
    made_at = models.DateTimeField(_("made"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("pledge to be confirmed")
        verbose_name_plural = _("pledges to be confirmed")


class PledgeQuerySet(models.QuerySet["Pledge"]):
    """Confirmed pledges: every row counts."""

    def of_campaign(self, campaign: "CampaignPage") -> Self:
        """Those of a campaign, whichever of its languages they were made in."""
        return self.filter(campaign=campaign.translation_key)

    def with_public_name(self) -> Self:
        """Those whose makers let everybody read their name, the latest first."""
        return self.filter(is_public=True, name_hidden=False).exclude(name="").order_by("-pk")

    def untold(self) -> Self:
        """Those whose makers have not been told what came of it."""
        return self.filter(outcome_at__isnull=True)


class Pledge(Signature):
    """A pledge that counts. A withdrawn one leaves nothing behind."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="pledges",
    )
    # One person, however they write their address; see ``community.models.mailboxes``.
    mailbox = models.CharField(_("mailbox, hashed"), max_length=64)
    confirmed_at = models.DateTimeField(_("confirmed"), default=timezone.now, db_index=True)
    outcome_at = models.DateTimeField(_("told of the outcome"), null=True, blank=True)
    # Whoever has stopped the mails still counts.
    is_told = models.BooleanField(
        _("told of what comes of it"), default=True, db_default=True, editable=False
    )
    name_hidden = models.BooleanField(
        _("name hidden by staff"),
        default=False,
        help_text=_("For names that insult or pretend; the pledge still counts."),
    )

    objects = PledgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ["-confirmed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "mailbox"], name="one_pledge_for_each_mailbox_and_campaign"
            ),
            models.UniqueConstraint(
                fields=["campaign", "member"],
                condition=models.Q(member__isnull=False),
                name="one_pledge_for_each_member_and_campaign",
            ),
        ]

    @property
    def address(self) -> str:
        """Where its maker is written to: a member's present address; empty once it is forgotten."""
        return self.member.email if self.member else self.email

    def forget_address(self) -> None:
        """Drop the address and what stands for it, in memory; the campaign is over by then."""
        self.email = ""
        self.mailbox = f"forgotten-{uuid.uuid4().hex}"
