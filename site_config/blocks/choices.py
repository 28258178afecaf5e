"""Choices that shape a block."""

from typing import Any

from wagtail import blocks


class OptionBlock(blocks.ChoiceBlock):
    """A choice that says nothing to readers, such as a colour.

    Search leaves it out: the name of the option is no word of the page, and it would be indexed
    in the language of whoever happened to save the page.
    """

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return nothing to search."""
        return []
