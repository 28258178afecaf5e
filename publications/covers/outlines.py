"""Outlines of SVG paths as polygons (SVG 1.1 §8.3, Appendix F.6 for arcs)."""

import itertools
import math
import re
from collections.abc import Iterator

Point = tuple[float, float]

TOKENS = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
# Numbers that each command takes; one that is repeated goes on with the same command.
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7, "Z": 0}
# Straight pieces in place of one curve: none of them is longer than a few units here.
PIECES = 16


def polygons(d: str) -> list[list[Point]]:
    """Return the contours of a path, curves broken into straight pieces.

    Args:
        d: path data of the commands M, L, H, V, Q, C, A and Z, absolute or relative.
    """
    contours: list[list[Point]] = []
    here: Point = (0.0, 0.0)
    for command, numbers in _commands(d):
        x, y = here
        # Relative commands count from where the pen is; H and V know one direction.
        from_x, from_y = (x, y) if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "M":
            here = (from_x + numbers[0], from_y + numbers[1])
            contours.append([here])
        elif kind == "Z":
            here = contours[-1][0]
        else:
            points = _points(kind, numbers, here, (from_x, from_y))
            contours[-1] += points
            here = points[-1]
    return contours


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    command, numbers = "", []
    for letter, number in TOKENS.findall(d):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
        if len(numbers) == TAKES[command.upper()]:
            yield command, numbers
            # What follows a place to begin at is a line (§8.3.2).
            command = {"M": "L", "m": "l"}.get(command, command)
            numbers = []


def _points(kind: str, numbers: list[float], here: Point, origin: Point) -> list[Point]:
    x, y = here
    from_x, from_y = origin
    if kind == "H":
        return [(from_x + numbers[0], y)]
    if kind == "V":
        return [(x, from_y + numbers[0])]
    if kind == "A":
        radius, _same, _turn, large, sweep, to_x, to_y = numbers
        return _arc(here, (from_x + to_x, from_y + to_y), radius, bool(large), bool(sweep))
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    corners = [here, *((from_x + right, from_y + down) for right, down in pairs)]
    if kind == "L":
        return corners[1:]
    return [_bezier(corners, step / PIECES) for step in range(1, PIECES + 1)]


def _bezier(corners: list[Point], share: float) -> Point:
    """Return a point of a curve by de Casteljau's construction."""
    while len(corners) > 1:
        corners = [
            (x + (to_x - x) * share, y + (to_y - y) * share)
            for (x, y), (to_x, to_y) in itertools.pairwise(corners)
        ]
    return corners[0]


def _arc(start: Point, end: Point, radius: float, large: bool, sweep: bool) -> list[Point]:
    """Return the points of a circle's arc; the drawings have no other ellipses (F.6.5)."""
    (x1, y1), (x2, y2) = start, end
    across, down = x2 - x1, y2 - y1
    chord = math.hypot(across, down)
    if not chord or not radius:
        return [end]
    radius = max(radius, chord / 2)
    height = math.sqrt(max(0.0, radius**2 - (chord / 2) ** 2))
    side = -1 if large != sweep else 1
    centre_x = (x1 + x2) / 2 + side * height * down / chord
    centre_y = (y1 + y2) / 2 - side * height * across / chord
    first = math.atan2(y1 - centre_y, x1 - centre_x)
    turn = math.atan2(y2 - centre_y, x2 - centre_x) - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    return [
        (
            centre_x + radius * math.cos(first + turn * step / PIECES),
            centre_y + radius * math.sin(first + turn * step / PIECES),
        )
        for step in range(1, PIECES + 1)
    ]
