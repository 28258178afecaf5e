"""What the demo city knows about a picture and an album."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from home.demo.library.words import Words

ORIGINAL_SIZE = (1280, 853)


class CropBox(NamedTuple):
    """A part of an original, in its pixels; right and bottom are outside, as in Pillow."""

    left: int
    top: int
    right: int
    bottom: int


class FocalPoint(NamedTuple):
    """The part that every crop has to keep: centre and extent, in the picture's own pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture: an original, or a crop of one when `crop` is given."""

    key: str
    original: str
    title: Words
    alt: Words
    caption: Words
    place: Words
    date: date
    focal_point: FocalPoint
    crop: CropBox | None = None
    credit: str = "Smart City Tirana"
    licence: str = "cc-by-4.0"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        if self.crop is None:
            return ORIGINAL_SIZE
        return self.crop.right - self.crop.left, self.crop.bottom - self.crop.top


@dataclass(frozen=True, kw_only=True)
class Album:
    """Pictures that belong together, in the order in which they are shown."""

    key: str
    slug: Words
    title: Words
    summary: Words
    text: Words
    date: date
    pictures: tuple[str, ...]

    @property
    def cover(self) -> str:
        """Key of the picture that stands for the album."""
        return self.pictures[0]
