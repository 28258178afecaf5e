"""What moderators have decided: written once, never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.comment_states import HiddenFor, State
from community.models.comments import Comment
from community.models.conversations import Conversation


class ModerationDecision(models.Model):
    """One decision of one moderator."""

    class Action(models.TextChoices):
        """What was decided."""

        APPROVED = "approved", _("Approved")
        HELD = "held", _("Waits again")
        HIDDEN = "hidden", _("Hidden")
        RESTORED = "restored", _("Shown again")
        REPORTS_UPHELD = "upheld", _("Reports upheld")
        REPORTS_DISMISSED = "dismissed", _("Reports dismissed")
        REPORTS_REOPENED = "reopened-reports", _("Reports open again")
        OFFICIAL = "official", _("Marked as the city’s answer")
        NOT_OFFICIAL = "not-official", _("No longer the city’s answer")
        CLOSED = "closed", _("Closed")
        OPENED = "opened", _("Opened again")
        MOVED = "moved", _("Moved")
        CORRECTED = "corrected", _("Corrected")
        WARNED = "warned", _("Warned")
        SUSPENDED = "suspended", _("Suspended")
        BANNED = "banned", _("Banned")
        LIFTED = "lifted", _("Lifted")
        PROFILE_CLEARED = "profile-cleared", _("Name and text removed")
        APPEAL_GRANTED = "appeal-granted", _("Appeal granted")
        APPEAL_REFUSED = "appeal-refused", _("Appeal refused")

    # Figures are computed from decisions, which therefore outlive what they were about.
    comment = models.ForeignKey(
        Comment,
        verbose_name=_("comment"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="decisions",
    )
    conversation = models.ForeignKey(
        Conversation,
        verbose_name=_("conversation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="decisions",
        help_text=_("The one that was closed, or out of which a thread was moved."),
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="decisions_about_them",
        help_text=_("Who was warned, suspended or banned."),
    )
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="moderation_decisions",
    )
    undoes = models.ForeignKey(
        "self",
        verbose_name=_("takes back"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="taken_back_by",
    )
    action = models.CharField(_("decision"), max_length=20, choices=Action)
    reason = models.CharField(_("reason"), max_length=12, blank=True, choices=HiddenFor)
    words = models.CharField(_("words for the author"), max_length=1000, blank=True)
    state_before = models.CharField(_("state before"), max_length=10, blank=True, choices=State)
    made_at = models.DateTimeField(_("decided"), default=timezone.now)

    class Meta:
        verbose_name = _("decision of a moderator")
        verbose_name_plural = _("decisions of moderators")
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["made_at"], name="decision_by_time")]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.comment or self.member or self.conversation}"
