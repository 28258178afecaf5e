"""Pictures of many things, loaded together."""

from collections.abc import Iterable
from typing import Any

from site_config.models.images import SiteImage


class Pictures:
    """Collects whose pictures are wanted, and loads them all in two queries.

    A prefetch asks twice for each field that holds a picture; a page of several lists would ask
    for the same pictures again and again.
    """

    def __init__(self) -> None:
        self._wanted: list[tuple[Any, str, int]] = []

    def want(self, owners: Iterable[Any], name: str = "listing_image", key: str = "") -> None:
        """Ask for the picture of each owner that has one.

        Args:
            owners: who get them; all in memory.
            name: the attribute under which an owner gets its picture.
            key: the attribute that holds the picture's primary key; the foreign key's own by
                default.
        """
        key = key or f"{name}_id"
        self._wanted += [
            (owner, name, getattr(owner, key)) for owner in owners if getattr(owner, key)
        ]

    def load(self, *specs: str) -> None:
        """Load the pictures, and hand each to its owner.

        Args:
            specs: the sizes that are shown, as filter specifications of Wagtail.
        """
        keys = {key for _owner, _name, key in self._wanted}
        found = SiteImage.objects.prefetch_renditions(*specs).in_bulk(keys) if keys else {}
        for owner, name, key in self._wanted:
            setattr(owner, name, found.get(key))
        self._wanted.clear()
