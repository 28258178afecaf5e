"""Cleaning drawings (SVG): what could run, load or lead elsewhere is taken out.

A drawing is written anew by two programs that know only what a picture needs, so nothing of the
uploaded bytes is kept as it came. It is shown in ``<img>`` alone, where nothing runs or loads, and
opened by itself it is shut in by its own policy (see `site_config.media_files`).
"""

import re
from typing import NamedTuple

# What is read here was written by `filter_svg` a moment ago: without DTD, without entities.
from xml.etree import ElementTree  # nosec B405

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from py_svg_hush import filter_svg

# Below ``MEDIA_ROOT``, apart from pictures that anybody may upload.
DRAWINGS_FOLDER = "partner_drawings/"
LARGEST = 200_000  # bytes
# Units of the drawing. A drawing has no pixels, but one that says less draws hairlines.
MIN_WIDTH, MIN_HEIGHT = 32, 8
SVG = "http://www.w3.org/2000/svg"
# Moving, leading away, and pictures within the picture are no part of a logo.
LEFT_OUT = {"a", "animate", "animateMotion", "animateTransform", "feImage", "image", "set"}
# A sheet of styles that asks for more than colours and lines is left out as a whole.
ASKS_FOR_MORE = re.compile(r"@|//|url\s*\(\s*['\"]?(?!#)|\\|expression|javascript:", re.IGNORECASE)
LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px|pt|mm|cm|in|em)?\s*")
NUMBERS = re.compile(r"[\s,]+")
NO_DRAWING = _(
    "This is no SVG file that can be taken. Save the logo as “plain SVG” and choose it again."
)


class Drawing(NamedTuple):
    """A cleaned drawing and its size in its own units."""

    content: bytes
    width: int
    height: int


def clean_drawing(content: bytes) -> Drawing:
    """Return a drawing without what could run, load or lead elsewhere.

    Raises:
        ValidationError: it is too large, no SVG, without a size, or draws nothing.
    """
    if len(content) > LARGEST:
        raise ValidationError(
            _("This drawing is too large. It may have %(most)d kB at most."),
            params={"most": LARGEST // 1000},
        )
    # Entities can make a small file a huge one; UTF-16 could hide them.
    if b"\x00" in content or b"<!entity" in content.lower():
        raise ValidationError(NO_DRAWING)
    try:
        root = ElementTree.fromstring(filter_svg(content))  # noqa: S314  # nosec B314
    except (ValueError, ElementTree.ParseError) as error:
        raise ValidationError(NO_DRAWING) from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValidationError(NO_DRAWING)
    _take_out(root)
    if not len(root):
        raise ValidationError(
            _("Nothing is left of this drawing. Save the logo with its text turned into paths.")
        )
    width, height = _size(root)
    ElementTree.register_namespace("", SVG)
    return Drawing(ElementTree.tostring(root, encoding="utf-8"), width, height)


def _take_out(parent: ElementTree.Element) -> None:
    for child in list(parent):
        name = str(child.tag).rpartition("}")[2]
        asks = name == "style" and ASKS_FOR_MORE.search("".join(child.itertext()))
        if name in LEFT_OUT or asks:
            parent.remove(child)
        else:
            _take_out(child)
    for name, value in list(parent.attrib.items()):
        leads_away = name.rpartition("}")[2] == "href" and not value.startswith("#")
        if leads_away or (name == "style" and ASKS_FOR_MORE.search(value)):
            del parent.attrib[name]


def _size(root: ElementTree.Element) -> tuple[int, int]:
    """Return the size of a drawing, by its view box or else by its width and height.

    Raises:
        ValidationError: it says no size, or a size in which nothing can be drawn.
    """
    box = [number for number in NUMBERS.split(root.get("viewBox", "").strip()) if number]
    try:
        sides = [float(number) for number in box[2:4]] if len(box) == 4 else []
    except ValueError:
        sides = []
    if not sides:
        found = [LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
        sides = [float(match[1]) for match in found if match]
    if len(sides) != 2 or not all(0 < side < 100_000 for side in sides):
        raise ValidationError(
            _("This drawing doesn't say how large it is. It needs a width and a height.")
        )
    width, height = (round(side) for side in sides)
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        raise ValidationError(
            _(
                "This drawing is %(width)d × %(height)d units large. It needs at least "
                "%(min_width)d × %(min_height)d, so that its lines are drawn exactly."
            ),
            params={
                "width": width,
                "height": height,
                "min_width": MIN_WIDTH,
                "min_height": MIN_HEIGHT,
            },
        )
    return width, height
