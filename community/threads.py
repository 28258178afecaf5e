"""Reading: the comments of one page or discussion, a page of threads at a time.

However long a conversation is, a page of it asks the same few questions of the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber
from django.http import HttpRequest
from django.utils import timezone
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.models import (
    Comment,
    CommunitySettings,
    Conversation,
    Discussion,
    Mention,
    State,
)
from community.models.placing import STEP
from community.targets import Place, place_of
from site_config.pagination import paginate

# Threads on a page; replies of each that stand there at once; replies on a page of one thread.
THREADS_PER_PAGE = 20
REPLIES_SHOWN = 30
REPLIES_PER_PAGE = 50
# Of so few comments all are read in one question.
READ_WHOLE = 100
# What a page shows of a comment and of its author.
SHOWN_COLUMNS = (
    *(
        "comment",
        "user_name",
        "submit_date",
        "level",
        "nested_count",
        "path",
        "state",
        "hidden_for",
    ),
    *("hidden_above", "listed", "is_official", "opens", "language", "edited_at"),
    *("conversation_id", "root_id"),
    *("user__display_name", "user__first_name", "user__last_name", "user__is_active"),
)
# The word in the address, since pages may have lists of their own.
PARAMETER = "comments"


@dataclass
class Branch:
    """A comment with the replies that are shown below it."""

    comment: Comment
    likes: int = 0
    replies: list["Branch"] = field(default_factory=list)
    is_cut: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether a line stands in the place of the words."""
        return self.comment.state != State.PUBLIC


@dataclass
class Thread:
    """What a template prints of a conversation."""

    target: Any
    conversation: Conversation | None
    is_open: bool
    page_obj: Page
    branches: list[Branch]

    @property
    def count(self) -> int:
        """How many comments anybody can read here."""
        return self.conversation.comment_count if self.conversation else 0

    @property
    def page_query(self) -> str:
        """What the address says of this page of threads; the first one goes without."""
        return f"?{PARAMETER}={self.page_obj.number}" if self.page_obj.number > 1 else ""

    @property
    def place(self) -> Place:
        """How addresses name what the comments stand on."""
        return place_of(self.target)

    @cached_property
    def write_url(self) -> str:
        """The address of the form, which is nobody's cached copy."""
        return self.place.url("write_comment")

    @cached_property
    def follow_url(self) -> str:
        """The address at which members follow or mute what is said here."""
        return self.place.url("follow")

    @cached_property
    def personal_url(self) -> str:
        """The address at which a script learns what is the signed-in member's own."""
        return self.place.url("personal")

    @property
    def has_anything_to_show(self) -> bool:
        """Whether there are comments, or somebody could write the first."""
        closed = self.conversation is not None and self.conversation.is_closed
        return self.is_open or closed or bool(self.branches) or self.page_obj.number > 1


class CountedOpeners:
    """The openers of threads, with their number as the conversation knows it."""

    def __init__(self, conversation: Conversation | None) -> None:
        self.conversation = conversation

    def count(self) -> int:
        """Return the number of threads that are shown."""
        return self.conversation.thread_count if self.conversation else 0

    def __getitem__(self, part: slice) -> list[Comment]:
        """Return the openers of a page, each with its first `replies`."""
        if self.conversation is None or not self.conversation.thread_count:
            return []
        said = Comment.objects.filter(conversation=self.conversation, opens=False).listed()
        if self.conversation.last_number <= READ_WHOLE:
            return _openers_of(with_authors(said).order_by("path"))[part]
        openers = list(_in_full(said.openers().order_by("path")[part]))
        return _openers_of([*openers, *first_replies(openers)])


def _openers_of(comments: Iterable[Comment]) -> list[Comment]:
    """Return the openers among comments; each has its first replies, in the order of the tree."""
    openers: dict[int, Comment] = {}
    for comment in comments:
        if comment.root_id is None:
            openers[comment.pk], comment.replies = comment, []
        elif (opener := openers.get(comment.root_id)) and len(opener.replies) < REPLIES_SHOWN:
            opener.replies.append(comment)
    return list(openers.values())


