"""No number below five is told, and none can be computed from what is told."""

from itertools import product

import pytest

from partners.desk.figures.disclosure import (
    FEW,
    SMALLEST,
    Cell,
    Kind,
    combined,
    day_cell,
    month_cell,
)


def month(*days: int, is_over: bool = True) -> Cell:
    told = [day for day in days if day >= SMALLEST]
    return month_cell(
        total=sum(days), told=sum(told), hidden_days=len(days) - len(told), is_over=is_over
    )


@pytest.mark.parametrize("count", range(5))
def test_a_day_with_fewer_than_five_is_hidden(count):
    assert day_cell(count) == FEW


def test_a_day_with_five_is_told():
    assert day_cell(5) == Cell(Kind.EXACT, 5)


def test_a_month_of_told_days_is_told():
    assert month(6, 7, 8) == Cell(Kind.EXACT, 21)


def test_one_hidden_day_does_not_come_out_of_the_month():
    assert month(6, 7, 3) == Cell(Kind.AT_LEAST, 13)


def test_a_month_of_many_small_days_is_told_as_a_sum():
    assert month(2, 1, 3, 2, 2) == Cell(Kind.EXACT, 10)


def test_the_running_month_tells_only_what_its_days_tell():
    assert month(2, 1, 3, 2, 2, is_over=False) == FEW
    assert month(9, 1, 3, 2, 2, is_over=False) == Cell(Kind.AT_LEAST, 9)


def test_a_month_below_five_is_hidden():
    assert month(1, 1, 1, 1) == FEW


@pytest.mark.parametrize("days", range(1, 5))
def test_no_hidden_day_can_be_computed_from_its_month(days):
    """Every way to hide days is tried: what is told leaves each of them anything from 0 to 4,
    or is no exact number at all."""
    for hidden in product(range(5), repeat=days):
        cell = month(9, *hidden)
        if not cell.is_exact:
            assert cell.number == 9
            continue
        rest = cell.number - 9
        possible = [way for way in product(range(5), repeat=days) if sum(way) == rest]
        for day in range(days):
            assert {way[day] for way in possible} == set(range(5)), (hidden, day)


def test_a_sum_tells_no_more_than_its_parts():
    cells = [Cell(Kind.EXACT, 20), Cell(Kind.AT_LEAST, 7), FEW]

    assert combined(cells) == Cell(Kind.AT_LEAST, 27)
    assert combined([FEW, FEW]) == FEW
    assert combined([]) == FEW
    assert combined([Cell(Kind.EXACT, 20), Cell(Kind.EXACT, 5)]) == Cell(Kind.EXACT, 25)
