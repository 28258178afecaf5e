"""Conversations: all comments that stand on one page or in one discussion."""

from typing import Any, NamedTuple, Self

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import connections, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from site_config.locks import lock_number
from site_config.models.tree import TreeQuerySet


class TargetKey(NamedTuple):
    """What comments stand on, by its number: a page of the tree, or a discussion."""

    content_type_id: int
    object_id: int


def target_key(target: models.Model) -> TargetKey:
    """Return the key of a page or a discussion.

    A page read as a plain ``Page`` and the same page read as an article have one key.
    """
    content_type = getattr(target, "cached_content_type", None)
    if content_type is None:
        content_type = ContentType.objects.get_for_model(target)
    return TargetKey(content_type.pk, target.pk)


class ConversationQuerySet(models.QuerySet["Conversation"]):
    """Conversations by what they stand on."""

    def about(self, target: models.Model) -> "Conversation | None":
        """Return the conversation on a page or discussion, where anybody has ever commented."""
        return self.filter(**target_key(target)._asdict()).first()

    def public(self) -> Self:
        """Conversations on what anybody may read now, asked of the database.

        Expiry counts to the minute, also where the timer has not withdrawn the page yet.
        """
        return self.on_pages(TreeQuerySet(Page).live().unrestricted())

    def on_pages(self, pages: PageQuerySet) -> Self:
        """Conversations in discussions that are not hidden, and on those of some live pages that
        have not expired.

        Args:
            pages: live ones that somebody may read.
        """
        discussion = apps.get_model("community", "Discussion")
        kind = ContentType.objects.get_for_model(discussion)
        pages = pages.exclude(expire_at__isnull=False, expire_at__lte=timezone.now())
        return self.filter(
            models.Q(content_type=kind, object_id__in=discussion.objects.visible().values("pk"))
            | models.Q(~models.Q(content_type=kind), object_id__in=pages.order_by().values("pk"))
        )

    def locked(self, key: TargetKey) -> "Conversation":
        """Return a conversation that nobody else writes to until the transaction ends.

        On PostgreSQL the lock is the transaction's own, so it holds across nodes and through a
        connection pool, and can be taken before the first comment has made a row. On SQLite the
        transaction itself excludes every other writer (``BEGIN IMMEDIATE``).

        Raises:
            TransactionManagementError: no transaction is running.
        """
        connection = connections[self.db]
        if not connection.in_atomic_block:
            raise transaction.TransactionManagementError("A conversation is locked within atomic.")
        if connection.vendor == "postgresql":
            name = f"conversation.{key.content_type_id}.{key.object_id}"
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock_number(name)])
        conversation, _created = self.get_or_create(**key._asdict())
        return conversation

    def locked_around(self, comment_id: int) -> "Conversation | None":
        """Return the conversation of a comment, locked; nothing where there is no such comment.

        It is asked for again within the lock: a moderator may have moved the thread.
        """
        locked = None
        while (found := self.filter(comments=comment_id).first()) is not None:
            if found == locked:
                return found
            locked = self.locked(found.key)
        return None


class Conversation(models.Model):
    """What is said about one page or in one discussion, with figures that are kept exact."""

    content_type = models.ForeignKey(
        ContentType, verbose_name=_("kind of page"), on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(_("number of the page"))
    target = GenericForeignKey("content_type", "object_id")
    is_closed = models.BooleanField(
        _("closed by a moderator"),
        default=False,
        help_text=_("Everything can still be read, but nobody can reply."),
    )
    last_number = models.PositiveIntegerField(_("number of the last comment"), default=0)
    comment_count = models.PositiveIntegerField(_("comments that anybody can read"), default=0)
    thread_count = models.PositiveIntegerField(_("threads that anybody can read"), default=0)
    last_posted_at = models.DateTimeField(_("last comment"), null=True, blank=True)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="one_conversation_for_each_page"
            )
        ]
        indexes = [
            models.Index(fields=["-last_posted_at"], name="conversation_by_activity"),
            models.Index(
                fields=["content_type", "-last_posted_at"], name="conversation_by_kind_activity"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}.{self.object_id}"

    @property
    def key(self) -> TargetKey:
        """The key of what the conversation stands on."""
        return TargetKey(self.content_type_id, self.object_id)

    def specific_target(self) -> Any | None:
        """Return the page or discussion as it is today, or nothing where it has gone."""
        model = self.content_type.model_class()
        return model._default_manager.filter(pk=self.object_id).first() if model else None
