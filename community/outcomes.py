"""What the city has made of a discussion, as the apps above tell it.

Nothing of the community knows of promises: whoever keeps them says which a discussion has led to.
"""

from collections.abc import Callable
from typing import NamedTuple


class Outcome(NamedTuple):
    """One thing that a discussion has led to.

    Attributes:
        title: what it is called, in the reader's language.
        url: where it is told.
        state: names how it stands, for the badge's colour.
        state_label: the same in words.
        icon: the mark beside them.
    """

    title: str
    url: str
    state: str
    state_label: str
    icon: str


Source = Callable[[int], list[Outcome]]

_sources: list[Source] = []


def add_source(source: Source) -> None:
    """Ask one more source for outcomes.

    Args:
        source: returns what anybody may read of them in the active language, by the number of a
            discussion.
    """
    if source not in _sources:
        _sources.append(source)


def outcomes_of(discussion_id: int) -> list[Outcome]:
    """Return what a discussion has led to."""
    return [outcome for source in _sources for outcome in source(discussion_id)]
