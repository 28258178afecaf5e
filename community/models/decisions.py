"""What moderators have decided about comments: written once, never changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.comment_states import HiddenFor, State
from community.models.comments import Comment


class ModerationDecision(models.Model):
    """One decision of one moderator."""

    class Action(models.TextChoices):
        """What was decided."""

        APPROVED = "approved", _("Approved")
        HIDDEN = "hidden", _("Hidden")
        RESTORED = "restored", _("Shown again")
        REPORTS_UPHELD = "upheld", _("Reports upheld")
        REPORTS_DISMISSED = "dismissed", _("Reports dismissed")

    # Figures are computed from decisions, which therefore outlive the comment.
    comment = models.ForeignKey(
        Comment,
        verbose_name=_("comment"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="decisions",
    )
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="moderation_decisions",
    )
    action = models.CharField(_("decision"), max_length=10, choices=Action)
    reason = models.CharField(_("reason"), max_length=12, blank=True, choices=HiddenFor)
    words = models.CharField(_("words for the author"), max_length=1000, blank=True)
    state_before = models.CharField(_("state before"), max_length=10, choices=State)
    made_at = models.DateTimeField(_("decided"), default=timezone.now)

    class Meta:
        verbose_name = _("decision of a moderator")
        verbose_name_plural = _("decisions of moderators")
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["made_at"], name="decision_by_time")]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.comment}"
