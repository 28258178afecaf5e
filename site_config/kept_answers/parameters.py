"""The parameters of an address that a view looks at: all others make no other answer."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, QueryDict

# Addresses whose parameters a process knows; beyond it begins anew.
MOST_ADDRESSES = 20_000


class WatchedParameters(QueryDict):
    """A request's parameters, which know what was asked of them.

    Attributes:
        names: those that were looked at, by name.
        everything: whether somebody went through all of them, or took the whole address.
    """

    def __init__(self, text: str, encoding: str | None = None) -> None:
        self.names: set[str] | None = None
        self.everything = False
        super().__init__(text, encoding=encoding)
        self.names = set()

    def _note(self, name: Any) -> None:
        if self.names is not None:
            self.names.add(name)

    def _note_all(self) -> None:
        self.everything = self.names is not None

    def __getitem__(self, name: str) -> Any:
        self._note(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self._note(name)
        return super().__contains__(name)

    def getlist(self, name: str, default: Any = None) -> list[str]:
        """Return all values of a name."""
        self._note(name)
        return super().getlist(name, default)

    def __iter__(self) -> Iterator[str]:
        self._note_all()
        return super().__iter__()

    def __len__(self) -> int:
        self._note_all()
        return super().__len__()

    def __eq__(self, other: object) -> bool:
        self._note_all()
        return super().__eq__(other)

    __hash__ = None  # As that of every dictionary.

    def keys(self) -> Any:
        """Return all names."""
        self._note_all()
        return super().keys()

    def values(self) -> Any:
        """Return the last values of all names."""
        self._note_all()
        return super().values()

    def items(self) -> Any:
        """Return all names with their last values."""
        self._note_all()
        return super().items()

    def lists(self) -> Any:
        """Return all names with all their values."""
        self._note_all()
        return super().lists()

    def dict(self) -> dict[str, str]:
        """Return all names with their last values, as a plain dictionary."""
        self._note_all()
        return super().dict()

    def copy(self) -> QueryDict:
        """Return a copy that may be changed."""
        self._note_all()
        return QueryDict(super().urlencode(), mutable=True, encoding=self.encoding)

    __copy__ = copy

    def __deepcopy__(self, memo: Any) -> QueryDict:
        return self.copy()

    def urlencode(self, safe: str | None = None) -> str:
        """Return all of them as they stand in an address."""
        self._note_all()
        return super().urlencode(safe)


def watch_parameters(request: HttpRequest) -> WatchedParameters:
    """Have a request tell what is asked of its parameters, also by way of its whole address."""
    watched = WatchedParameters(request.META.get("QUERY_STRING", ""), request.encoding)
    whole_address = request.get_full_path

    def get_full_path(force_append_slash: bool = False) -> str:
        watched._note_all()
        return whole_address(force_append_slash)

    request.GET = watched
    request.get_full_path = get_full_path
    return watched


class KnownParameters:
    """The parameters that the views of addresses have looked at so far.

    A view that is told the same by all of them looks at no others, and says the same.
    """

    def __init__(self, most: int = MOST_ADDRESSES) -> None:
        self.most = most
        self._names: dict[object, frozenset[str] | None] = {}

    def get(self, address: object) -> frozenset[str] | None:
        """Return the names, or None where the whole address counts."""
        return self._names.get(address)

    def note(self, address: object, asked: WatchedParameters) -> frozenset[str] | None:
        """Add what was asked of a request's parameters, and return the names known now."""
        known = self._names.get(address, frozenset())
        if asked.everything or known is None:
            names = None
        else:
            names = known | (asked.names or set())
        if len(self._names) >= self.most:
            self._names = {}
        self._names[address] = names
        return names
