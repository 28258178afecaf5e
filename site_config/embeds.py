"""Wagtail's own embeds are off: they ask other sites while a page is rendered."""

from typing import Any

from wagtail.embeds.finders.base import EmbedFinder


class RefusingFinder(EmbedFinder):
    """Accepts no address, so nothing is ever fetched from the server."""

    def accept(self, url: str) -> bool:
        """Say no to every address."""
        return False

    def find_embed(self, url: str, max_width: int | None = None, **kwargs: Any) -> dict[str, Any]:
        """Never called, since no address is accepted.

        Raises:
            LookupError: always.
        """
        raise LookupError(url)


embed_finder_class = RefusingFinder
