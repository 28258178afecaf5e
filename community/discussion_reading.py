"""Reading one discussion: its first words, who takes part, and what else is said on its topic."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Min
from django.http import HttpRequest

from community.models import Comment, Conversation, Discussion, User
from community.structured_data import discussion_posting
from community.threads import Branch, Thread, count_likes, read_thread, with_authors

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
    opening = _opening(thread.conversation)
    return ReadDiscussion(
        discussion=discussion,
        opening=opening,
        thread=thread,
        people=people_of(thread.conversation),
        answer=_answer_of_the_city(thread.conversation),
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


def _opening(conversation: Conversation | None) -> Branch | None:
    if conversation is None:
        return None
    opening = with_authors(Comment.objects.filter(conversation=conversation, opens=True)).first()
    return Branch(opening, count_likes([opening]).get(opening.pk, 0)) if opening else None


def _answer_of_the_city(conversation: Conversation | None) -> Comment | None:
    """Return the city's latest answer in a conversation."""
    if conversation is None:
        return None
    answers = Comment.objects.filter(conversation=conversation, is_official=True).readable()
    return answers.order_by("-pk").first()


def _related(discussion: Discussion) -> list[Discussion]:
    """Return the newest other discussions of the same topic."""
    if discussion.topic is None:
        return []
    others = Discussion.objects.visible().about(discussion.topic).exclude(pk=discussion.pk)
    return list(others.newest_first().with_wording()[:RELATED_SHOWN])
