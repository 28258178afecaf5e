"""Which comments the search index holds: the words that anybody may read, and no others.

Where a comment stands may be withdrawn, and what it replies to be hidden, without a word to the
index. Whoever searches therefore asks the database too what may be read (`community.findable`).
"""

from typing import Any, ClassVar, Self

from django.apps import apps
from django.db import models, transaction
from django_tasks import task
from wagtail.search import index

from community.models.comment_states import State
from community.text import plain_text


class IndexedCommentMixin(index.Indexed):
    """A comment whose words can be searched for, as long as it is public by itself.

    The words that open a discussion are found as the discussion.
    """

    # A row that is stored again need not be public: `keep_in_index` decides.
    search_auto_update: ClassVar[bool] = False
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("plain_words"),
        index.FilterField("stored"),
        index.FilterField("conversation"),
        index.FilterField("state"),
        index.FilterField("hidden_above"),
        index.FilterField("opens"),
        index.FilterField("language"),
    ]

    @classmethod
    def get_indexed_objects(cls) -> "models.QuerySet[Self]":
        """Return the comments whose words belong into the index."""
        return super().get_indexed_objects().filter(state=State.PUBLIC, opens=False)

    @property
    def plain_words(self) -> str:
        """The words without any markup."""
        return plain_text(self.html)

    def keep_in_index(self) -> None:
        """Let the index have the words as they are now, or nothing of them.

        Words that are no longer public leave it within the transaction that makes them so; new
        ones get there by a task, which also a slow index lets wait.
        """
        if self.state == State.PUBLIC and not self.opens:
            index_comment.enqueue(self.pk)
        else:
            index.remove_object(self)


@task()
def index_comment(comment_id: int) -> None:
    """Put the words of a comment into the index, unless it has ceased to be public meanwhile.

    Args:
        comment_id: the number of a comment that may have gone.
    """
    comments = apps.get_model("community", "Comment").get_indexed_objects()
    with transaction.atomic():
        comment = comments.select_for_update(of=("self",)).filter(pk=comment_id).first()
        if comment is not None:
            index.insert_or_update_object(comment)
