"""What came with publications of the demo city: one table of measurements."""

from typing import NamedTuple

from home.demo.library.words import Words


class Supplement(NamedTuple):
    """A file that belongs to a publication; `kind` is one of its block's choices."""

    publication: str
    key: str
    title: Words
    kind: str
    suffix: str
    content: str


SHADE = """\
hour,asphalt_celsius,lime_tree_celsius,grass_celsius
08:00,29.1,24.6,23.8
10:00,38.4,27.2,26.9
12:00,47.9,29.8,31.5
14:00,52.6,31.1,34.2
16:00,50.3,31.4,33.0
18:00,43.7,29.9,29.1
20:00,36.8,27.6,25.4
"""
SUPPLEMENTS: tuple[Supplement, ...] = (
    Supplement(
        publication="qyteti-2014-1",
        key="shade-measured",
        title=Words(
            "A day in July: the ground in sun and shade, measured hour by hour",
            "Një ditë korriku: toka në diell e në hije, e matur orë pas ore",
        ),
        kind="data",
        suffix="csv",
        content=SHADE,
    ),
)
