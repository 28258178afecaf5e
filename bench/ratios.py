"""What is made of measured figures: medians, ratios taken round by round, and tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Goal:
    """What a figure has to reach.

    Attributes:
        name: what is measured.
        value: the figure.
        limit: the goal.
        at_most: whether the figure may not be larger; otherwise it may not be smaller.
    """

    name: str
    value: float
    limit: float
    at_most: bool = True

    @property
    def is_met(self) -> bool:
        """Whether it is reached."""
        return self.value <= self.limit if self.at_most else self.value >= self.limit


def ratio(rounds: Iterable[Mapping[str, float]], one: str, other: str) -> float:
    """Return how many times as much one thing takes as another, by the median of all rounds.

    Both were measured one after the other in each round, so that the machine's other work weighs
    on both alike.

    Raises:
        ValueError: there are no rounds, or the other thing took nothing in one of them.
    """
    ratios = []
    for measured in rounds:
        if not measured[other]:
            raise ValueError(f"{other} took nothing.")
        ratios.append(measured[one] / measured[other])
    if not ratios:
        raise ValueError("There are no rounds.")
    return median(ratios)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that a share of all values does not exceed (nearest rank).

    Args:
        values: at least one.
        share: from 0 to 1.
    """
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * share // 1))
    return ordered[int(rank) - 1]


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as a table in Markdown, with numbers to the right."""
    lines = [f"| {' | '.join(heads)} |", "|---" + "|--:" * (len(heads) - 1) + "|"]
    lines += [f"| {' | '.join(_written(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _written(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)
