"""Choosers whose choices are read together for the whole front page.

Wagtail reads the chosen pages and pictures of each kind of block apart, so each further section
would cost the database a question of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from typing import Any

from django.db.models import Model
from wagtail import blocks
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from gallery.models import VideoPage
from site_config.models import SiteImage

Known = dict[type[Model], dict[int, Model]]

_known: ContextVar[Known | None] = ContextVar("known_choices", default=None)


@contextmanager
def choices_read_together(raw: Any) -> Iterator[None]:
    """Read the pages and pictures that raw stream data names, once for all of its blocks."""
    pages, images = set(_numbers(raw, "page")), set(_numbers(raw, "image"))
    known: Known = {
        Page: Page.objects.in_bulk(pages) if pages else {},
        SiteImage: SiteImage.objects.in_bulk(images) if images else {},
    }
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def _numbers(raw: Any, name: str) -> Iterator[int]:
    if isinstance(raw, dict):
        if isinstance(raw.get(name), int):
            yield raw[name]
        raw = list(raw.values())
    if isinstance(raw, list):
        for item in raw:
            yield from _numbers(item, name)


def _pick(model: type[Model], values: list[int | None]) -> list[Any] | None:
    known = _known.get()
    if known is None:
        return None
    # A picture carries the words of its block, so each block gets an instance of its own.
    return [copy(known[model].get(value)) for value in values]


class SharedPageChooserBlock(blocks.PageChooserBlock):
    """Chooses any page."""

    def bulk_to_python(self, values: list[int | None]) -> list[Page | None]:
        """Return the pages, from those that were read together where they were."""
        picked = _pick(Page, list(values))
        return super().bulk_to_python(values) if picked is None else picked


class SharedImageChooserBlock(ImageChooserBlock):
    """Chooses a picture."""

    def bulk_to_python(self, values: list[int | None]) -> list[SiteImage | None]:
        """Return the pictures, from those that were read together where they were."""
        picked = _pick(SiteImage, list(values))
        return super().bulk_to_python(values) if picked is None else picked


class SharedImageBlock(ImageBlock):
    """A picture with the words for those who can't see it."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser = SharedImageChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Describe the block for a migration."""
        return ("home.blocks.choosers.SharedImageBlock", [], self._constructor_kwargs)


class FilmChooserBlock(blocks.PageChooserBlock):
    """Chooses a page with a film, and reads both at once."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"page_type": "gallery.VideoPage"} | kwargs)

    def bulk_to_python(self, values: list[int | None]) -> list[VideoPage | None]:
        """Return the pages with their films."""
        found = VideoPage.objects.select_related("video").in_bulk(values)
        return [found.get(value) for value in values]
