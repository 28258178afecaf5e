"""Blocks as the editor stores them right after they were inserted: nothing written or chosen."""

from typing import Any
from uuid import uuid4

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

# How many empty items a list begins with: what sorts or compares them needs two.
ITEMS = 2
WORDS = (
    blocks.CharBlock,
    blocks.EmailBlock,
    blocks.RichTextBlock,
    blocks.TextBlock,
    blocks.URLBlock,
)


def empty_value(block: blocks.Block) -> Any:
    """Return what the database holds of a block that nobody has filled in."""
    if isinstance(block, ImageBlock):
        return {"image": None, "alt_text": "", "decorative": False}
    if isinstance(block, blocks.ListBlock):
        return [_stored("item", block.child_block) for _number in range(ITEMS)]
    if isinstance(block, blocks.StreamBlock):
        return empty_stream(block)
    if isinstance(block, blocks.StructBlock):
        return {name: empty_value(child) for name, child in block.child_blocks.items()}
    if isinstance(block, WORDS):
        return ""
    return block.get_prep_value(block.get_default())


def empty_stream(block: blocks.StreamBlock) -> list[dict[str, Any]]:
    """Return a stream that holds each of its kinds of blocks twice, and all of them empty."""
    kinds = block.child_blocks.items()
    return [_stored(name, child) for name, child in kinds for _number in range(ITEMS)]


def _stored(name: str, block: blocks.Block) -> dict[str, Any]:
    return {"type": name, "id": str(uuid4()), "value": empty_value(block)}
