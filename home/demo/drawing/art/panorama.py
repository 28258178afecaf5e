"""The panorama of the city, the width of the home page, in layers from the back to the front."""

import random

from .canvas import Canvas, box

# Width and height of the drawing, and the height of the ground.
W, H, G = 1920, 620, 536
# Earth Day 2014: one seed, so that every run draws the same windows.
R = random.Random(22_04_2014)
# At night the sun is a smaller moon; bus and cable car come in once and then stand still.
MOTION = "@media(prefers-color-scheme:dark){.sun{r:66px}}@media(prefers-reduced-motion:no-preference){.bus{animation:b 4.5s cubic-bezier(.2,.7,.3,1) both}.gon{animation:g 4.8s ease-out both}@keyframes b{from{transform:translateX(-760px)}}@keyframes g{from{transform:translate(76px,150px)}}}"


class Street(Canvas):
    """A canvas that knows what a painted city is made of."""

    def windows(self, x, y, w, h, cols, rows, ww, wh, glass=False, arch=False, lit=0.5):
        """Rows of windows, lit at random; `glass` and `arch` change their look."""
        on, off = [], []
        for r in range(rows):
            for c in range(cols):
                px, py = (
                    x + round((c + 0.5) * w / cols - ww / 2),
                    y + round((r + 0.5) * h / rows - wh / 2),
                )
                d = (
                    f"M{px} {py + wh}v-{wh - ww // 2}a{ww / 2:g} {ww / 2:g} 0 0 1 {ww} 0v{wh - ww // 2}z"
                    if arch
                    else box(px, py, ww, wh)
                )
                (on if R.random() < lit else off).append(d)
        p = ("gli", "gla") if glass else ("lit", "win")
        if on:
            self.path("".join(on), p[0])
        if off:
            self.path("".join(off), p[1])

    def bands(self, x, y, w, h, n, c, share=0.5):
        """Horizontal bands of paint."""
        self.path(
            "".join(box(x, round(y + i * h / n), w, round(h / n * share)) for i in range(n)), c
        )

    def stripes(self, x, y, w, h, n, c, share=0.5):
        """Vertical stripes of paint."""
        self.path(
            "".join(box(round(x + i * w / n), y, round(w / n * share), h) for i in range(n)), c
        )

    def checks(self, x, y, w, h, cols, rows, c, seed):
        """A chequer of squares, about a third of them painted."""
        r = random.Random(seed)
        self.path(
            "".join(
                box(
                    round(x + j * w / cols),
                    round(y + i * h / rows),
                    round(w / cols),
                    round(h / rows),
                )
                for i in range(rows)
                for j in range(cols)
                if r.random() < 0.36
            ),
            c,
        )

    def diag(self, x, y, w, h, c, up=True):
        """A wall cut from corner to corner."""
        self.path(f"M{x} {y + h}L{x + w} {y}v{h}z" if up else f"M{x} {y}l{w} {h}h-{w}z", c)

    def quarter(self, x, y, r, c):
        """A quarter disc in the upper corner."""
        self.path(f"M{x} {y}a{r} {r} 0 0 1 {r} {r}h-{r}z", c)

    def balconies(self, x, y, w, h, cols, rows, c):
        """Half-round balconies under each row but the lowest."""
        cw, ch = w / cols, h / rows
        r = round(cw * 0.4)
        self.path(
            "".join(
                f"M{round(x + j * cw + cw * 0.1)} {round(y + (i + 1) * ch - ch * 0.12)}a{r} {r} 0 0 0 {2 * r} 0z"
                for i in range(rows - 1)
                for j in range(cols)
            ),
            c,
        )

    def tree(self, x, r, c="par"):
        """A round tree with its light side."""
        self.rect(x - 2, G - 2 * r, 4, 2 * r, "ink")
        self.circ(x, G - r * 1.6, r, c)
        self.path(f"M{x} {G - r * 2.6:g}a{r} {r} 0 0 0 0 {2 * r}z", "pa2")

    def cypress(self, x, h, w=16):
        """A cypress."""
        self.path(
            f"M{x - w // 2} {G}q-2 -{h * 2 // 3} {w // 2} -{h}q{w // 2 + 2} {h // 3} {w // 2} {h}z",
            "par",
        )

    def block(self, x, w, h, wall):
        """A block of flats, as one wall."""
        self.rect(x, G - h, w, h, wall)

    def person(self, x, y, c, s=1.0):
        """Somebody on the pavement."""
        self.circ(x, y - 27 * s, 4.4 * s, "met")
        self.path(
            f"M{x - 5 * s:g} {y}v{-14 * s:g}a{5 * s:g} {6 * s:g} 0 0 1 {10 * s:g} 0v{14 * s:g}z", c
        )


