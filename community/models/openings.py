"""The words with which a discussion begins: kept by the discussion, and moderated as a comment."""

from typing import Any

from django.db import models, transaction

from community.models.comment_states import State
from community.models.comments import Comment
from community.models.conversations import Conversation
from community.models.placing import move_to_state


class OpeningMixin(models.Model):
    """Keeps a comment that holds the discussion's words, and is shown as that comment is.

    So whatever holds for comments holds for discussions: screening, reports, decisions, appeals,
    likes, erasure.
    """

    # What the opening is stored with, where it is not public at once or names its form.
    opening_draft: Comment | None = None

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the discussion, and its words as the comment that opens it."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            self._keep_opening()

    @property
    def opening(self) -> Comment | None:
        """The comment that holds the words with which the discussion begins."""
        conversation = Conversation.objects.about(self)
        if conversation is None:
            return None
        return Comment.objects.filter(conversation=conversation, opens=True).first()

    def follow_opening(self, state: State) -> None:
        """Be shown or not, as the words are with which the discussion begins.

        Words that their author has taken back leave their place where somebody has answered.

        Args:
            state: the opening's new state.
        """
        gone = state in {State.DELETED, State.ERASED}
        conversation = Conversation.objects.about(self)
        answered = conversation is not None and conversation.comment_count > 0
        shown = state is State.PUBLIC or (gone and answered)
        self.state = "visible" if shown else "hidden"
        if gone:
            self.title = self.text = ""
            self.translations.all().delete()
            self.drop_picture()
        super().save()

    def _keep_opening(self) -> None:
        opening = self.opening
        if opening is None:
            opening = self.opening_draft or Comment(
                submission=f"discussion {self.pk}",
                state=State.PUBLIC if self.is_visible else State.HIDDEN,
            )
            opening.content_object, opening.opens = self, True
            opening.user, opening.comment = self.author, self.text
            opening.language, opening.submit_date = self.language, self.opened_at
            opening.save()
            return
        if opening.state in {State.DELETED, State.ERASED}:
            return
        kept = (opening.comment, opening.user_id, opening.language)
        if kept != (self.text, self.author_id, self.language):
            opening.comment, opening.user_id = self.text, self.author_id
            opening.language = self.language
            opening.save(update_fields=["comment", "user", "language"])
        if self.is_visible != (opening.state == State.PUBLIC):
            Conversation.objects.locked(opening.conversation.key)
            move_to_state(opening, State.PUBLIC if self.is_visible else State.HIDDEN)
