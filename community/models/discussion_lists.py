"""Discussions as lists ask for them: by topic, by their age, and by what was last said in them."""

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import get_language

from community.models.comments import Comment
from community.models.conversations import Conversation
from site_config.models.topics import Topic

if TYPE_CHECKING:
    from community.models.discussions import Discussion


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    """Discussions as visitors and lists ask for them."""

    def visible(self) -> Self:
        """Discussions that anybody may read."""
        return self.filter(state=self.model.State.VISIBLE)

    def newest_first(self) -> Self:
        """The youngest discussion before the others."""
        return self.order_by("-opened_at", "-pk")

    def about(self, topic: Topic) -> Self:
        """Discussions of one topic, whatever the language the topic is named in."""
        return self.filter(topic__translation_key=topic.translation_key)

    def unanswered(self) -> Self:
        """Discussions in which nobody has replied, and somebody still could."""
        waiting = self.conversations().filter(comment_count=0, is_closed=False)
        return self.filter(pk__in=waiting.values("object_id"))

    def answered_by_the_city(self) -> Self:
        """Discussions in which an answer of the city can be read."""
        answers = Comment.objects.readable().filter(is_official=True)
        answered = self.conversations().filter(pk__in=answers.values("conversation"))
        return self.filter(pk__in=answered.values("object_id"))

    def conversations(self) -> models.QuerySet[Conversation]:
        """What is said in discussions, whichever these are."""
        return Conversation.objects.filter(
            content_type=ContentType.objects.get_for_model(self.model)
        )

    def with_wording(self) -> Self:
        """The same discussions with what one row prints: the author, and in the reader's
        language the words and the topic's name.
        """
        language = get_language() or settings.LANGUAGE_CODE
        named = Topic.objects.filter(
            translation_key=models.OuterRef("topic__translation_key"),
            locale__language_code=language,
        )
        # Within the one query: a page of a discussion has no question to spare.
        translated = self.model.translations.rel.related_model.objects.filter(
            discussion=models.OuterRef("pk"), language=language
        )
        return self.select_related("author", "topic").annotate(
            local_topic_name=models.Subquery(named.values("name")[:1]),
            local_topic_slug=models.Subquery(named.values("slug")[:1]),
            worded_in=models.Value(language),
            local_title=models.Subquery(translated.values("title")[:1]),
            local_text=models.Subquery(translated.values("text")[:1]),
        )

    def with_figures(self) -> Self:
        """The same discussions with the figures of what is said in them."""
        answers = Comment.objects.readable().filter(
            conversation=models.OuterRef("pk"), is_official=True
        )
        conversations = Conversation.objects.annotate(is_answered=models.Exists(answers))
        return self.prefetch_related(models.Prefetch("conversations", conversations))

    def count_by_topic(self) -> dict[UUID, int]:
        """How many of these discussions each topic has, by the topic's translation key."""
        rows = self.order_by().values_list("topic__translation_key")
        return dict(rows.annotate(models.Count("pk")))

    def for_listing(self) -> Self:
        """Visible discussions, newest first, with everything a row prints."""
        return self.visible().newest_first().with_wording().with_figures()


class ByActivity:
    """Discussions in the order of what was last said in them, a slice at a time.

    The order stands in the conversations, whose index gives a page of it without looking at the
    others; only then are the discussions of that page read.
    """

    def __init__(self, discussions: DiscussionQuerySet) -> None:
        """Take the discussions that a list chooses from, with what its rows print."""
        self.discussions = discussions

    def count(self) -> int:
        """Return how many there are."""
        return self.discussions.count()

    def __getitem__(self, part: slice) -> "list[Discussion]":
        chosen = self.discussions.order_by().values("pk")
        conversations = self.discussions.conversations().filter(object_id__in=chosen)
        recent = conversations.order_by("-last_posted_at", "-pk").values_list(
            "object_id", flat=True
        )
        numbers = list(recent[part])
        found = self.discussions.in_bulk(numbers)
        return [found[number] for number in numbers if number in found]
