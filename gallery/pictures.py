"""Pictures of many things, loaded together."""

from typing import Any

from site_config.models.images import SiteImage
from site_config.pictures import STANDARD_SPECS


class Pictures:
    """Collects whose pictures are wanted, and loads them all in two queries."""

    def __init__(self) -> None:
        self._wanted: list[tuple[Any, str, int]] = []

    def want(self, owner: Any, name: str, key: int | None) -> None:
        """Ask for one picture.

        Args:
            owner: who gets it.
            name: the attribute under which.
            key: the picture's primary key; nothing is asked for where it is None.
        """
        if key is not None:
            self._wanted.append((owner, name, key))

    def load(self) -> None:
        """Load the pictures in the sizes that pages show, and hand each to its owner."""
        keys = {key for _owner, _name, key in self._wanted}
        images = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS)
        found = images.in_bulk(keys) if keys else {}
        for owner, name, key in self._wanted:
            setattr(owner, name, found.get(key))
        self._wanted.clear()
