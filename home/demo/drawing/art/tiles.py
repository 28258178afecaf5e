"""Topic tiles, 200 by 200."""

from .canvas import Canvas


def tiles():
    """Return the eleven tiles by file name."""
    drawn = {}

    def t(name, bg):
        a = Canvas(200, 200)
        a.rect(0, 0, 200, 200, bg)
        drawn[name] = a
        return a

    a = t("environment", "Lim")
    for x, y, c in ((0, 100, "Par"), (100, 0, "Sky")):
        a.path(f"M{x} {y}a100 100 0 0 1 100 100a100 100 0 0 1 -100 -100z", c)
    a.path("M100 100a100 100 0 0 1 100 100a100 100 0 0 1 -100 -100z", "Par")
    a.path("M0 0a100 100 0 0 1 100 100a100 100 0 0 1-100-100z", "Sno")
    a = t("transport", "Sno")
    a.circ(100, 100, 76, "Ink")
    a.circ(100, 100, 52, "Pap")
    a.path("M100 100L48 100A52 52 0 0 1 100 48zM100 100L152 100A52 52 0 0 1 100 152z", "Car")
    a.circ(100, 100, 14, "Ink")
    a = t("energy", "Daj")
    a.path("M0 200a100 100 0 0 1 200 0z", "Per")
    a.path("M40 200a60 60 0 0 1 120 0z", "Sno")
    for i in range(5):
        a.path(f"M{100 - 6} 92v-70h12v70z", "Sno", f' transform="rotate({-60 + 30 * i} 100 200)"')
    a = t("education", "Ros")
    a.path("M100 60Q60 30 12 46v110Q60 140 100 170z", "Pap")
    a.path("M100 60Q140 30 188 46v110Q140 140 100 170z", "Blu")
    a.path("M30 72q28-6 52 8v10q-24-14-52-8zM30 98q28-6 52 8v10q-24-14-52-8z", "Car")
    a = t("culture", "Car")
    for r, c in ((90, "Ros"), (64, "Per"), (38, "Sno")):
        a.path(f"M{100 - r} 200v-{100 - (90 - r) * 0.2:g}a{r} {r} 0 0 1 {2 * r} 0V200z", c)
    a.path("M84 200v-70a16 16 0 0 1 32 0v70z", "Ink")
    a = t("economy", "Sky")
    for i, (h, c) in enumerate(((60, "Blu"), (96, "Par"), (130, "Per"), (168, "Car"))):
        a.rect(18 + i * 43, 200 - h, 34, h, c)
    a.circ(48, 58, 26, "Sno")
    a = t("health", "Pap")
    a.path("M70 0h60v70h70v60h-70v70h-60v-70h-70v-60h70z", "Per")
    a.quart(70, 70, 60, 0, "Car")
    a.circ(160, 40, 22, "Sky")
    a.circ(40, 160, 22, "Lim")
    a = t("tourism", "Per")
    a.circ(136, 70, 40, "Sno")
    a.poly([(0, 200), (78, 62), (156, 200)], "Daj")
    a.poly([(78, 62), (156, 200), (92, 200)], "Ink")
    a.poly([(96, 200), (150, 118), (200, 180), (200, 200)], "Par")
    a = t("government", "Blu")
    a.poly([(16, 84), (100, 28), (184, 84)], "Sno")
    for i in range(4):
        a.rect(28 + i * 40, 92, 24, 76, "Pap")
    a.rect(16, 172, 168, 16, "Ros")
    a = t("community", "Sky")
    a.path("M20 30h110a20 20 0 0 1 20 20v40a20 20 0 0 1-20 20H70l-30 30v-30H20z", "Car")
    a.path("M180 90v90h-20v24l-28-24H90a18 18 0 0 1-18-18v-20h60a34 34 0 0 0 34-34V90z", "Sno")
    a = t("media", "Ink")
    a.circ(100, 100, 84, "Per")
    a.poly([(76, 52), (152, 100), (76, 148)], "Pap")
    return {f"tile-{k}": v.svg() for k, v in drawn.items()}
