"""Drawn covers: 420 by 594, as A4 and A5, in the portal's visual language."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from django.utils import translation
from django.utils.formats import date_format

from publications.covers.canvas import Canvas
from publications.covers.lettering import clean, fit
from publications.covers.patterns import PATTERNS, Box, Choice, Pattern
from publications.covers.pixels import PixelCanvas

WIDTH, HEIGHT = 420, 594
MARGIN = 28
LINE_HEIGHT = 1.06

# Light grounds, on which ink is read, each with the paints that stand well on it.
GROUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("rose", ("park", "lime", "saffron", "sky")),
    ("saffron", ("carmine", "blue", "park", "paper")),
    ("sky", ("blue", "saffron", "paper", "dajti")),
    ("persimmon", ("saffron", "carmine", "paper", "blue")),
    ("lime", ("park", "persimmon", "sky", "paper")),
    ("paper", ("carmine", "saffron", "blue", "park")),
)


class CoverWords(NamedTuple):
    """What a drawn cover says.

    Attributes:
        style: ``newsletter``, ``periodical`` or ``book``.
        language: the code of the words' language (BCP 47).
        name: the series, or those who wrote the book.
        title: the issue's or the book's title.
        number: the issue's number as printed; empty for books.
        day: the day of publication.
        key: what stays the same for all issues of a series, or for a book in every language.
    """

    style: str
    language: str
    name: str
    title: str
    number: str
    day: date
    key: str

    @property
    def month(self) -> str:
        """Month and year in the cover's language: “April 2014”."""
        with translation.override(self.language):
            written = date_format(self.day, "YEAR_MONTH_FORMAT")
        return written[:1].upper() + written[1:]


class Looks(NamedTuple):
    """The ground, paints and pattern of one cover."""

    ground: str
    paints: tuple[str, ...]
    pattern: Pattern
    choice: Choice


def looks_of(words: CoverWords) -> Looks:
    """Choose ground and pattern from series and number; numbers that follow never look alike."""
    base = sha256(words.key.encode()).digest()
    digits = "".join(sign for sign in words.number if sign in "0123456789")
    step = int(digits) if digits else 0
    ground, paints = GROUNDS[(base[0] + step) % len(GROUNDS)]
    pattern = PATTERNS[(base[1] + step) % len(PATTERNS)]
    seed = sha256(f"{words.key} {words.number}".encode()).digest()
    return Looks(ground, paints, pattern, Choice(seed))


def draw_cover(words: CoverWords) -> str:
    """Return the cover as an SVG document that holds its own day and night colours."""
    canvas = Canvas(WIDTH, HEIGHT)
    words = draw_on(canvas, words)
    parts = [words.name, words.title, words.number, words.month]
    return canvas.svg(", ".join(part for part in parts if part), words.language)


def paint_cover(words: CoverWords) -> bytes:
    """Return the cover as a PNG in the colours of the day, twice as large as it is drawn."""
    canvas = PixelCanvas(WIDTH, HEIGHT)
    draw_on(canvas, words)
    return canvas.png()


def draw_on(canvas: Canvas, words: CoverWords) -> CoverWords:
    """Draw the cover, and return its words as they were drawn."""
    words = words._replace(
        name=clean(words.name), title=clean(words.title), number=clean(words.number)
    )
    looks = looks_of(words)
    canvas.rect(0, 0, WIDTH, HEIGHT, looks.ground)
    draw = {"newsletter": _newsletter, "periodical": _periodical}.get(words.style, _book)
    draw(canvas, words, looks)
    return words


def _set(
    canvas: Canvas,
    text: str,
    top: float,
    sizes: Sequence[float],
    most_lines: int,
    paint: str = "ink",
) -> float:
    """Set a text below ``top`` between the margins; return the y below its last line."""
    setting = fit(text, WIDTH - 2 * MARGIN, sizes, most_lines)
    y = top
    for line in setting.lines:
        y += setting.size * LINE_HEIGHT
        canvas.text(line, MARGIN, y - setting.size * 0.28, setting.size, paint)
    return y


def _newsletter(canvas: Canvas, words: CoverWords, looks: Looks) -> None:
    """One large number below the name, a sign beside it, and the month at the foot."""
    strong = looks.paints[0]
    below = _set(canvas, words.name, 24, (38, 34, 30, 26), 3)
    if words.number not in words.title:
        below = _set(canvas, words.title, below + 4, (24, 21), 3)
    corner = looks.choice.number(3)
    room = Box(MARGIN, max(below, 120), WIDTH - 2 * MARGIN, 120)
    if corner == 0:
        canvas.quarter(room.right, room.y, 96, 1, looks.paints[1])
    elif corner == 1:
        canvas.circle(room.right - 54, room.y + 54, 54, looks.paints[1])
    else:
        canvas.path(f"M{room.right - 150:g} {room.y + 100:g}l75 -96l75 96z", looks.paints[1])
    number = fit(words.number, WIDTH - 2 * MARGIN + 8, (330, 260, 200, 150, 110, 80, 60, 40), 1)
    canvas.text(number.lines[0] if number.lines else "", MARGIN - 8, 520, number.size, strong)
    canvas.rect(MARGIN, 544, WIDTH - 2 * MARGIN, 4, "ink")
    canvas.text(words.month, MARGIN, 576, 20, "ink")


def _periodical(canvas: Canvas, words: CoverWords, looks: Looks) -> None:
    """The name on a dark band, the theme below it, and a pattern to the foot."""
    name = fit(words.name, WIDTH - 48, (112, 92, 76, 62, 50, 42, 36), 2)
    band = 24 + len(name.lines) * name.size * LINE_HEIGHT + 22
    canvas.rect(0, 0, WIDTH, max(band, 120), "ink")
    y = max(band, 120) - 30 - (len(name.lines) - 1) * name.size * LINE_HEIGHT
    for line in name.lines:
        canvas.text(line, 22, y, name.size, "paper")
        y += name.size * LINE_HEIGHT
    below = _set(canvas, words.title, max(band, 120) + 14, (36, 32, 28, 24, 21), 5)
    looks.pattern(canvas, _room_below(below + 22), looks.paints, looks.choice)
    _foot(canvas, looks.ground)
    canvas.text(words.month, MARGIN, 578, 18, "ink")
    canvas.text(
        fit(words.number, 180, (20, 17, 14, 11), 1).lines[0] if words.number else "",
        WIDTH - MARGIN,
        578,
        20,
        "ink",
        end=True,
    )


def _book(canvas: Canvas, words: CoverWords, looks: Looks) -> None:
    """The title large, those who wrote it, and a pattern to the foot."""
    below = _set(canvas, words.title, 22, (76, 64, 54, 46, 40, 34, 29, 25), 6)
    if words.name:
        below = _set(canvas, words.name, below + 8, (22, 19, 16), 3)
    looks.pattern(canvas, _room_below(below + 26), looks.paints, looks.choice)
    _foot(canvas, looks.ground)
    canvas.text(str(words.day.year), MARGIN, 578, 18, "ink")


def _room_below(top: float) -> Box:
    return Box(MARGIN, top, WIDTH - 2 * MARGIN, HEIGHT - 44 - top)


def _foot(canvas: Canvas, ground: str) -> None:
    """Clear the strip at the foot of what a pattern left there, and draw its rule."""
    canvas.rect(0, 550, WIDTH, HEIGHT - 550, ground)
    canvas.rect(MARGIN, 550, WIDTH - 2 * MARGIN, 4, "ink")
