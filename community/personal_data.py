"""Whose data something is: asked by the export, and by the erasure of an account."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.utils.functional import Promise

from community.models import Mention, User

# Apps above add their part. ``@hooks.register(EXPORT_HOOK)``: takes a `Person`, returns a list of
# `Section`. ``@hooks.register(ERASURE_HOOK)``: takes a `Person` and removes what is held of them,
# within the running transaction.
EXPORT_HOOK = "register_portal_export"
ERASURE_HOOK = "register_portal_erasure"
# ``@hooks.register(EXPORT_FILES_HOOK)``: takes a `Person`, yields names in the archive with open
# files; each is read before the next is asked for.
EXPORT_FILES_HOOK = "register_portal_export_files"


@dataclass(frozen=True)
class Person:
    """A member, with everything by which rows of other tables may name them.

    Attributes:
        member: the account.
        addresses: all e-mail addresses of the account, in small letters.
        mailboxes: those of them that are shown to be the member's own. What came from a mailbox
            without an account belongs to whoever can read that mailbox, and to nobody else.
        names: what others may have written behind an @.
    """

    member: User
    addresses: frozenset[str]
    mailboxes: frozenset[str]
    names: frozenset[str]

    @classmethod
    def behind(cls, member: User) -> Self:
        """Return what is known of a member."""
        rows = EmailAddress.objects.filter(user=member).values_list("email", "verified")
        verified = {address.lower(): is_verified for address, is_verified in rows}
        # Whom staff made an account for has no row of their own yet, and a known address.
        first = {member.email.lower(): True} | verified
        mentioned = Mention.objects.filter(member=member).values_list("name", flat=True)
        return cls(
            member=member,
            addresses=frozenset(first),
            mailboxes=frozenset(address for address, is_own in first.items() if is_own),
            names=frozenset(name for name in {member.display_name, *mentioned} if name),
        )


@dataclass(frozen=True)
class Section:
    """One kind of data in an export.

    Attributes:
        name: the name of its JSON file, in the language of programs.
        heading: what people call it.
        labels: what people call each value, by its key; also those of rows within rows.
        rows: plain values, dates, and lists of such rows.
    """

    name: str
    heading: str | Promise
    labels: dict[str, str | Promise]
    rows: list[dict[str, Any]]


def among(field: str, addresses: Iterable[str]) -> Q:
    """Return the condition that a field holds one of these addresses, in whatever case.

    Without any address nothing fulfils it.
    """
    condition = Q(pk__in=[])
    for address in sorted(addresses):
        condition |= Q(**{f"{field}__iexact": address})
    return condition


def holds_one_of(addresses: Iterable[str], values: Iterable[Any]) -> bool:
    """Say whether one of the values is one of these addresses, and not merely like it."""
    known = set(addresses)
    return any(isinstance(value, str) and value.strip().lower() in known for value in values)
