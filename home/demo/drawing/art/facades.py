"""The façade of the seventy per cent, and the skyline of the footer."""

import random

from .canvas import Canvas, box


def facade70():
    """A façade of a hundred windows, seventy of them lit."""
    a = Canvas(520, 560, "xMidYMax meet")
    a.rect(0, 548, 520, 12, "txt")
    a.rect(40, 20, 440, 528, "Blu")
    a.path("M28 8h464v22H28z", "Per")
    order = list(range(100))
    random.Random(2050).shuffle(order)
    lit = set(order[:70])
    on, off = "", ""
    for k in range(100):
        x, y = 60 + (k % 10) * 40.6, 48 + (k // 10) * 43
        d = f"M{x + 3:.1f} {y + 30:.1f}v-18a11 11 0 0 1 22 0v18z"
        if k in lit:
            on += d
        else:
            off += d
    a.path(on, "Sno")
    a.path(off, "Daj")
    a.path("M232 548v-58a28 28 0 0 1 56 0v58z", "Ros")
    a.rect(258, 462, 4, 86, "Blu")
    for x, r in ((24, 22), (500, 18)):
        a.rect(x - 3, 500, 6, 48, "txt")
        a.circ(x, 496, r, "Par")
    return a.svg()


def footer_strip():
    """A skyline that repeats along the top of the footer."""
    a = Canvas(1200, 88, "xMidYMax meet")
    r = random.Random(3)
    d, x = "", 0
    lit = ""
    for w, h in (
        (70, 40),
        (44, 62),
        (90, 28),
        (36, 74),
        (60, 48),
        (110, 22),
        (52, 58),
        (80, 36),
        (40, 66),
        (96, 30),
        (58, 52),
        (34, 80),
        (86, 26),
        (64, 44),
        (48, 60),
        (100, 34),
        (132, 18),
    ):
        d += box(x, 88 - h, w, h)
        for i in range(int(w // 14)):
            for j in range(int(h // 14)):
                if r.random() < 0.3:
                    lit += box(x + 6 + i * 14, 88 - h + 6 + j * 14, 5, 7)
        x += w
    d += (
        "M20 88q-3-40 8-60q10 22 8 60zM540 88q-3-36 8-54q10 20 8 54zM1070 88q-3-40 8-62q10 22 8 62z"
    )
    for cx, rr in ((330, 16), (356, 12), (700, 15), (900, 17), (1120, 20), (1150, 14), (1180, 17)):
        d += f"M{cx - rr} {88 - rr}a{rr} {rr} 0 0 1 {2 * rr} 0v{rr}h-{2 * rr}z"
    a.path(d, "ftr")
    a.path(lit, "lmp")
    return a.svg()
