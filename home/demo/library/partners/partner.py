"""What the demo city knows about its partners."""

from dataclasses import dataclass
from typing import NamedTuple

from home.demo.library.words import Words

LOGO_SIZE = (640, 240)


class Contact(NamedTuple):
    """The person at the partner's who answers the city."""

    name: str
    role: Words
    email: str


class Link(NamedTuple):
    """A link from the partner's page; always an address reserved for examples (RFC 2606)."""

    label: Words
    url: str


class Work(NamedTuple):
    """One thing that the partnership pays for, with the picture that shows it."""

    title: Words
    text: Words
    picture: str


class Contribution(NamedTuple):
    """A sum given in one year, in lekë, and its purpose."""

    year: int
    purpose: Words
    amount: int


@dataclass(frozen=True, kw_only=True)
class Tier:
    """A level of partnership; `paint` names a colour of the visual language."""

    key: str
    name: Words
    condition: Words
    text: Words
    benefits: tuple[Words, ...]
    paint: str


@dataclass(frozen=True, kw_only=True)
class Partner:
    """One partner. `since` is the year of its first contract.

    The present term, `starts_in` to `ends_in`, is counted in days from the day on which the demo
    is loaded, so the demo always has a partner whose term has run out (`ends_in` below zero) and
    one whose term is about to; `ends_in` is None for a partnership without an agreed end.
    """

    key: str
    name: str
    slug: str
    tier: str
    intro: Words
    body: tuple[Words, ...]
    work: tuple[Work, ...]
    website: str
    links: tuple[Link, ...]
    contact: Contact
    since: int
    starts_in: int
    ends_in: int | None
    contributions: tuple[Contribution, ...]

    def logo(self, variant: str) -> str:
        """File name of the logo; `variant` is `colour`, `white` (for dark ground) or `print`."""
        return f"{self.key}-{variant}.png"
