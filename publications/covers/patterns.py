"""Patterns of drawn covers: flat geometry of the city, laid into a box."""

from collections.abc import Callable
from typing import NamedTuple

from publications.covers.canvas import Canvas


class Box(NamedTuple):
    """A rectangle of the drawing."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height


class Choice:
    """Repeatable choices: the same seed gives the same covers for ever, on every machine."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._place = 0

    def number(self, below: int) -> int:
        """Return the next choice, from 0 up to but not including ``below``."""
        value = self._seed[self._place % len(self._seed)] + 7 * (self._place // len(self._seed))
        self._place += 1
        return value % below

    def one_of(self, things: tuple[str, ...]) -> str:
        """Return the next choice among things."""
        return things[self.number(len(things))]


Pattern = Callable[[Canvas, Box, tuple[str, ...], Choice], None]


def _cells(box: Box, columns: int) -> tuple[float, list[tuple[int, int, float, float]]]:
    """Return the side of a square cell, and each cell's column, row and corner."""
    side = box.width / columns
    rows = max(1, int(box.height // side))
    top = box.bottom - rows * side
    return side, [
        (column, row, box.x + column * side, top + row * side)
        for row in range(rows)
        for column in range(columns)
    ]


def leaves(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """Rows of leaves."""
    side, cells = _cells(box, 4)
    size = side * 0.9
    shift = choice.number(3)
    for column, row, x, y in cells:
        paint = paints[(column + row + shift) % len(paints)]
        canvas.path(
            f"M{x:g} {y:g}a{size:g} {size:g} 0 0 1 {size:g} {size:g}"
            f"a{size:g} {size:g} 0 0 1 {-size:g} {-size:g}z",
            paint,
        )


def wall(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """A painted block with its windows."""
    side, cells = _cells(box, 6)
    for _column, _row, x, y in cells:
        canvas.rect(x, y, side, side, choice.one_of(paints))
        motif = choice.number(4)
        if motif < 2:
            canvas.rect(x + side * 0.32, y + side * 0.26, side * 0.36, side * 0.5, "ink")
        elif motif == 2:
            canvas.quarter(x, y, side, 0, choice.one_of(paints))
        else:
            canvas.path(f"M{x:g} {y + side:g}l{side:g} {-side:g}v{side:g}z", choice.one_of(paints))


def lines(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """Three bus lines that turn into the same street."""
    bend = box.y + box.height * (0.45 + 0.05 * choice.number(4))
    for place, paint in enumerate(paints[:3]):
        x, y = box.x + 36 + place * 52, bend + (2 - place) * 44
        canvas.line(
            f"M{x:g} {box.y:g}V{y - 50:g}Q{x:g} {y:g} {x + 50:g} {y:g}H{box.right + 40:g}",
            paint,
            28,
        )
        for stop in range(2):
            at = x + 110 + stop * (70 + 20 * choice.number(4))
            canvas.circle(at, y, 19, "paper")
            canvas.circle(at, y, 9, "ink")


def waves(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """A river in waves, one above the other."""
    count = 4
    step = box.height / count
    for place in range(count):
        y = box.y + place * step
        lift = (26 + 8 * choice.number(5)) * (1 if place % 2 else -1)
        third = box.width / 3
        canvas.path(
            f"M{box.x - 40:g} {y + 30:g}"
            f"C{box.x + third:g} {y + 30 + lift:g} {box.right - third:g} {y + 30 - lift:g}"
            f" {box.right + 40:g} {y + 30:g}V{box.bottom + 6:g}H{box.x - 40:g}z",
            paints[place % len(paints)],
        )


def hills(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """Mount Dajti, with the sun or the moon beside it."""
    sun = box.x + box.width * (0.2 + 0.15 * choice.number(5))
    canvas.circle(sun, box.y + 62, 52, paints[0])
    for place in range(3):
        peak = box.x + box.width * (0.15 + 0.18 * choice.number(5))
        top = box.y + 50 + place * box.height * 0.24
        canvas.path(
            f"M{box.x - 30:g} {box.bottom + 6:g}V{top + 96:g}L{peak:g} {top:g}"
            f"L{box.right + 30:g} {top + 120:g}V{box.bottom + 6:g}z",
            paints[(place + 1) % len(paints)],
        )


def parasols(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """Parasols of a square, seen from above."""
    side, cells = _cells(box, 3)
    radius = side * 0.44
    for column, row, x, y in cells:
        turn = choice.number(2)
        first = paints[(column + row) % len(paints)]
        second = paints[(column + row + 1 + choice.number(2)) % len(paints)]
        centre_x, centre_y = x + side / 2, y + side / 2
        canvas.circle(centre_x, centre_y, radius, first)
        for quarter in (turn, turn + 2):
            canvas.quarter(centre_x, centre_y, radius, quarter, second)
        canvas.circle(centre_x, centre_y, radius * 0.14, "ink")


def balconies(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """Façades of rounded balconies."""
    side, cells = _cells(box, 5)
    for column, row, x, y in cells:
        canvas.rect(x, y, side, side, paints[(column + 2 * row) % len(paints)])
        canvas.quarter(
            x + side,
            y,
            side * 0.86,
            1,
            paints[choice.number(len(paints))],
        )
        canvas.rect(x, y + side - 5, side, 5, "ink")


def streets(canvas: Canvas, box: Box, paints: tuple[str, ...], choice: Choice) -> None:
    """A map of streets, with a river and a corner to meet at."""
    xs = [box.x + box.width * share for share in (0.12, 0.36, 0.64, 0.84)]
    ys = [box.y + box.height * share for share in (0.18, 0.5, 0.78)]
    for x in xs:
        canvas.rect(x, box.y, 12 + 6 * choice.number(4), box.height + 6, paints[0])
    for y in ys:
        canvas.rect(box.x - 40, y, box.width + 80, 12 + 6 * choice.number(4), paints[0])
    canvas.line(f"M{box.x - 40:g} {box.bottom:g}L{box.right + 40:g} {box.y + 20:g}", paints[1], 44)
    x, y = xs[choice.number(3)] + 12, ys[choice.number(3)] + 12
    canvas.circle(x, y, 36, paints[2])
    canvas.circle(x, y, 14, "paper")


PATTERNS: tuple[Pattern, ...] = (
    leaves,
    lines,
    wall,
    waves,
    parasols,
    hills,
    balconies,
    streets,
)
