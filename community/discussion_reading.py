"""Reading one discussion: its first words, who takes part, and what else is said on its topic."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Min, Q, Subquery
from django.http import HttpRequest
from django.utils.text import Truncator

from community.models import Comment, Conversation, Discussion, User
from community.outcomes import Outcome, outcomes_of
from community.structured_data import discussion_posting
from community.text import plain_text
from community.threads import Branch, Thread, read_thread, with_authors

PEOPLE_SHOWN = 5
RELATED_SHOWN = 4
# Letters of the city's answer that stand at the head of the page.
ANSWER_SHOWN = 160
# Who takes part is asked anew when somebody else may: with each comment that comes or goes.
PEOPLE_SECONDS = 3600


@dataclass(frozen=True)
class People:
    """Who has said something in a discussion: the first of them, and how many more."""

    shown: list[User]
    more: int


@dataclass(frozen=True)
class ReadDiscussion:
    """What the page of one discussion prints."""

    discussion: Discussion
    opening: Branch | None
    thread: Thread
    people: People
    answer: Comment | None
    outcomes: list[Outcome]
    related: list[Discussion]
    data: dict[str, Any]

    @property
    def answer_beginning(self) -> str:
        """How the city's answer begins, as plain words."""
        words = plain_text(self.answer.html) if self.answer else ""
        return Truncator(words).chars(ANSWER_SHOWN)


def read_discussion(discussion: Discussion, request: HttpRequest) -> ReadDiscussion:
    """Return a discussion that anybody may read, with the replies that an address asks for.

    Raises:
        Http404: there is no such page of replies.
    """
    thread = read_thread(discussion, request)
    opening, answer, people = _head_of(thread.conversation)
    return ReadDiscussion(
        discussion=discussion,
        opening=opening,
        thread=thread,
        people=people,
        answer=answer,
        outcomes=outcomes_of(discussion.pk),
        related=_related(discussion),
        data=discussion_posting(discussion, opening, thread, request),
    )


def first_words_of_people(conversation: Conversation | None) -> tuple[list[int], int]:
    """Return the first comments of the first people in a conversation, and how many there are.

    Numbers alone, which are remembered: no cache keeps a name that its owner may take away.
    """
    if conversation is None:
        return [], 0
    key = f"community.people.{conversation.pk}.{conversation.last_number}"
    known = cache.get(f"{key}.{conversation.comment_count}")
    if known is None:
        said = Comment.objects.filter(conversation=conversation, user__is_active=True).readable()
        by_arrival = said.order_by().values("user").annotate(first=Min("pk")).order_by("first")
        total = said.aggregate(people=Count("user", distinct=True))["people"]
        known = ([row["first"] for row in by_arrival[:PEOPLE_SHOWN]], total)
        cache.set(f"{key}.{conversation.comment_count}", known, PEOPLE_SECONDS)
    return known


def _head_of(
    conversation: Conversation | None,
) -> tuple[Branch | None, Comment | None, People]:
    """Return the words that open a discussion, the city's latest answer in it, and who takes
    part, in the order in which they came.
    """
    if conversation is None:
        return None, None, People([], 0)
    numbers, total = first_words_of_people(conversation)
    said = Comment.objects.filter(conversation=conversation)
    answers = said.filter(is_official=True).readable().order_by("-pk")
    wanted = Q(opens=True) | Q(pk=Subquery(answers.values("pk")[:1])) | Q(pk__in=numbers)
    found = {comment.pk: comment for comment in with_authors(said.filter(wanted))}
    opening = next((Branch(it, it.likes_count) for it in found.values() if it.opens), None)
    official = [it for it in found.values() if it.is_official and it.is_readable]
    answer = max((it for it in official if not it.opens), key=lambda it: it.pk, default=None)
    people = [found[number].user for number in numbers if number in found and found[number].user]
    return opening, answer, People(people, max(0, total - len(people)))


def _related(discussion: Discussion) -> list[Discussion]:
    """Return the newest other discussions of the same topic."""
    if discussion.topic is None:
        return []
    others = Discussion.objects.visible().about(discussion.topic).exclude(pk=discussion.pk)
    return list(others.newest_first().with_wording()[:RELATED_SHOWN])
