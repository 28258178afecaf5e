"""What pages show of a thread, made once for as long as its rows say the same.

A thread is rendered from rows that the request has just read, and kept under all that these rows
say. So whatever is decided about a comment, or changes about those whom it names, leads to another
key: nothing has to be forgotten, and what is gone can't be found.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from community.threads import Branch

# Signs of all words that a process keeps rendered; beyond it those go that were not asked for
# the longest time.
MOST_SIGNS = 1_000_000
# Of a comment in HTML, beside its words; what machines are told has fewer.
FRAME = 1_500


class KeptThreads:
    """The memory of one process for threads that it has rendered."""

    def __init__(self, most_signs: int = MOST_SIGNS) -> None:
        self.most_signs = most_signs
        self.signs = 0
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()

    def get_or_make(self, key: Hashable, signs: int, make: Callable[[], Any]) -> Any:
        """Return what is kept under a key, or make and keep it.

        Args:
            key: all that it is made from.
            signs: how large it is, at a rough guess.
            make: is called where nothing is kept.
        """
        with self._lock:
            if (found := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return found[1]
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = (signs, made)
                self.signs += signs
            while self.signs > self.most_signs:
                self.signs -= self._kept.popitem(last=False)[1][0]
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.signs = 0


threads = KeptThreads()


def branches_html(branches: Iterable[Branch], *, can_reply: bool, write_url: str) -> SafeString:
    """Return threads as they stand on a page, in the reader's language.

    Args:
        branches: read for this request, with their authors, likes and mentions.
        can_reply: whether comments are open.
        write_url: the address of the form.
    """
    around = ("html", get_language(), get_current_timezone_name(), can_reply, write_url)
    context = {"can_reply": can_reply, "write_url": write_url}

    def render(branch: Branch) -> str:
        return render_to_string("community/includes/branch.html", context | {"branch": branch})

    return format_html_join("", "{}", ((html,) for html in _kept(branches, around, render)))


def branches_data(
    branches: Iterable[Branch], root: str, describe: Callable[[Branch], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """Return what threads tell machines; nobody may change it.

    Args:
        branches: read for this request, with their authors, likes and mentions.
        root: scheme and host of the addresses.
        describe: makes the description of one thread.
    """
    found = _kept(branches, ("data", get_language(), root), describe)
    return [comment for described in found for comment in described]


def _kept(branches: Iterable[Branch], around: Hashable, make: Callable[[Branch], Any]) -> list[Any]:
    found = []
    for branch in branches:
        said = rows_of(branch)
        signs = sum(FRAME + 2 * len(words) for words, _row in said)
        found.append(threads.get_or_make((around, said), signs, lambda it=branch: make(it)))
    return found


def rows_of(branch: Branch) -> tuple[tuple[Any, ...], ...]:
    """Return all that is shown of a thread: two that look different never say the same.

    Where each row stands is said by its place in the tree.
    """
    rows = [says(branch)]
    for reply in branch.replies:
        rows += rows_of(reply)
    return tuple(rows)


def says(branch: Branch) -> tuple[str, tuple[Any, ...]]:
    """Return all that is shown of one comment: its words, and what rows say beside them."""
    comment = branch.comment
    author = comment.user
    return comment.comment, (
        *(comment.pk, comment.path, comment.level, comment.opens),
        *(comment.state, comment.hidden_for, comment.is_official, comment.language),
        *(comment.submit_date, comment.edited_at),
        *(branch.likes, comment.nested_count if branch.is_cut else None),
        comment.author_name,
        (author.pk, author.public_name, author.has_public_profile) if author else None,
        tuple(
            (mention.name, mention.member_id, mention.member.has_public_profile)
            for mention in comment.loaded_mentions
        ),
    )
