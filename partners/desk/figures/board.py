"""What a partner chooses to look at, and the table that comes of it."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from django.utils.translation import get_language_info, gettext

from partners.desk.figures.disclosure import FEW, Cell, combined
from partners.desk.figures.reading import Cells, Series, added, by_year, read_days, read_months
from partners.models import Partner, PartnerPage, Placement
from site_config.visits import VisitKind, subject_of

Period = Literal["day", "month", "year"]
PERIODS: tuple[Period, ...] = ("day", "month", "year")
ALL, PAGE = "all", "page"


class Measure(NamedTuple):
    """One column: what it is called, and the series that it adds up."""

    label: str
    series: tuple[Series, ...]


class Choice(NamedTuple):
    """What can be looked at: everything, the page, or one placement."""

    key: str
    label: str
    measures: tuple[Measure, ...]


class Row(NamedTuple):
    """One period with a cell for each column."""

    period: date
    cells: tuple[Cell, ...]


class Board(NamedTuple):
    """A table of figures.

    Attributes:
        measures: its columns.
        rows: its periods, the earliest first.
        totals: the sum of each column, out of what its cells tell.
    """

    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]
    totals: tuple[Cell, ...]


def choices_for(
    partner: Partner, pages: Sequence[PartnerPage], placements: Sequence[Placement]
) -> list[Choice]:
    """Return what a partner can look at.

    Args:
        partner: whose figures they are.
        pages: its pages in all languages, with their locale.
        placements: its placements.
    """
    seen = [Series(VisitKind.VIEW, subject_of(page)) for page in pages]
    website = Measure(gettext("Clicks to your website"), (click_on(partner),))
    found = [
        Choice(
            ALL,
            gettext("Everything"),
            (
                Measure(gettext("Views of your page"), tuple(seen)),
                website,
                Measure(gettext("Views of placements"), tuple(map(view_of, placements))),
                Measure(gettext("Clicks on placements"), tuple(map(click_on, placements))),
            ),
        ),
        Choice(PAGE, gettext("Your page"), (*map(_views_in_language, pages), website)),
    ]
    for placement in placements:
        views = Measure(gettext("Views"), (view_of(placement),))
        clicks = Measure(gettext("Clicks"), (click_on(placement),))
        found.append(Choice(f"placement-{placement.pk}", placement.name, (views, clicks)))
    return found


def view_of(placement: Placement) -> Series:
    """Return the series of a placement's views."""
    return Series(VisitKind.VIEW, subject_of(placement))


def click_on(thing: Placement | Partner) -> Series:
    """Return the series of clicks on a placement, or from a partner's page to its website."""
    return Series(VisitKind.CLICK, subject_of(thing))


def read_board(choice: Choice, by: Period, month: date, yesterday: date) -> Board:
    """Return the table of a choice, in one question to the database.

    Args:
        choice: what is looked at.
        by: the length of its periods.
        month: the first day of the month whose days are asked for; of use by day alone.
        yesterday: the last day that is over.
    """
    series = [one for measure in choice.measures for one in measure.series]
    if by == "day":
        end = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        found = read_days(series, month, min(end, yesterday))
    else:
        found = read_months(series, yesterday)
    columns = [_column(measure, found, by) for measure in choice.measures]
    periods = sorted({period for cells in columns for period in cells})
    rows = tuple(
        Row(period, tuple(cells.get(period, FEW) for cells in columns)) for period in periods
    )
    return Board(choice.measures, rows, tuple(combined(cells.values()) for cells in columns))


def delivered(series: Sequence[Series], yesterday: date) -> dict[Series, Cell]:
    """Return what is told of some series since counting began, in one question."""
    months = read_months(series, yesterday)
    return {one: combined(cells.values()) for one, cells in months.items()}


def last_days(series: Sequence[Series], days: int, yesterday: date) -> dict[Series, Cells]:
    """Return what is told of each of the last days that are over, in one question."""
    return read_days(series, yesterday - timedelta(days=days - 1), yesterday)


def _column(measure: Measure, found: dict[Series, Cells], by: Period) -> Cells:
    parts = [found[one] for one in measure.series]
    return added([by_year(part) for part in parts] if by == "year" else parts)


def _views_in_language(page: PartnerPage) -> Measure:
    name = get_language_info(page.locale.language_code)["name_translated"]
    label = gettext("Views in %(language)s") % {"language": name}
    return Measure(label, (Series(VisitKind.VIEW, subject_of(page)),))
