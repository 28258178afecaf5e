"""Which numbers a partner may see: none below five, and none that would let one be computed.

Small numbers tell of single people: who knows that one neighbour reads a page reads their visits
out of it. So a day with fewer than `SMALLEST` is not told. A sum would give such a day away, as
what is left when the others are taken off it; hence these rules (statistical disclosure control,
"secondary suppression"):

- a month is told exactly only when it is over, and only when its hidden days could each still be
  anything from 0 to 4;
- where that isn't so, the sum of its told days is given, as "at least";
- years, columns and totals are sums of what is told already, so they tell nothing more;
- the running day is not told at all: who looks twice would see single visits.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

# Numbers below this one are hidden (SECURITY.md, "Personal data").
SMALLEST = 5
LARGEST_HIDDEN = SMALLEST - 1


class Kind(StrEnum):
    """How much a cell tells."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    FEW = "few"


class Cell(NamedTuple):
    """One number as it may be told.

    Attributes:
        kind: whether the number is exact, a lower bound, or hidden.
        number: what is told; 0 where it is hidden.
    """

    kind: Kind
    number: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether the number is the whole truth."""
        return self.kind is Kind.EXACT

    @property
    def is_few(self) -> bool:
        """Whether the number is hidden."""
        return self.kind is Kind.FEW

    @property
    def is_at_least(self) -> bool:
        """Whether there was more than the number says, or may have been."""
        return self.kind is Kind.AT_LEAST


FEW = Cell(Kind.FEW)


def day_cell(count: int) -> Cell:
    """Return what is told of one day that is over."""
    return Cell(Kind.EXACT, count) if count >= SMALLEST else FEW


def month_cell(*, total: int, told: int, hidden_days: int, is_over: bool) -> Cell:
    """Return what is told of one month.

    Args:
        total: the sum of all its days.
        told: the sum of the days that are told.
        hidden_days: how many of its days are hidden.
        is_over: whether its last day has passed.
    """
    hidden = total - told
    if hidden_days <= 0 and hidden == 0:
        return _lower_bound(told, is_exact=True)
    # Each hidden day may be 0 when the others together can hold all that is hidden, and it may be
    # 4 when that much is hidden at all.
    is_safe = LARGEST_HIDDEN <= hidden <= LARGEST_HIDDEN * (hidden_days - 1)
    if is_over and is_safe and total >= SMALLEST:
        return Cell(Kind.EXACT, total)
    return _lower_bound(told, is_exact=False)


def combined(cells: Iterable[Cell]) -> Cell:
    """Return the sum of cells that are told beside it; it tells nothing that they don't."""
    cells = list(cells)
    if not cells:
        return FEW
    number = sum(cell.number for cell in cells)
    return _lower_bound(number, is_exact=all(cell.is_exact for cell in cells))


def _lower_bound(number: int, *, is_exact: bool) -> Cell:
    if number < SMALLEST:
        return FEW
    return Cell(Kind.EXACT if is_exact else Kind.AT_LEAST, number)