def mountains(street):
    """The sun, the foothills, Mount Dajti and its cable car."""
    street.circ(1240, 200, 116, "sun")
    street.poly(
        [
            (300, G),
            (420, 478),
            (520, 452),
            (640, 470),
            (760, 400),
            (860, 408),
            (960, 352),
            (1060, 330),
            (1180, 356),
            (1300, 318),
            (1460, 300),
            (1640, 322),
            (1800, 290),
            (1920, 312),
            (1920, G),
        ],
        "rid",
    )
    street.poly(
        [
            (560, G),
            (690, 476),
            (770, 452),
            (850, 396),
            (920, 378),
            (1000, 316),
            (1062, 322),
            (1140, 262),
            (1216, 236),
            (1284, 250),
            (1372, 178),
            (1440, 206),
            (1520, 172),
            (1608, 232),
            (1680, 212),
            (1772, 268),
            (1850, 250),
            (1920, 284),
            (1920, G),
        ],
        "da1",
    )
    for t in [
        ((1000, 316), (1062, 322), (1120, 470)),
        ((1216, 236), (1284, 250), (1330, 440)),
        ((1372, 178), (1440, 206), (1500, 430)),
        ((1520, 172), (1608, 232), (1660, 430)),
        ((1680, 212), (1772, 268), (1800, 430)),
        ((850, 396), (920, 378), (930, 500)),
    ]:
        street.poly(t, "da3")
    for t in [
        ((1372, 178), (1284, 250), (1330, 440)),
        ((1520, 172), (1440, 206), (1500, 430)),
        ((1140, 262), (1062, 322), (1120, 470)),
        ((1850, 250), (1772, 268), (1800, 430)),
        ((1000, 316), (920, 378), (930, 500)),
    ]:
        street.poly(t, "da2")
    street.line("M1590 470L1452 200", "met", 2.5)
    street.add('<g class="gon">')
    street.line("M1482 259v11", "met", 2.5)
    street.path("M1470 270h24v12a7 7 0 0 1-7 7h-10a7 7 0 0 1-7-7z", "per")
    street.path("M1474 274h16v7h-16z", "gli")
    street.add("</g>")


def far_roofs(street):
    """The roofs behind the first row."""
    d, x = "", 0
    while x < W:
        w = R.choice([34, 46, 58, 70])
        h = R.randint(46, 118) + (30 if x < 560 else 0)
        d += box(x, G - h, w, h)
        x += w + R.choice([0, 0, 10, 22])
    street.path(d, "ban")


def west_blocks(street):
    """The blocks left of the square."""
    street.block(-10, 96, 176, "ros")
    street.diag(-10, G - 176, 96, 96, "per", False)
    street.windows(-6, G - 166, 88, 150, 3, 5, 14, 18)
    street.block(86, 74, 232, "sky")
    street.bands(86, G - 232, 74, 232, 8, "pap", 0.42)
    street.windows(90, G - 218, 66, 206, 3, 8, 12, 12)
    street.block(160, 104, 142, "car")
    street.quarter(160, G - 142, 52, "per")
    street.windows(168, G - 130, 88, 116, 4, 4, 13, 17, glass=True)
    street.block(264, 66, 196, "lim")
    street.stripes(264, G - 196, 66, 196, 3, "pa2", 0.4)
    street.windows(268, G - 188, 58, 178, 3, 7, 11, 14)
    street.block(342, 118, 128, "pap")
    street.checks(342, G - 128, 118, 128, 6, 4, "sno", 4)
    street.checks(342, G - 128, 118, 128, 6, 4, "ros", 9)
    street.windows(346, G - 122, 110, 112, 6, 4, 10, 14)
    street.block(460, 72, 184, "per")
    street.diag(460, G - 112, 72, 112, "car")
    street.windows(464, G - 176, 64, 160, 3, 6, 12, 14)
    street.block(532, 52, 110, "sno")
    street.windows(536, G - 104, 44, 92, 3, 3, 9, 18, arch=True)


