"""Names of members in what people write, each after an @."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from community.names import LONGEST, name_key

if TYPE_CHECKING:
    from community.models import Mention

# No sign of a word before it: an e-mail address names nobody.
_AT = re.compile(r"(?<!\w)@(?=\w)")


def possible_names(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield where each @ stands, and what may be the name after it, the longest first.

    Names hold spaces and dots, so only who has them can tell where one ends.

    Args:
        text: one line.
    """
    for at in _AT.finditer(text):
        rest = text[at.end() :]
        ends = [
            end
            for end in range(min(len(rest), LONGEST), 0, -1)
            if not rest[end - 1].isspace() and not _within_word(rest, end)
        ]
        yield at.start(), [rest[:end] for end in ends]


def split_at_names(text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a line in their order: words, and what is known of a name or nothing.

    Args:
        text: one line.
        known: what is to be yielded beside a name with its @, by `name_key`.
    """
    done = 0
    for start, names in possible_names(text):
        name = next((name for name in names if name_key(name) in known), "")
        if not name or start < done:
            continue
        if start > done:
            yield text[done:start], ""
        done = start + 1 + len(name)
        yield text[start:done], known[name_key(name)]
    if done < len(text):
        yield text[done:], ""


def addresses_by_name(mentions: "Iterable[Mention]") -> dict[str, str]:
    """Return the addresses of the members who are named, by the keys of their names."""
    return {
        name_key(mention.name): mention.member.get_absolute_url()
        for mention in mentions
        if mention.member.has_public_profile
    }


def _within_word(text: str, place: int) -> bool:
    return place < len(text) and bool(re.fullmatch(r"\w\w", text[place - 1 : place + 1]))
