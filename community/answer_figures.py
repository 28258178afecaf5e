"""How soon people are answered: discussions by others, and reports by moderators."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from community.comment_queue import LONG, find_targets
from community.models import Comment, Discussion, Report
from community.models.discussion_lists import DiscussionQuerySet

# Discussions opened within this time count; and of long lists, as much as anybody reads.
COUNTED_FOR = timedelta(days=365)
ROWS_AT_MOST = 200


class Answers(NamedTuple):
    """How the discussions of one topic, or of one month, were answered."""

    name: str | date
    opened: int
    answered: int
    median_hours: float | None


class LateReport(NamedTuple):
    """A report that has been open for longer than a day."""

    report: Report
    topic: str
    target: Any
    days: int


def unanswered_discussions(now: datetime) -> list[tuple[Discussion, int]]:
    """Return the discussions in which nobody has replied, the oldest first, with their days."""
    found = Discussion.objects.visible().unanswered().with_wording()
    return [
        (discussion, (now - discussion.opened_at).days)
        for discussion in found.order_by("opened_at")[:ROWS_AT_MOST]
    ]


def first_answers(now: datetime) -> tuple[list[Answers], list[Answers]]:
    """Return how soon discussions got an answer by somebody else, by topic and by month."""
    answers = (
        Comment.objects.readable()
        .filter(
            opens=False,
            conversation__content_type=ContentType.objects.get_for_model(Discussion),
            conversation__object_id=OuterRef("pk"),
        )
        .exclude(user=OuterRef("author"))
        .order_by("submit_date")
        .values("submit_date")[:1]
    )
    rows = _counted(now).with_wording().annotate(answered_at=Subquery(answers))
    by_topic: dict[str, list[timedelta | None]] = {}
    by_month: dict[date, list[timedelta | None]] = {}
    for discussion in rows.order_by():
        answered_at = discussion.answered_at
        span = answered_at - discussion.opened_at if answered_at else None
        month = timezone.localtime(discussion.opened_at).date().replace(day=1)
        by_topic.setdefault(discussion.topic_name, []).append(span)
        by_month.setdefault(month, []).append(span)
    return (
        [_answers(name, by_topic[name]) for name in sorted(by_topic)],
        [_answers(month, by_month[month]) for month in sorted(by_month, reverse=True)],
    )


def late_reports(now: datetime) -> list[LateReport]:
    """Return the reports that have been open for longer than a day, the oldest first."""
    reports = list(
        Report.objects.filter(outcome=Report.Outcome.OPEN, made_at__lt=now - LONG)
        .select_related("comment__conversation")
        .order_by("made_at")[:ROWS_AT_MOST]
    )
    targets = find_targets(report.comment.conversation for report in reports)
    late = []
    for report in reports:
        target = targets[report.comment.conversation_id]
        topic = target.topic_name if isinstance(target, Discussion) else ""
        late.append(LateReport(report, topic, target, (now - report.made_at).days))
    return late


def _counted(now: datetime) -> DiscussionQuerySet:
    return Discussion.objects.visible().filter(opened_at__gt=now - COUNTED_FOR)


def _answers(name: str | date, spans: Iterable[timedelta | None]) -> Answers:
    spans = list(spans)
    waited = [span for span in spans if span is not None]
    hours = round(median(waited) / timedelta(hours=1), 1) if waited else None
    return Answers(name, len(spans), len(waited), hours)
