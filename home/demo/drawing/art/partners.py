"""Marks of the invented partners, 120 high, with outlined lettering."""

from dataclasses import dataclass

from .canvas import Canvas

PAINTS_OF_AGORA = ("Blu", "Sky", "Sno", "Per", "Ros", "Car", "Lim", "Par", "Daj")


def lana(art):
    """A wheel that is a river."""
    art.circ(54, 60, 42, "Blu")
    art.path("M12 66q21-24 42 0t42 0v8q-21 24-42 0t-42 0z", "Sky")


def dajti(art):
    """The sun behind the mountain."""
    art.circ(60, 46, 30, "Sno")
    art.poly([(10, 102), (54, 34), (98, 102)], "Daj")


def rinia(art):
    """A coin in a window."""
    art.rect(14, 18, 84, 84, "Car")
    art.quart(14, 18, 84, 0, "Per")
    art.circ(56, 60, 14, "Pap")


def ura(art):
    """A bridge."""
    art.path("M10 92v-20a46 46 0 0 1 92 0v20h-20v-16a26 26 0 0 0-52 0v16z", "Per")


def pisha(art):
    """A pine."""
    art.poly([(56, 14), (90, 62), (22, 62)], "Par")
    art.poly([(56, 44), (98, 100), (14, 100)], "Lim")


def kala(art):
    """A castle with an open gate."""
    art.path("M14 102V40h16v14h14V40h24v14h14V40h16v62z", "Daj")
    art.path("M46 102v-16a10 10 0 0 1 20 0v16z", "Sno")


def zana(art):
    """A film that begins."""
    art.circ(56, 60, 42, "Ros")
    art.poly([(44, 38), (82, 60), (44, 82)], "Car")


def agora(art):
    """Nine tables in a room."""
    for i, paint in enumerate(PAINTS_OF_AGORA):
        art.rect(16 + (i % 3) * 28, 18 + (i // 3) * 28, 24, 24, paint)


@dataclass(frozen=True)
class Mark:
    """A partner's name, its sign, and how the sign prints in one ink.

    `knocked_out` are the paints that become the paper, `tints` those that print lighter (0 to 1).
    """

    name: str
    sign: object
    size: int = 46
    knocked_out: tuple[str, ...] = ()
    tints: tuple[tuple[str, float], ...] = ()


MARKS = {
    "lana": Mark("Lana Mobility", lana, knocked_out=("Sky",)),
    "dajti": Mark("Dajti Solar", dajti, tints=(("Sno", 0.45),)),
    "rinia": Mark("Banka Rinia", rinia, knocked_out=("Pap",), tints=(("Per", 0.5),)),
    "ura": Mark("Ura Telekom", ura),
    "pisha": Mark("Pisha Foundation", pisha, 42, tints=(("Lim", 0.45),)),
    "kala": Mark("Kala Architects", kala, 42, knocked_out=("Sno",)),
    "zana": Mark("Zana Media", zana, knocked_out=("Car",)),
    "agora": Mark(
        "Agora Lab",
        agora,
        tints=(("Sky", 0.4), ("Sno", 0.25), ("Ros", 0.25), ("Lim", 0.4), ("Per", 0.6)),
    ),
}


def partners():
    """Return the marks by file name."""
    drawn = {}
    for key, mark in MARKS.items():
        art = Canvas(360, 120, "xMidYMid meet")
        mark.sign(art)
        width = art.text(mark.name, 112, 76, mark.size, "txt", 700, tracking=-0.5)
        art.width = round(112 + width + 8)
        drawn[f"partner-{key}"] = art.svg()
    return drawn
