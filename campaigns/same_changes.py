"""Which steps and updates of a page and of its translations are one change."""

from collections.abc import Callable, Iterable
from typing import Any


def counterpart(one: Any, own: Iterable[Any], theirs: Iterable[Any], kind: Callable) -> Any | None:
    """Return what another language has of a step or an update; nothing where it has none.

    A translation shares the key of what it translates. Where somebody has written both languages
    by hand, the first of a kind here is the first there, and so on.

    Args:
        one: a step or an update.
        own: all of its page, in their order.
        theirs: all of the other page, in their order.
        kind: what two of them have in common that are the same, such as their day.
    """
    own, theirs = list(own), list(theirs)
    keys_here = {each.translation_key for each in own}
    keys_there = {each.translation_key: each for each in theirs}
    if found := keys_there.get(one.translation_key):
        return found
    alike = [
        each for each in own if each.translation_key not in keys_there and kind(each) == kind(one)
    ]
    others = [
        each for each in theirs if each.translation_key not in keys_here and kind(each) == kind(one)
    ]
    place = [each.pk for each in alike].index(one.pk)
    return others[place] if place < len(others) else None
