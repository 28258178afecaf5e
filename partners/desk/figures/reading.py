"""Figures out of the daily totals: counted and cut by the database, in one question each."""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q, Sum
from django.db.models.functions import TruncMonth

from partners.desk.figures.disclosure import FEW, SMALLEST, Cell, combined, day_cell, month_cell
from site_config.models import DailyTotal
from site_config.visits import VisitKind


class Series(NamedTuple):
    """What happened to one subject, day by day.

    Attributes:
        kind: what was done.
        subject: to what, as `site_config.visits.subject_of` names it.
    """

    kind: VisitKind
    subject: str


Cells = dict[date, Cell]


def read_days(series: Iterable[Series], first: date, last: date) -> dict[Series, Cells]:
    """Return what is told of each day from the first to the last, hidden days included.

    Hidden numbers never leave the database.
    """
    wanted = list(dict.fromkeys(series))
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    found: dict[Series, Cells] = {one: dict.fromkeys(days, FEW) for one in wanted}
    if not wanted or not days:
        return found
    rows = _rows(wanted).filter(day__gte=first, day__lte=last, count__gte=SMALLEST)
    for kind, subject, day, count in rows.values_list("kind", "subject", "day", "count"):
        if (cells := found.get(Series(VisitKind(kind), subject))) is not None:
            cells[day] = day_cell(count)
    return found


def read_months(series: Iterable[Series], yesterday: date) -> dict[Series, Cells]:
    """Return what is told of each month since counting began, by its first day.

    Args:
        series: what is asked for.
        yesterday: the last day that is over.

    Returns:
        Months between the first and the last one with a count, in order; none where nothing
        was counted.
    """
    wanted = list(dict.fromkeys(series))
    found: dict[Series, Cells] = {one: {} for one in wanted}
    if not wanted:
        return found
    is_told = Q(count__gte=SMALLEST)
    rows = (
        _rows(wanted)
        .filter(day__lte=yesterday)
        .annotate(month=TruncMonth("day"))
        .values("kind", "subject", "month")
        .annotate(
            total=Sum("count"),
            told=Sum("count", filter=is_told),
            told_days=Count("pk", filter=is_told),
            first=Min("day"),
            last=Max("day"),
        )
        .order_by("kind", "subject", "month")
    )
    by_series: dict[Series, list[dict]] = defaultdict(list)
    for row in rows:
        by_series[Series(VisitKind(row["kind"]), row["subject"])].append(row)
    for one, months in by_series.items():
        if one in found:
            found[one] = _month_cells(months, yesterday)
    return found


def by_year(months: Cells) -> Cells:
    """Return the sums of the told months of each year, by its first day."""
    years: dict[date, list[Cell]] = defaultdict(list)
    for month, cell in months.items():
        years[month.replace(month=1)].append(cell)
    return {year: combined(cells) for year, cells in years.items()}


def added(parts: Sequence[Cells]) -> Cells:
    """Return the sums of several subjects for each period that one of them has."""
    periods = sorted({period for cells in parts for period in cells})
    return {
        period: combined(cells[period] for cells in parts if period in cells) for period in periods
    }


def _rows(wanted: list[Series]):
    kinds = {one.kind for one in wanted}
    return DailyTotal.objects.filter(kind__in=kinds, subject__in={one.subject for one in wanted})


def _month_cells(rows: list[dict], yesterday: date) -> Cells:
    """Return the cells of one series; months without a row between others are hidden ones."""
    known = {row["month"]: row for row in rows}
    # Who knows when a logo came or left knows of days without a visit. They hide nothing, so the
    # days before the first and after the last count are not among those that could be anything.
    began, ended = rows[0]["first"], rows[-1]["last"]
    cells: Cells = {}
    month = rows[0]["month"]
    while month <= rows[-1]["month"]:
        end = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        if (row := known.get(month)) is None:
            cells[month] = FEW
        else:
            days = (min(end, ended) - max(month, began)).days + 1
            cells[month] = month_cell(
                total=row["total"],
                told=row["told"] or 0,
                hidden_days=days - row["told_days"],
                is_over=end <= yesterday,
            )
        month = end + timedelta(days=1)
    return cells
