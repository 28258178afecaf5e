"""Whose data something is: asked by the export, and by the erasure of an account."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from allauth.account.models import EmailAddress
from django.db.models import Q

from community.models import Mention, User

# Apps above add their part. ``@hooks.register(EXPORT_HOOK)``: takes a `Person`, returns lists of
# plain values by the name under which the export keeps them. ``@hooks.register(ERASURE_HOOK)``:
# takes a `Person` and removes what is held of them, within the running transaction.
EXPORT_HOOK = "register_portal_export"
ERASURE_HOOK = "register_portal_erasure"


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