def square(street):
    """The mosque, the clock tower and the blocks beside them."""
    street.rect(606, G - 58, 92, 58, "pap")
    street.windows(610, G - 50, 84, 46, 4, 1, 12, 28, arch=True, lit=1)
    street.path(f"M618 {G - 58}a34 34 0 0 1 68 0z", "sky")
    street.rect(650, G - 104, 3, 14, "ink")
    street.rect(590, G - 172, 9, 172, "pap")
    street.rect(587, G - 128, 15, 5, "per")
    street.poly([(588, G - 172), (601, G - 172), (594.5, G - 206)], "blu")
    street.rect(724, G - 206, 38, 206, "sno")
    street.rect(720, G - 132, 46, 7, "per")
    street.rect(720, G - 206, 46, 7, "per")
    street.poly([(726, G - 206), (760, G - 206), (743, G - 258)], "car")
    street.rect(742, G - 276, 2, 20, "met")
    street.circ(743, G - 176, 14, "pap")
    street.line(f"M743 {G - 176}v-9M743 {G - 176}h6", "met", 2.5)
    street.windows(730, G - 120, 26, 100, 1, 3, 9, 18, arch=True, lit=0.8)
    street.block(792, 92, 158, "sky")
    street.quarter(792, G - 158, 92, "blu")
    street.windows(798, G - 62, 80, 56, 4, 2, 11, 15)
    street.windows(798, G - 150, 80, 84, 4, 3, 11, 15, glass=True)
    street.block(884, 62, 216, "ros")
    street.stripes(884, G - 216, 62, 216, 4, "pap", 0.3)
    street.windows(888, G - 208, 54, 196, 3, 8, 10, 14)


def pyramid(street):
    """The Pyramid: concrete ribs and glass."""
    street.poly(
        [(950, G), (1030, G - 92), (1056, G - 106), (1096, G - 106), (1122, G - 92), (1202, G)],
        "pap",
    )
    for left, right, top in [
        (974, 996, 1050),
        (1022, 1044, 1064),
        (1108, 1130, 1088),
        (1156, 1178, 1102),
    ]:
        street.poly([(left, G), (right, G), (top, G - 96)], "blu")
    street.poly([(1060, G), (1092, G), (1084, G - 70), (1068, G - 70)], "blu")
    street.poly([(1056, G - 106), (1096, G - 106), (1090, G - 114), (1062, G - 114)], "ban")


def east_blocks(street):
    """The blocks right of the Pyramid."""
    street.block(1204, 78, 190, "lim")
    street.diag(1204, G - 190, 78, 78, "sno", False)
    street.windows(1208, G - 180, 70, 168, 3, 7, 13, 13)
    street.rect(1296, G - 298, 54, 298, "blu")
    street.windows(1300, G - 250, 46, 240, 3, 12, 10, 11, glass=True, lit=0.62)
    street.path(f"M1284 {G - 298}h78v20a12 12 0 0 1-12 12h-54a12 12 0 0 1-12-12z", "pap")
    street.windows(1288, G - 296, 70, 18, 5, 1, 9, 9, lit=1)
    street.rect(1322, G - 336, 3, 38, "met")
    street.block(1350, 96, 152, "per")
    street.balconies(1350, G - 150, 96, 150, 3, 4, "pap")
    street.windows(1350, G - 152, 96, 146, 3, 4, 15, 14)
    street.block(1446, 70, 226, "pap")
    street.checks(1446, G - 226, 70, 226, 4, 10, "per", 3)
    street.checks(1446, G - 226, 70, 226, 4, 10, "sky", 14)
    street.checks(1446, G - 226, 70, 226, 4, 10, "lim", 21)
    street.windows(1448, G - 222, 66, 216, 4, 10, 8, 12)
    street.block(1528, 112, 134, "ros")
    street.quarter(1584, G - 134, 56, "car")
    street.windows(1534, G - 124, 100, 112, 5, 4, 10, 14)
    street.block(1640, 76, 264, "car")
    street.bands(1640, G - 264, 76, 264, 9, "ros", 0.36)
    street.windows(1644, G - 248, 68, 240, 3, 9, 12, 12, glass=True)
    street.block(1716, 92, 168, "sno")
    street.diag(1716, G - 168, 92, 168, "per")
    street.windows(1722, G - 160, 80, 150, 4, 6, 11, 13)
    street.block(1808, 58, 222, "sky")
    street.stripes(1808, G - 222, 58, 222, 2, "blu", 0.5)
    street.windows(1811, G - 214, 52, 204, 2, 8, 12, 14, glass=True)
    street.block(1866, 70, 146, "lim")
    street.balconies(1866, G - 144, 66, 144, 2, 4, "par")
    street.windows(1866, G - 144, 62, 140, 2, 4, 13, 13)


