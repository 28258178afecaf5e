"""Bars of a table's column, as numbers for an SVG without styles of its own."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from partners.desk.figures.board import Board
from partners.desk.figures.disclosure import Cell

# The drawing's own units, whole numbers; it is stretched to the room that it gets.
HEIGHT = 1000
STEP = 10
# A period that is hidden leaves a low mark on the ground line: something may have been there.
HIDDEN_HEIGHT = 30
# Tops of a scale, times a power of ten.
ROUND_NUMBERS = (1, 2, 3, 4, 5, 6, 8, 10)


class Bar(NamedTuple):
    """One period: where its bar stands, how high it is, and what is told of it."""

    period: date
    cell: Cell
    x: int
    y: int
    height: int


class Chart(NamedTuple):
    """The bars of one column.

    Attributes:
        label: what they count.
        bars: one for each period.
        width: of the drawing, in its own units.
        top: the number at the top of the scale.
        total: what is told of the whole column.
    """

    label: str
    bars: tuple[Bar, ...]
    width: int
    top: int
    total: Cell

    @property
    def highest(self) -> Bar | None:
        """The first of the highest bars; none where nothing is told."""
        told = [bar for bar in self.bars if bar.cell.number]
        return max(told, key=lambda bar: bar.cell.number) if told else None


def charts_of(board: Board) -> list[Chart]:
    """Return a chart for each column of a table."""
    columns = zip(*(row.cells for row in board.rows), strict=True) if board.rows else ()
    periods = [row.period for row in board.rows]
    return [
        draw(measure.label, periods, cells, total)
        for measure, cells, total in zip(board.measures, columns, board.totals, strict=False)
    ]


def draw(label: str, periods: Sequence[date], cells: Sequence[Cell], total: Cell) -> Chart:
    """Return the bars of some cells."""
    top = round_top(max((cell.number for cell in cells), default=0))
    bars = []
    for place, (period, cell) in enumerate(zip(periods, cells, strict=True)):
        height = HIDDEN_HEIGHT if cell.is_few else cell.number * HEIGHT // top
        bars.append(Bar(period, cell, place * STEP, HEIGHT - height, height))
    return Chart(label, tuple(bars), max(len(bars), 1) * STEP, top, total)


def round_top(number: int) -> int:
    """Return the round number that a scale up to this number ends with; 10 at least."""
    power = 10
    while power * 10 < number:
        power *= 10
    return next((step * power for step in ROUND_NUMBERS if step * power >= number), power * 10)
