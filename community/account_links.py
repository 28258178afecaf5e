"""Pages of other apps that members reach from their account."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from wagtail import hooks

from community.models import User

# Apps above register functions with ``@hooks.register(ACCOUNT_LINK_HOOK)`` that return an
# `AccountLink` of theirs.
ACCOUNT_LINK_HOOK = "register_portal_account_links"


class AccountLink(NamedTuple):
    """One page of an account that another app brings.

    Attributes:
        label: what the link says.
        name: the name of its address; it is marked on all pages of the same namespace.
        icon: the name of an icon of the house.
        is_for: says who has a use for it; everybody where it is left out.
    """

    label: str | Promise
    name: str
    icon: str
    is_for: Callable[[User], bool] | None = None

    @property
    def namespace(self) -> str:
        """What the names of its app's pages begin with."""
        return self.name.partition(":")[0]


def account_links(person: User) -> list[AccountLink]:
    """Return the links that apps offer to somebody."""
    links = [register() for register in hooks.get_hooks(ACCOUNT_LINK_HOOK)]
    return [link for link in links if link.is_for is None or link.is_for(person)]