def read_thread(target: Any, request: HttpRequest) -> Thread:
    """Return the page of threads that an address asks for with ``?comments=``.

    Whether the reader may see what they stand on is the caller's to ask first.

    Raises:
        Http404: there is no such page of comments.
    """
    conversation = Conversation.objects.about(target)
    page_obj = paginate(request, CountedOpeners(conversation), THREADS_PER_PAGE, name=PARAMETER)
    openers = page_obj.object_list
    return Thread(
        target=target,
        conversation=conversation,
        is_open=is_shown_open(target, conversation),
        page_obj=page_obj,
        branches=grow([*openers, *chain.from_iterable(it.replies for it in openers)]),
    )


def is_shown_open(target: Any, conversation: Conversation | None) -> bool:
    """Say whether a page offers its form; the form itself asks the policy."""
    return (
        CommunitySettings.for_reading().comments_open
        and not (conversation and conversation.is_closed)
        and (isinstance(target, Discussion) or target.comments_shown_open_at(timezone.now()))
    )


def first_replies(openers: list[Comment]) -> list[Comment]:
    """Return the first replies of each thread, in the order of the tree."""
    if not openers:
        return []
    places = (
        Comment.objects.filter(root__in=openers, listed=True)
        .annotate(place=Window(RowNumber(), partition_by=F("root"), order_by=F("path").asc()))
        .filter(place__lte=REPLIES_SHOWN)
        .values("pk")
    )
    return list(with_authors(Comment.objects.filter(pk__in=places)).order_by("path"))


def replies_page(opener: Comment, request: HttpRequest) -> tuple[Page, list[Branch]]:
    """Return a page of the replies of one long thread, each as deep as the page shows it.

    Raises:
        Http404: there is no such page.
    """
    replies = Comment.objects.filter(root=opener, listed=True).order_by("path")
    page_obj = paginate(request, replies, REPLIES_PER_PAGE)
    return page_obj, grow(_in_full(page_obj.object_list))


def _in_full(part: QuerySet[Comment]) -> QuerySet[Comment]:
    """Return the comments of one page of a list with all that is printed of them.

    The page is chosen by numbers alone: otherwise the database would put together, in full, all
    comments that stand before it.
    """
    return with_authors(Comment.objects.filter(pk__in=part.values("pk"))).order_by("path")


def with_authors(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Return the same comments with what a page prints of their authors, and their likes.

    Who likes a comment is nobody's business.
    """
    likes = CommentFlag.objects.filter(comment=OuterRef("pk"), flag=LIKEDIT_FLAG).order_by()
    counted = likes.values("comment").annotate(number=Count("pk")).values("number")
    found = comments.select_related("user").only(*SHOWN_COLUMNS)
    return found.annotate(likes_count=Coalesce(Subquery(counted), 0))


def grow(comments: Iterable[Comment]) -> list[Branch]:
    """Return comments as branches, each below what it answers.

    A reply whose parent is on an earlier page stands at the top.

    Args:
        comments: openers and replies, read `with_authors`; every parent stands before its
            replies in tree order.
    """
    rows = sorted(comments, key=lambda comment: comment.path)
    Mention.objects.load_for(rows)
    by_path: dict[str, Branch] = {}
    top: list[Branch] = []
    for comment in rows:
        branch = Branch(comment, comment.likes_count)
        by_path[comment.path] = branch
        parent = by_path.get(comment.path[:-STEP])
        (parent.replies if parent else top).append(branch)
    shown = _count_readable(by_path)
    for branch in top:
        comment = branch.comment
        branch.is_cut = (
            comment.root_id is None
            and State(comment.state).shows_replies
            and comment.nested_count > shown.get(comment.pk, 0)
        )
    return top


def count_likes(comment: Comment) -> int:
    """Return how many members like a comment."""
    return CommentFlag.objects.filter(comment=comment.pk, flag=LIKEDIT_FLAG).count()


def thread_for_page(page: Any, request: HttpRequest) -> Thread | None:
    """Return the comments of a page that is being served; nothing for a preview of a draft.

    Raises:
        Http404: there is no such page of comments.
    """
    if getattr(request, "is_preview", False) or page.pk is None:
        return None
    return read_thread(page, request)


def _count_readable(by_path: dict[str, Branch]) -> dict[int, int]:
    """Return how many readable replies of each opener are among the branches."""
    openers = {path: branch.comment.pk for path, branch in by_path.items() if len(path) == STEP}
    shown: dict[int, int] = {}
    for path, branch in by_path.items():
        opener = openers.get(path[:STEP])
        if opener and len(path) > STEP and not branch.is_gone:
            shown[opener] = shown.get(opener, 0) + 1
    return shown
