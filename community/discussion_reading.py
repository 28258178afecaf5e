"""Reading one discussion: its first words, who takes part, and what else is said on its topic."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Min, Q, Subquery
from django.http import HttpRequest

from community.models import Comment, Conversation, Discussion, User
from community.structured_data import discussion_posting
from community.threads import Branch, Thread, read_thread, with_authors

PEOPLE_SHOWN = 5
RELATED_SHOWN = 4
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
    related: list[Discussion]
    data: dict[str, Any]


def read_discussion(discussion: Discussion, request: HttpRequest) -> ReadDiscussion:
    """Return a discussion that anybody may read, with the replies that an address asks for.

    Raises:
        Http404: there is no such page of replies.
    """
    thread = read_thread(discussion, request)
    opening, answer = _opening_and_answer(thread.conversation)
    return ReadDiscussion(
        discussion=discussion,
        opening=opening,
        thread=thread,
        people=people_of(thread.conversation),
        answer=answer,
        related=_related(discussion),
        data=discussion_posting(discussion, opening, thread, request),
    )


def people_of(conversation: Conversation | None) -> People:
    """Return those who take part in a conversation, in the order in which they came."""
    if conversation is None:
        return People([], 0)
    key = f"community.people.{conversation.pk}.{conversation.last_number}"
    known = cache.get(f"{key}.{conversation.comment_count}")
    if known is None:
        said = Comment.objects.filter(conversation=conversation, user__is_active=True).readable()
        by_arrival = said.order_by().values("user").annotate(first=Min("pk")).order_by("first")
        total = said.aggregate(people=Count("user", distinct=True))["people"]
        known = ([row["user"] for row in by_arrival[:PEOPLE_SHOWN]], total)
        cache.set(f"{key}.{conversation.comment_count}", known, PEOPLE_SECONDS)
    numbers, total = known
    found = User.objects.defer("password", "about").in_bulk(numbers)
    shown = [found[number] for number in numbers if number in found]
    return People(shown, max(0, total - len(shown)))


def _opening_and_answer(
    conversation: Conversation | None,
) -> tuple[Branch | None, Comment | None]:
    """Return the words that open a discussion, and the city's latest answer in it."""
    if conversation is None:
        return None, None
    said = Comment.objects.filter(conversation=conversation)
    answers = said.filter(is_official=True).readable().order_by("-pk")
    both = Q(opens=True) | Q(pk=Subquery(answers.values("pk")[:1]))
    found = list(with_authors(said.filter(both)))
    opening = next((Branch(it, it.likes_count) for it in found if it.opens), None)
    return opening, next((it for it in found if it.is_official and not it.opens), None)


def _related(discussion: Discussion) -> list[Discussion]:
    """Return the newest other discussions of the same topic."""
    if discussion.topic is None:
        return []
    others = Discussion.objects.visible().about(discussion.topic).exclude(pk=discussion.pk)
    return list(others.newest_first().with_wording()[:RELATED_SHOWN])
