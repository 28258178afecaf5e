"""Conversations of any size, row by row, with the places and counts that the portal keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from community.models.comments import DEEPEST_LEVEL
from community.models.placing import STEP


class Node(NamedTuple):
    """One comment of a conversation.

    Attributes:
        number: which one it is, from 1.
        parent: the number of what it answers; nothing for one that opens a thread.
        root: the number of the thread's opener; nothing for the opener itself.
        path: its place in the tree.
        nested_count: how many comments stand below it.
    """

    number: int
    parent: int | None
    root: int | None
    path: str
    nested_count: int

    @property
    def level(self) -> int:
        """How deep it stands; openers are on level 0."""
        return len(self.path) // STEP - 1


@dataclass(frozen=True)
class Shape:
    """A conversation of threads of one length.

    Attributes:
        comments: how many there are besides the words that open the discussion.
        thread_length: how many of them make a thread, its opener included; in it, each reply is
            answered by the next as deep as answers go, then the opener is answered again.
    """

    comments: int
    thread_length: int

    @property
    def thread_count(self) -> int:
        """How many threads there are."""
        return -(-self.comments // self.thread_length)

    def nodes(self) -> Iterator[Node]:
        """Yield the comments in the order in which they were written.

        The first one has the number 2, since the discussion's own words are number 1.
        """
        path: list[int] = []
        for index in range(self.comments):
            number = index + 2
            nth = index % self.thread_length
            # Where the thread ends, or the conversation before it.
            last = min(index - nth + self.thread_length, self.comments) - 1
            if nth == 0:
                path = [number]
                yield Node(number, None, None, written(path), last - index)
                continue
            step = (nth - 1) % DEEPEST_LEVEL
            path = [*path[: step + 1], number]
            below = min(DEEPEST_LEVEL - 1 - step, last - index)
            yield Node(number, path[-2], path[0], written(path), below)


def written(numbers: list[int]) -> str:
    """Return a place in the tree as the database sorts it."""
    return "".join(f"{number:0{STEP}}" for number in numbers)
