"""The sections of the front page."""

from home.blocks.sections import HomeSectionsBlock

__all__ = ["HomeSectionsBlock"]
