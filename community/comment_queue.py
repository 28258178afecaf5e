"""The comments that moderators look at, with what a row of their list prints."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page

from community.models import (
    Appeal,
    Comment,
    Conversation,
    Discussion,
    ModerationDecision,
    Report,
    State,
)
from community.models.comments import CommentQuerySet

# So long a public comment counts as new.
NEW_FOR = timedelta(days=3)
# Whoever reports something should hear of it within this time.
LONG = timedelta(days=1)


def waiting(comments: CommentQuerySet) -> CommentQuerySet:
    """Return the comments about which somebody has to decide: held, or with open reports."""
    held = Comment.objects.filter(state=State.HELD).order_by().values("pk")
    # As a union, since with OR the database would read every comment there is.
    return comments.filter(pk__in=held.union(_reported().values("pk")))


def reported(comments: CommentQuerySet) -> CommentQuerySet:
    """Return the comments with reports that nobody has answered yet."""
    return comments.filter(pk__in=_reported().values("pk"))


def not_looked_at(comments: CommentQuerySet) -> CommentQuerySet:
    """Return public comments of the last days about which no moderator has decided anything."""
    decided = ModerationDecision.objects.filter(comment=OuterRef("pk"))
    since = timezone.now() - NEW_FOR
    return comments.filter(state=State.PUBLIC, submit_date__gt=since).exclude(Exists(decided))


def appealed(comments: CommentQuerySet) -> CommentQuerySet:
    """Return the comments whose authors wait for the answer to an appeal."""
    return comments.filter(pk__in=Appeal.objects.open().order_by().values("decision__comment"))


def with_reason(comments: CommentQuerySet, reason: str) -> CommentQuerySet:
    """Return the comments hidden, or reported and not answered yet, for this reason."""
    reports = Report.objects.filter(outcome=Report.Outcome.OPEN, reason=reason).order_by()
    hidden = Q(state=State.HIDDEN, hidden_for=reason)
    return comments.filter(hidden | Q(pk__in=reports.values("comment")))


def count_waiting_for(person: AbstractBaseUser) -> int:
    """Return about how many comments this person has to decide; one's own are for colleagues."""
    return waiting(Comment.objects.exclude(user=person.pk)).count()


def count_reports_open_for_long() -> int:
    """Return how many reports have waited for longer than a day."""
    before = timezone.now() - LONG
    return Report.objects.filter(outcome=Report.Outcome.OPEN, made_at__lt=before).count()


def with_figures(comments: CommentQuerySet) -> CommentQuerySet:
    """Let each comment know its author, its open reports and the author's other comments."""
    reports = Report.objects.filter(comment=OuterRef("pk"), outcome=Report.Outcome.OPEN)
    same_author = Comment.objects.filter(user=OuterRef("user"))
    return comments.select_related("user", "conversation__content_type").annotate(
        open_reports=_count(reports, "comment"),
        author_public=_count(same_author.filter(state=State.PUBLIC), "user"),
        author_hidden=_count(same_author.filter(state=State.HIDDEN), "user"),
    )


def find_targets(conversations: Iterable[Conversation]) -> dict[int, Any]:
    """Return what conversations stand on, by the conversation's number, in two queries."""
    kind = ContentType.objects.get_for_model(Discussion).pk
    conversations = list(conversations)
    numbers: dict[bool, set[int]] = {True: set(), False: set()}
    for conversation in conversations:
        numbers[conversation.content_type_id == kind].add(conversation.object_id)
    found = {
        True: Discussion.objects.with_wording().in_bulk(numbers[True]),
        False: Page.objects.select_related("locale").in_bulk(numbers[False]),
    }
    return {
        conversation.pk: found[conversation.content_type_id == kind].get(conversation.object_id)
        for conversation in conversations
    }


def _reported() -> CommentQuerySet:
    reports = Report.objects.filter(outcome=Report.Outcome.OPEN).order_by()
    return Comment.objects.filter(pk__in=reports.values("comment")).order_by()


def _count(rows: QuerySet, by: str) -> Subquery:
    """Return the number of rows as a subquery; zero where there are none."""
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Subquery(counted, output_field=IntegerField())