def pavement(street):
    """Trees and people."""
    for t in [
        (44, 17),
        (108, 13),
        (250, 19),
        (338, 15),
        (486, 14),
        (560, 18),
        (706, 15),
        (780, 18),
        (938, 16),
        (1212, 17),
        (1282, 14),
        (1440, 18),
        (1530, 16),
        (1722, 18),
        (1846, 15),
    ]:
        street.tree(*t)
    for c in [(26, 74), (322, 88), (966, 64), (1190, 62), (1522, 92), (1702, 76)]:
        street.cypress(*c)
    for i, (px, c) in enumerate(
        [
            (196, "blu"),
            (212, "per"),
            (390, "car"),
            (660, "car"),
            (676, "blu"),
            (690, "per"),
            (860, "par"),
            (1010, "per"),
            (1026, "blu"),
            (1142, "car"),
            (1410, "blu"),
            (1574, "blu"),
            (1590, "par"),
            (1776, "blu"),
        ]
    ):
        street.person(px, G, c, 1.0 if i % 3 else 0.8)


def traffic(street):
    """Road, lamps, the bus and two bicycles."""
    street.rect(0, G, W, 34, "roa")
    street.path("".join(box(x, G + 16, 44, 2) for x in range(10, W, 92)), "sno")
    for lx in (150, 430, 830, 1130, 1390, 1620, 1790):
        street.line(f"M{lx} {G}v-62h16", "met", 2.5)
        street.path(f"M{lx + 8} {G - 62}h16l-3 6h-10z", "lit")
    street.add('<g class="bus">')
    bx, by = 1000, G - 38
    street.path(f"M{bx} {by + 6}a7 7 0 0 1 7-6h150a9 9 0 0 1 9 7l4 26v15h-170z", "car")
    street.path(
        "".join(box(bx + 9 + i * 28, by + 8, 22, 16) for i in range(5))
        + f"M{bx + 150} {by + 8}h13l4 16h-17z",
        "gli",
    )
    street.rect(bx, by + 31, 170, 4, "sno")
    for wx in (bx + 34, bx + 134):
        street.circ(wx, by + 48, 10, "ink")
        street.circ(wx, by + 48, 3.5, "pap")
    street.add("</g>")
    for cx, c in ((606, "blu"), (1700, "par")):
        cy = G + 10
        street.line(
            f"M{cx - 10} {cy}a10 10 0 1 0 20 0a10 10 0 1 0-20 0M{cx + 22} {cy}a10 10 0 1 0 20 0a10 10 0 1 0-20 0M{cx} {cy}l10-14h16l6 14M{cx + 10} {cy - 14}l8 14l8-14M{cx + 26} {cy - 20}h-4l4 6",
            "met",
            2.5,
        )
        street.circ(cx + 18, cy - 39, 6, "per")
        street.path(f"M{cx + 8} {cy - 16}l6-17h8l4 8l8 3v4l-11-2l-3 10z", c)


def river(street):
    """The bank and the Lana."""
    street.rect(0, G + 34, W, 10, "pa2")
    street.path(
        "".join(
            f"M{x} {G + 36}a{r} {r} 0 0 1 {2 * r} 0z"
            for x, r in [(R.randint(0, 1900), R.choice([5, 7, 9])) for _ in range(46)]
        ),
        "par",
    )
    street.rect(0, G + 44, W, 40, "riv")
    street.path(
        "".join(
            box(R.randint(0, 1880), G + 52 + R.choice([0, 8, 16, 24]), R.randint(24, 120), 3)
            for _ in range(26)
        ),
        "ri2",
    )


def skyline():
    """Return the panorama as SVG."""
    R.seed(22_04_2014)
    street = Street(W, H, "xMidYMax slice")
    for layer in (
        mountains,
        far_roofs,
        west_blocks,
        square,
        pyramid,
        east_blocks,
        pavement,
        traffic,
        river,
    ):
        layer(street)
    return street.svg(MOTION)
