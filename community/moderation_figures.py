"""What moderators have decided month by month, in figures that name nobody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from statistics import median

from django.core.cache import cache
from django.db.models import Count, DateTimeField, F, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from community.models import Appeal, HiddenFor, ModerationDecision, Report, State

Action = ModerationDecision.Action
MONTHS = 24
CACHE_KEY = "community.moderation_figures"
# Everybody reads the same; some minutes of age do no harm.
CACHE_SECONDS = 600


@dataclass
class MonthFigures:
    """One month of moderation."""

    month: date
    hidden_for: Counter[str] = field(default_factory=Counter)
    approved: int = 0
    restored: int = 0
    sanctions: int = 0
    reports_received: int = 0
    reports_upheld: int = 0
    reports_dismissed: int = 0
    appeals_made: int = 0
    appeals_granted: int = 0
    appeals_refused: int = 0
    median_hours: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided, reported or appealed against."""
        return self == MonthFigures(self.month)

    @property
    def hidden(self) -> int:
        """How many comments were hidden, for whatever reason."""
        return self.hidden_for.total()

    @property
    def by_reason(self) -> list[int]:
        """How many comments were hidden for each reason, in the order of the reasons."""
        return [self.hidden_for[reason] for reason in HiddenFor]


def read_figures(now: datetime) -> list[MonthFigures]:
    """Return the figures of the last months, the newest first; some minutes old at most."""
    key = f"{CACHE_KEY}.{timezone.localtime(now):%Y-%m}"
    return cache.get_or_set(key, lambda: compute_figures(now), CACHE_SECONDS)


def compute_figures(now: datetime) -> list[MonthFigures]:
    """Compute the figures of the last months, from the first one with any.

    A decision counts in the month in which it was made, also where it was taken back later:
    taking it back is counted too.
    """
    figures = {month: MonthFigures(month) for month in _months_until(timezone.localdate(now))}
    since = timezone.make_aware(datetime.combine(min(figures), time()))
    _count_decisions(figures, since)
    reports = Report.objects.filter(made_at__gte=since)
    answered = Report.objects.filter(settled_at__gte=since)
    appeals = Appeal.objects.filter(settled_at__gte=since)
    counted = {
        "reports_received": _by_month(reports, "made_at"),
        "reports_upheld": _by_month(answered.filter(outcome=Report.Outcome.UPHELD)),
        "reports_dismissed": _by_month(answered.filter(outcome=Report.Outcome.DISMISSED)),
        "appeals_made": _by_month(Appeal.objects.filter(made_at__gte=since), "made_at"),
        "appeals_granted": _by_month(appeals.filter(outcome=Appeal.Outcome.GRANTED)),
        "appeals_refused": _by_month(appeals.filter(outcome=Appeal.Outcome.REFUSED)),
    }
    for name, by_month in counted.items():
        for month, count in by_month.items():
            if month in figures:
                setattr(figures[month], name, count)
    for month, spans in _waiting_times(since).items():
        if month in figures:
            figures[month].median_hours = round(median(spans) / timedelta(hours=1), 1)
    months = list(figures.values())
    # What was before the first figure says nothing; the running month is always there.
    while len(months) > 1 and months[-1].is_empty:
        months.pop()
    return months


def _count_decisions(figures: dict[date, MonthFigures], since: datetime) -> None:
    decisions = ModerationDecision.objects.filter(made_at__gte=since).order_by()
    rows = (
        decisions.annotate(month=TruncMonth("made_at", output_field=DateTimeField()))
        .values_list("month", "action", "reason")
        .annotate(count=Count("pk"))
    )
    for moment, action, reason, count in rows:
        month = figures.get(_month_of(moment))
        if month is None:
            continue
        if action == Action.HIDDEN:
            month.hidden_for[reason] += count
        elif action == Action.RESTORED:
            month.restored += count
        elif action == Action.APPROVED:
            month.approved += count
        elif action in {Action.WARNED, Action.SUSPENDED, Action.BANNED}:
            month.sanctions += count


def _by_month(rows: QuerySet, moment: str = "settled_at") -> dict[date, int]:
    months = rows.order_by().annotate(month=TruncMonth(moment, output_field=DateTimeField()))
    counted = months.values_list("month").annotate(count=Count("pk"))
    return {_month_of(month): count for month, count in counted}


def _waiting_times(since: datetime) -> dict[date, list[timedelta]]:
    """Return how long held comments and reports have waited, by the month of the decision."""
    held = ModerationDecision.objects.filter(
        made_at__gte=since,
        action__in=[Action.APPROVED, Action.HIDDEN],
        state_before=State.HELD,
        comment__isnull=False,
        undoes__isnull=True,
    ).values_list("made_at", F("made_at") - F("comment__submit_date"))
    reports = Report.objects.filter(settled_at__gte=since).values_list(
        "settled_at", F("settled_at") - F("made_at")
    )
    spans: dict[date, list[timedelta]] = {}
    for moment, span in (*held.order_by(), *reports.order_by()):
        spans.setdefault(_month_of(moment), []).append(span)
    return spans


def _month_of(moment: datetime) -> date:
    return timezone.localtime(moment).date().replace(day=1)


def _months_until(day: date) -> Iterable[date]:
    month = day.replace(day=1)
    for _number in range(MONTHS):
        yield month
        month = (month - timedelta(days=1)).replace(day=1)
