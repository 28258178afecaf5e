"""Comments: stored and threaded by django-comments-xtd, placed and counted by the community.

The package keeps the words, the author and the numbers of a thread; this model adds the place
in the tree, the state, and a save that is one locked transaction.
"""

import uuid
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment

from community.errors import ParentElsewhereError, ParentGoneError, TooDeepError
from community.mentions import addresses_by_name
from community.models.comment_states import HeldFor, HiddenFor, State
from community.models.conversations import Conversation
from community.models.indexing import IndexedCommentMixin
from community.models.placing import STEP, place
from community.text import member_html, plain_text

LONGEST_TEXT = 3000
# Replies to replies: the thread's opener stands on level 0.
DEEPEST_LEVEL = 4


def new_submission() -> str:
    """Return the name of a submission that no form was opened for."""
    return uuid.uuid4().hex


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments as readers and writers ask for them."""

    def in_tree_order(self) -> Self:
        """Each comment before its replies, and both in the order in which they were written."""
        return self.order_by("conversation", "path")

    def listed(self) -> Self:
        """Comments of which readers see the words, or a line that tells why they are gone."""
        return self.filter(listed=True)

    def with_a_place(self) -> Self:
        """Comments in a thread, and those that stand at the head of a discussion."""
        return self.filter(models.Q(listed=True) | models.Q(opens=True))

    def readable(self) -> Self:
        """Comments whose words anybody may read, where the page itself may be read."""
        return self.filter(state=State.PUBLIC, hidden_above=0)

    def openers(self) -> Self:
        """Comments that open a thread of replies."""
        return self.filter(root__isnull=True, opens=False)

    def where_all_may_read(self) -> Self:
        """Comments on what anybody may read: no draft, nothing restricted, expired or hidden."""
        return self.filter(conversation__in=Conversation.objects.public().order_by().values("pk"))

    def below(self, comment: "Comment") -> Self:
        """Replies to a comment, and the replies to those."""
        return self.filter(
            conversation=comment.conversation_id, path__startswith=comment.path
        ).exclude(pk=comment.pk)

    def above(self, comment: "Comment") -> Self:
        """What a comment replies to, and what that replies to."""
        return self.filter(
            conversation=comment.conversation_id,
            path__in=[comment.path[:end] for end in range(STEP, len(comment.path), STEP)],
        )


class Comment(IndexedCommentMixin, XtdComment):
    """What somebody said on a page or in a discussion."""

    stored = models.OneToOneField(
        XtdComment,
        parent_link=True,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="portal_comment",
    )
    conversation = models.ForeignKey(
        Conversation,
        verbose_name=_("conversation"),
        on_delete=models.CASCADE,
        related_name="comments",
    )
    root = models.ForeignKey(
        "self",
        verbose_name=_("opener of the thread"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="thread",
        db_index=False,  # The index below begins with it.
    )
    path = models.CharField(_("place in the tree"), max_length=STEP * (DEEPEST_LEVEL + 1))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PUBLIC)
    held_for = models.CharField(_("held because"), max_length=12, blank=True, choices=HeldFor)
    hidden_for = models.CharField(_("hidden because"), max_length=12, blank=True, choices=HiddenFor)
    hidden_above = models.PositiveSmallIntegerField(
        _("hidden comments that it replies to"), default=0
    )
    listed = models.BooleanField(_("has a place on the page"), default=True)
    is_official = models.BooleanField(_("answer of the city"), default=False)
    # The words with which a discussion begins are a comment like any other: screened, reported,
    # hidden and appealed alike. It stands at the head of the page, not in the thread.
    opens = models.BooleanField(_("opens a discussion"), default=False, db_default=False)
    language = models.CharField(
        _("language of the page"), max_length=10, default=settings.LANGUAGE_CODE
    )
    # One form that was opened once is one comment, however often it is sent.
    submission = models.CharField(
        _("submission"), max_length=64, default=new_submission, editable=False
    )
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["conversation", "path"]
        # Who may change comments decides about them; an address is shown to fewer.
        permissions = [
            ("see_author_email", _("Can see the e-mail address of whoever wrote a comment"))
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "path"], name="one_comment_for_each_place"
            ),
            models.UniqueConstraint(
                fields=["conversation", "submission"], name="one_comment_for_each_submission"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="comment_has_a_known_state"
            ),
            models.UniqueConstraint(
                fields=["conversation"],
                condition=models.Q(opens=True),
                name="one_opening_for_each_discussion",
            ),
        ]
        indexes = [
            models.Index(
                fields=["conversation", "path"],
                condition=models.Q(root__isnull=True, listed=True),
                name="comment_threads_listed",
            ),
            models.Index(fields=["root", "path"], name="comment_replies"),
            models.Index(fields=["state", "stored"], name="comment_by_state"),
            models.Index(
                fields=["conversation"],
                condition=models.Q(is_official=True),
                name="comment_official_answers",
            ),
        ]

    def __str__(self) -> str:
        return Truncator(plain_text(self.html)).chars(60)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the comment; a new one gets its place and is counted, all or nothing.

        What a changed state means for the counts and for the replies is the business of
        `community.services.states`; storing a comment again touches neither.

        Raises:
            ParentElsewhereError: it replies to nothing, or to a comment of another page.
            ParentGoneError: what it replies to can't be read by everybody.
            TooDeepError: what it replies to takes no replies.
        """
        if not self._state.adding:
            self._store(*args, **kwargs)
            return
        with transaction.atomic():
            place(self, store=lambda: self._store(*args, **kwargs))

    def _store(self, *args: Any, **kwargs: Any) -> None:
        # Past the package's own way, which stores first and then looks at the parent, unlocked.
        super(XtdComment, self).save(*args, **kwargs)

    def check_parent(self, parent: "Comment | None") -> None:
        """Refuse a parent that this comment can't reply to.

        Raises:
            ParentElsewhereError: there is none, or it stands on another page.
            ParentGoneError: it is not for everybody to read.
            TooDeepError: it stands as deep as replies may.
        """
        if parent is None or parent.conversation_id != self.conversation_id:
            raise ParentElsewhereError
        if not parent.is_readable:
            raise ParentGoneError
        if not parent.allow_thread():
            raise TooDeepError

    def allow_thread(self) -> bool:
        """Say whether the comment stands high enough to be replied to.

        The words that open a discussion are answered by new threads.
        """
        return self.level < DEEPEST_LEVEL and not self.opens

    @property
    def is_readable(self) -> bool:
        """Whether anybody may read the words, where the page itself may be read."""
        return self.state == State.PUBLIC and self.hidden_above == 0

    @property
    def edition(self) -> str:
        """Which of its words a comment has now: none for those that it was posted with."""
        return self.edited_at.isoformat() if self.edited_at else ""

    def has_said(self, text: str) -> bool:
        """Say whether these are its words, or were before they were changed."""
        return text == self.comment or self.versions.filter(text=text).exists()

    @property
    def number(self) -> int:
        """Which comment of its conversation it is, by the order of arrival."""
        return int(self.path[-STEP:])

    @property
    def html(self) -> SafeString:
        """The words as safe HTML; the names in them are links where mentions were loaded."""
        return member_html(self.comment, addresses_by_name(self.loaded_mentions))

    @property
    def loaded_mentions(self) -> Iterable[Any]:
        """The members whom it names, where they were loaded (`MentionQuerySet.load_for`)."""
        return getattr(self, "_prefetched_objects_cache", {}).get("mentions", ())

    @property
    def author_name(self) -> str:
        """The author's public name, also when there is no author any more."""
        if self.user_id:
            return self.user.public_name
        return self.user_name or str(_("Former member"))


class CommentVersion(models.Model):
    """Words of a comment before an edit; moderators can read them."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    replaced_at = models.DateTimeField(_("replaced"))

    class Meta:
        verbose_name = _("earlier version of a comment")
        verbose_name_plural = _("earlier versions of comments")
        ordering = ["replaced_at"]

    def __str__(self) -> str:
        return Truncator(self.text).chars(60)
