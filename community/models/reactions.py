"""What members do with what others wrote, besides answering it. Likes are the package's flags."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.comment_states import HiddenFor
from community.models.comments import Comment
from community.models.conversations import Conversation


class Report(models.Model):
    """Somebody asks moderators to look at a comment; without a reporter it was a visitor."""

    class Outcome(models.TextChoices):
        """What moderators made of it."""

        OPEN = "open", _("Open")
        UPHELD = "upheld", _("Upheld")
        DISMISSED = "dismissed", _("Dismissed")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reported by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports_made",
    )
    reason = models.CharField(_("reason"), max_length=12, choices=HiddenFor.choices)
    words = models.CharField(_("words"), max_length=500, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.OPEN
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    settled_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["made_at"]
        indexes = [
            models.Index(
                fields=["comment"], condition=models.Q(outcome="open"), name="reports_that_wait"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "reporter"], name="one_report_for_each_member_and_comment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.comment}"


class Choice(models.TextChoices):
    """What somebody wants to hear of a conversation or a member."""

    FOLLOW = "follow", _("Follow")
    MUTE = "mute", _("Mute")


class ConversationChoice(models.Model):
    """A member follows or mutes a conversation."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conversation_choices"
    )
    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="choices")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice)

    class Meta:
        verbose_name = _("choice about a conversation")
        verbose_name_plural = _("choices about conversations")
        constraints = [
            models.UniqueConstraint(
                fields=["member", "conversation"], name="one_choice_for_each_conversation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.choice} {self.conversation}"


class MemberChoice(models.Model):
    """A member follows or mutes another."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="member_choices"
    )
    other = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="chosen_by"
    )
    choice = models.CharField(_("choice"), max_length=10, choices=Choice)

    class Meta:
        verbose_name = _("choice about a member")
        verbose_name_plural = _("choices about members")
        constraints = [
            models.UniqueConstraint(fields=["member", "other"], name="one_choice_for_each_member"),
            models.CheckConstraint(
                condition=~models.Q(member=models.F("other")), name="nobody_chooses_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.choice} {self.other_id}"
