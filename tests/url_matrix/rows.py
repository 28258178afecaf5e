"""How a line of the table is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from wagtail import VERSION as WAGTAIL_VERSION

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import STAFF, Role

# `make test-next` runs on the next Wagtail, which answers here and there in another way.
WAGTAIL_8 = WAGTAIL_VERSION >= (8,)

WRITERS = frozenset({Role.EDITOR, Role.MODERATOR, Role.ADMINISTRATOR})
PUBLISHERS = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})
COMMUNITY = frozenset({Role.COMMUNITY_MODERATOR, Role.MODERATOR, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
NOBODY: frozenset[Role] = frozenset()
ANYBODY: Mapping[Role, Answer] = dict.fromkeys(Role, Answer.OK)


@dataclass(frozen=True)
class Row:
    """Some addresses that answer everybody in the same way.

    Attributes:
        names: keys of addresses; ``*`` and ``?`` stand for what they do in a shell.
        get: how GET is answered, role by role.
        post: how POST is answered.
    """

    names: tuple[str, ...]
    get: Mapping[Role, Answer]
    post: Mapping[Role, Answer]

    def patterns_of(self, key: str) -> list[str]:
        """Return the names that mean this address."""
        return [name for name in self.names if fnmatchcase(key, name)]


def inside(answer: Answer) -> dict[Role, Answer]:
    """Return one answer for all staff; others don't come in."""
    outside = {Role.ANONYMOUS: Answer.SIGN_IN, Role.MEMBER: Answer.REFUSED}
    return outside | dict.fromkeys(STAFF, answer)


def for_staff(
    *names: str,
    who: Iterable[Role],
    get: Answer = Answer.OK,
    post: Answer = Answer.NOT_ALLOWED,
    others: Answer = Answer.REFUSED,
    others_get: Answer | None = None,
) -> Row:
    """Return a row of the admin, where members are refused and visitors are sent to the door.

    Args:
        names: as in `Row`.
        who: the staff whom SECURITY.md gives the right.
        get: their answer to GET.
        post: their answer to POST.
        others: the answer to all other staff.
        others_get: their answer to GET, where it is not the one to POST.
    """
    allowed = frozenset(who)
    return Row(
        names,
        inside(others if others_get is None else others_get) | dict.fromkeys(allowed, get),
        inside(others) | dict.fromkeys(allowed, post),
    )


def by_script(*names: str, who: Iterable[Role], post: Answer = Answer.OK) -> Row:
    """Return a row of the admin whose addresses know no GET, for staff of any role."""
    return for_staff(
        *names, who=who, get=Answer.NOT_ALLOWED, post=post, others_get=Answer.NOT_ALLOWED
    )


def for_everybody(*names: str, get: Answer = Answer.OK, post: Answer = Answer.NOT_ALLOWED) -> Row:
    """Return a row that doesn't ask who somebody is."""
    return Row(names, dict.fromkeys(Role, get), dict.fromkeys(Role, post))


def for_members(
    *names: str,
    get: Answer = Answer.OK,
    post: Answer = Answer.NOT_ALLOWED,
    visitors: tuple[Answer, Answer] = (Answer.SIGN_IN, Answer.SIGN_IN),
) -> Row:
    """Return a row for whoever is signed in, all alike.

    Args:
        names: as in `Row`.
        get: the answer to GET.
        post: the answer to POST.
        visitors: the answers to GET and to POST for who is not signed in.
    """
    return Row(
        names,
        dict.fromkeys(Role, get) | {Role.ANONYMOUS: visitors[0]},
        dict.fromkeys(Role, post) | {Role.ANONYMOUS: visitors[1]},
    )
