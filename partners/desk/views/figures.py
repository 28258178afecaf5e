"""Figures as table and charts, and the same table for spreadsheet programs."""

import csv
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partners.desk.access import Desk, at_desk
from partners.desk.figures.board import (
    ALL,
    PERIODS,
    Board,
    Choice,
    Period,
    choices_for,
    read_board,
)
from partners.desk.figures.charts import charts_of
from partners.desk.figures.disclosure import Cell, Kind
from partners.desk.views.overview import pages_of
from site_config.exports import neutral_cell

FIRST_YEAR = 2000


class Asked(NamedTuple):
    """What an address asks for."""

    choices: list[Choice]
    choice: Choice
    by: Period
    month: date
    yesterday: date


@require_safe
@at_desk(for_administrators=True)
def figures(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show figures by day, month or year.

    Raises:
        Http404: the address asks for what this partner has not.
    """
    asked = _asked(request, desk)
    board = _board(asked)
    return render(
        request,
        "partners/desk/figures.html",
        {
            "desk": desk,
            "choices": asked.choices,
            "choice": asked.choice,
            "by": asked.by,
            "month": asked.month,
            "earlier": _month_before(asked.month),
            "later": _month_after(asked.month, asked.yesterday),
            "board": board,
            "charts": charts_of(board),
            "address": _address(asked),
        },
    )


@require_safe
@at_desk(for_administrators=True)
def table(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Return the same figures as CSV (RFC 4180), without formulas and small numbers.

    Raises:
        Http404: the address asks for what this partner has not.
    """
    asked = _asked(request, desk)
    board = _board(asked)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"{desk.partner.pk}-{asked.choice.key}-{asked.by}"
    response["Content-Disposition"] = f'attachment; filename="figures-{name}.csv"'
    response.write("\N{BYTE ORDER MARK}")  # By which spreadsheet programs know the encoding.
    writer = csv.writer(response)
    labels = [f"{asked.choice.label}: {measure.label}" for measure in board.measures]
    writer.writerow([neutral_cell(head) for head in (_("Period"), *labels)])
    for row in board.rows:
        writer.writerow([_period(row.period, asked.by), *map(_written, row.cells)])
    writer.writerow([_("Total"), *map(_written, board.totals)])
    return response


def _asked(request: HttpRequest, desk: Desk) -> Asked:
    placements = list(desk.partner.placements.all())
    choices = choices_for(desk.partner, list(pages_of(desk)), placements)
    chosen = request.GET.get("of", ALL)
    choice = next((choice for choice in choices if choice.key == chosen), None)
    by = request.GET.get("by", "month")
    yesterday = timezone.localdate() - timedelta(days=1)
    month = _month(request.GET.get("month", ""), yesterday)
    if choice is None or by not in PERIODS or month is None:
        raise Http404(_("There are no such figures."))
    return Asked(choices, choice, by, month, yesterday)


def _board(asked: Asked) -> Board:
    return read_board(asked.choice, asked.by, asked.month, asked.yesterday)


def _month(typed: str, yesterday: date) -> date | None:
    """Return the first day of a month such as ``2026-11``; None for what is no past month."""
    if not typed:
        return yesterday.replace(day=1)
    try:
        month = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return None
    return month if month.year >= FIRST_YEAR and month <= yesterday else None


def _month_before(month: date) -> str:
    return "" if month.year < FIRST_YEAR + 1 else f"{month - timedelta(days=1):%Y-%m}"


def _month_after(month: date, yesterday: date) -> str:
    later = (month + timedelta(days=31)).replace(day=1)
    return f"{later:%Y-%m}" if later <= yesterday else ""


def _address(asked: Asked) -> str:
    """Return the query by which the table asks for the same as the page."""
    month = f"&month={asked.month:%Y-%m}" if asked.by == "day" else ""
    return f"?of={asked.choice.key}&by={asked.by}{month}"


def _period(period: date, by: Period) -> str:
    return {"day": f"{period:%Y-%m-%d}", "month": f"{period:%Y-%m}", "year": f"{period:%Y}"}[by]


def _written(cell: Cell) -> Any:
    if cell.kind is Kind.EXACT:
        return cell.number
    if cell.kind is Kind.AT_LEAST:
        return _("at least %(number)d") % {"number": cell.number}
    return _("too few")
