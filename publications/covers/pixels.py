"""A canvas of pixels with the same pens, for programs that show no SVG."""

import math
from io import BytesIO

from PIL import Image, ImageDraw

from publications.covers.canvas import PAINTS, Canvas
from publications.covers.lettering import is_known, letters, width_of
from publications.covers.outlines import Point, polygons

# Pixels for each unit of the drawing, and how much finer it is painted before it is reduced.
SCALE = 2
FINER = 2


class PixelCanvas(Canvas):
    """Paints at once what `Canvas` collects; by day, since pixels can't follow the hour."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width, height)
        self._unit = SCALE * FINER
        self._image = Image.new("RGB", (width * self._unit, height * self._unit))
        self._pen = ImageDraw.Draw(self._image)

    def path(self, d: str, paint: str) -> None:
        """Fill a path."""
        for contour in polygons(d):
            self._fill(contour, _colour(paint))

    def circle(self, x: float, y: float, radius: float, paint: str) -> None:
        """Fill a circle."""
        box = [(x - radius, y - radius), (x + radius, y + radius)]
        self._pen.ellipse(self._scaled(box), fill=_colour(paint))

    def line(self, d: str, paint: str, width: float) -> None:
        """Stroke a path."""
        for contour in polygons(d):
            self._pen.line(
                self._scaled(contour),
                fill=_colour(paint),
                width=round(width * self._unit),
                joint="curve",
            )

    def text(
        self, text: str, x: float, y: float, size: float, paint: str, end: bool = False
    ) -> None:
        """Set one line on a base line; one with a letter that the font lacks is left out."""
        if not text or not is_known(text):
            return
        font = letters()
        scale = size / font.units
        left = x - width_of(text, size) if end else x
        for sign in text:
            advance, outline = font.glyphs[sign]
            self._letter(polygons(outline), left, y, scale, _colour(paint))
            left += advance * scale

    def png(self) -> bytes:
        """Return what was painted (PNG, RFC 2083)."""
        size = (self.width * SCALE, self.height * SCALE)
        file = BytesIO()
        self._image.resize(size, Image.Resampling.BOX).quantize(64, Image.Quantize.FASTOCTREE).save(
            file, "PNG"
        )
        return file.getvalue()

    def _letter(
        self, contours: list[list[Point]], x: float, y: float, scale: float, colour: str
    ) -> None:
        """Fill a letter: what its outer contours enclose, without what the inner ones cut out."""
        placed = [[(x + right * scale, y - up * scale) for right, up in each] for each in contours]
        if not placed:
            return
        outer = max(placed, key=lambda contour: abs(_area(contour)))
        turns = _area(outer) > 0
        scaled = [self._scaled(contour) for contour in placed]
        every = [point for contour in scaled for point in contour]
        left, top = (math.floor(min(values)) for values in zip(*every, strict=True))
        right, bottom = (math.ceil(max(values)) + 1 for values in zip(*every, strict=True))
        mask = Image.new("1", (right - left, bottom - top))
        pen = ImageDraw.Draw(mask)
        for inside in (False, True):
            for contour in scaled:
                if (_area(contour) > 0) is (turns is not inside):
                    shape = [(x - left, y - top) for x, y in contour]
                    pen.polygon(shape, fill=0 if inside else 1)
        self._image.paste(colour, (left, top), mask)

    def _fill(self, contour: list[Point], colour: str) -> None:
        if len(contour) > 2:
            self._pen.polygon(self._scaled(contour), fill=colour)

    def _scaled(self, points: list[Point]) -> list[Point]:
        return [(x * self._unit, y * self._unit) for x, y in points]


def _colour(paint: str) -> str:
    by_day, _by_night = PAINTS[paint]
    return by_day


def _area(contour: list[Point]) -> float:
    """Return twice the area of a polygon; its sign tells which way round it runs."""
    following = [*contour[1:], contour[0]]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(contour, following, strict=True))
