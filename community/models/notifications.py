"""What members are told of: in the portal, and by mail as they choose."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.models.comments import Comment
from community.models.decisions import ModerationDecision
from community.names import LONGEST
from site_config.models.outbox import OutboxMail


class Subject(models.TextChoices):
    """What a notification is about; members choose for each how they hear of it."""

    REPLY = "reply", _("Replies to what I wrote")
    MENTION = "mention", _("Comments that name me")
    CONVERSATION = "conversation", _("Conversations that I follow")
    MEMBER = "member", _("Members whom I follow")
    MODERATION = "moderation", _("Decisions about what I wrote")


class Delivery(models.TextChoices):
    """How a member hears of something, besides in the portal."""

    NOW = "now", _("By mail at once")
    DIGEST = "digest", _("In a mail once a day")
    NONE = "none", _("No mail")


# What holds for whoever has chosen nothing.
USUAL_DELIVERY = {
    Subject.REPLY: Delivery.NOW,
    Subject.MENTION: Delivery.NOW,
    Subject.CONVERSATION: Delivery.DIGEST,
    Subject.MEMBER: Delivery.DIGEST,
    Subject.MODERATION: Delivery.NOW,
}


class NotificationChoice(models.Model):
    """How one member hears of one subject, where they have chosen."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notification_choices"
    )
    subject = models.CharField(_("subject"), max_length=12, choices=Subject)
    delivery = models.CharField(_("delivery"), max_length=8, choices=Delivery)

    class Meta:
        verbose_name = _("choice of notifications")
        verbose_name_plural = _("choices of notifications")
        constraints = [
            models.UniqueConstraint(
                fields=["member", "subject"], name="one_delivery_for_each_subject"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.subject} {self.delivery}"


class NotificationQuerySet(models.QuerySet["Notification"]):
    """Notifications by what is to be done with them."""

    def unread(self) -> Self:
        """Notifications that their member has not opened."""
        return self.filter(read_at__isnull=True)

    def for_digest(self) -> Self:
        """Notifications that wait for the mail of the day."""
        return self.filter(mail=Notification.Mail.DIGEST)


class Notification(models.Model):
    """One thing that one member is told of. It holds no words of its own: they are read where
    they stand, as far as they can still be read.
    """

    class Mail(models.TextChoices):
        """What becomes of it by mail."""

        NONE = "", _("No mail")
        DIGEST = "digest", _("Waits for the mail of the day")
        QUEUED = "queued", _("In a mail")

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    subject = models.CharField(_("subject"), max_length=12, choices=Subject)
    comment = models.ForeignKey(
        Comment,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    decision = models.ForeignKey(
        ModerationDecision,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    mail = models.CharField(_("mail"), max_length=8, blank=True, choices=Mail, default=Mail.NONE)
    mailed_in = models.ForeignKey(
        OutboxMail,
        verbose_name=_("mail that tells it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="notifications",
    )

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "comment"],
                condition=models.Q(decision__isnull=True),
                name="one_notification_for_each_comment",
            ),
            models.UniqueConstraint(
                fields=["recipient", "decision"], name="one_notification_for_each_decision"
            ),
        ]
        indexes = [
            models.Index(fields=["recipient", "-made_at"], name="notifications_newest"),
            models.Index(
                fields=["recipient"],
                condition=models.Q(read_at__isnull=True),
                name="notifications_unread",
            ),
            models.Index(
                fields=["recipient", "made_at"],
                condition=models.Q(mail="digest"),
                name="notifications_for_digest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()}: {self.comment or self.decision}"


class Announcement(models.Model):
    """The telling of those concerned that a comment can be read: done once, part by part.

    Whoever is stopped half-way is followed by another, who goes on where the first has ended.
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="announcement")
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    # Followers are told in the order of their numbers; this one was the last.
    told_up_to = models.PositiveBigIntegerField(_("told up to member"), default=0)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    class Meta:
        verbose_name = _("announcement of a comment")
        verbose_name_plural = _("announcements of comments")
        indexes = [
            models.Index(
                fields=["made_at"],
                condition=models.Q(done_at__isnull=True),
                name="announcements_to_make",
            )
        ]

    def __str__(self) -> str:
        return str(self.comment)


class MentionQuerySet(models.QuerySet["Mention"]):
    """Mentions as pages ask for them."""

    def load_for(self, comments: Iterable[Comment]) -> None:
        """Load the members whom comments name, all at once, so that their names become links."""
        naming = [comment for comment in comments if "@" in comment.comment]
        mentions = self.select_related("member").order_by("pk")
        models.prefetch_related_objects(naming, models.Prefetch("mentions", mentions))


class Mention(models.Model):
    """A comment names a member with an @."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentioned_in"
    )
    # As it stands in the words, so that it can be taken out of them when the member leaves.
    name = models.CharField(_("name in the words"), max_length=LONGEST)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "member"], name="one_mention_for_each_comment_and_member"
            )
        ]

    def __str__(self) -> str:
        return f"@{self.name}"
