"""A model city on a grid: a cell is about 20 metres wide."""

import numpy as np

from .noise import F, rgb

# One storey and one window bay, in cells.
FLOOR, BAY = 0.15, 0.15

WALLS = [
    rgb(c)
    for c in (
        "#ffc345",
        "#f07a35",
        "#ef9aa4",
        "#b3264d",
        "#c6dc69",
        "#2f8f57",
        "#9fd3ee",
        "#3450c8",
        "#f6ead6",
        "#e9c9a0",
        "#d9573f",
        "#7a6fc0",
        "#f3d98b",
        "#bfe0d2",
    )
]
WHITE, INK, GREEN, GREEN2 = rgb("#f4efe6"), rgb("#1d1a3a"), rgb("#4f8f3e"), rgb("#8fae3f")


class City:
    """Cells hold up to K boxes and M ellipsoids; each has a colour and a material."""

    def __init__(self, n=64, k=6, m=8, seed=1):
        self.n, self.k, self.m = n, k, m
        self.r = np.random.default_rng(seed)
        self.kind = np.zeros(
            (n, n), np.int8
        )  # 0 paving 1 block 2 road-x 3 road-y 4 crossing 5 park 6 water
        self.nb = np.zeros((n, n), np.int32)
        self.ne = np.zeros((n, n), np.int32)
        self.b = np.zeros((n, n, k, 6), F)
        self.bc = np.zeros((n, n, k, 2, 3), F)
        self.bm = np.zeros((n, n, k, 2), np.int32)
        self.e = np.zeros((n, n, m, 5), F)
        self.ec = np.zeros((n, n, m, 3), F)
        self.em = np.zeros((n, n, m), np.int32)
        self.ground = {}

    def box(self, x0, x1, y0, y1, z0, z1, c, c2=None, mat=0, seed=None):
        """Add a box; returns silently when its cell is full or outside."""
        i, j = int((x0 + x1) / 2), int((y0 + y1) / 2)
        if not (0 <= i < self.n and 0 <= j < self.n):
            return
        k = self.nb[i, j]
        if k >= self.k:
            return
        self.b[i, j, k] = (x0, x1, y0, y1, z0, z1)
        self.bc[i, j, k, 0] = c
        self.bc[i, j, k, 1] = c if c2 is None else c2
        self.bm[i, j, k] = (mat, self.r.integers(1 << 20) if seed is None else seed)
        self.nb[i, j] += 1

    def ell(self, x, y, z, r, sz, c, mat=0):
        """Add an ellipsoid of radius r, stretched upwards by sz."""
        i, j = int(x), int(y)
        if not (0 <= i < self.n and 0 <= j < self.n):
            return
        k = self.ne[i, j]
        if k >= self.m:
            return
        self.e[i, j, k] = (x, y, z, r, sz)
        self.ec[i, j, k] = c
        self.em[i, j, k] = mat
        self.ne[i, j] += 1

    # -- things ---------------------------------------------------------------
    def tree(self, x, y, r=0.17, tint=None):
        """A tree inside its cell."""
        r *= float(self.r.uniform(0.75, 1.2))
        x = min(max(x, int(x) + r + 0.01), int(x) + 0.99 - r)
        y = min(max(y, int(y) + r + 0.01), int(y) + 0.99 - r)
        c = (
            (
                GREEN * self.r.uniform(0.6, 1.15) * (1 - 0.4)
                + GREEN2 * 0.4 * self.r.uniform(0.4, 1.1)
            )
            if tint is None
            else tint * self.r.uniform(0.8, 1.15)
        )
        self.ell(x, y, r * 1.25, r, 1.1, c, 1)

    def block(self, i, j, h, mat=None, c=None, c2=None, inset=0.09, roof=True):
        """A block of flats with painted walls, something on its roof, and a staircase."""
        a = self.r.integers(len(WALLS))
        b = self.r.integers(len(WALLS))
        c = WALLS[a] if c is None else c
        c2 = (WALLS[b] if self.r.random() < 0.7 else WHITE) if c2 is None else c2
        mat = int(self.r.integers(10, 17)) if mat is None else mat
        x0, x1, y0, y1 = i + inset, i + 1 - inset, j + inset, j + 1 - inset
        h = round(h / FLOOR) * FLOOR
        self.kind[i, j] = 1
        self.box(x0, x1, y0, y1, 0, h, c, c2, mat)
        if not roof:
            return
        w = self.r.uniform(0.16, 0.3)
        px, py = self.r.uniform(x0 + 0.08, x1 - w - 0.08), self.r.uniform(y0 + 0.08, y1 - w - 0.08)
        self.box(px, px + w, py, py + w * 0.8, h, h + 0.13, c * 0.9, None, 0)
        t = self.r.random()
        if t < 0.35:
            for q in range(2):
                self.box(
                    x0 + 0.1 + q * 0.26,
                    x0 + 0.3 + q * 0.26,
                    y0 + 0.1,
                    y0 + 0.4,
                    h + 0.03,
                    h + 0.05,
                    rgb("#1c2a55"),
                    None,
                    2,
                )
        elif t < 0.8:
            for _ in range(2):
                self.ell(
                    self.r.uniform(x0 + 0.08, x1 - 0.08),
                    self.r.uniform(y0 + 0.08, y1 - 0.08),
                    h + 0.05,
                    0.045,
                    1.1,
                    WHITE * 0.9,
                    0,
                )

    def car(self, x, y, along="y", c=None, s=1.0, bus=False):
        """A car, or a bus."""
        c = (
            [
                WHITE,
                WHITE * 0.75,
                INK * 2.2,
                WALLS[3],
                WALLS[7],
                WALLS[0],
                rgb("#9aa0a8"),
                WALLS[1],
                WALLS[6],
            ][self.r.integers(9)]
            if c is None
            else c
        )
        length, w, h = (0.62, 0.13, 0.14) if bus else (0.215, 0.095, 0.045)
        length *= s
        w *= s
        h *= s
        dx, dy = (w / 2, length / 2) if along == "y" else (length / 2, w / 2)
        self.box(x - dx, x + dx, y - dy, y + dy, 0.012, h, c, INK, 4 if bus else 3)
        if not bus:
            self.box(
                x - dx * (0.86 if along == "y" else 0.55),
                x + dx * (0.86 if along == "y" else 0.5),
                y - dy * (0.55 if along == "y" else 0.86),
                y + dy * (0.5 if along == "y" else 0.86),
                h,
                h + 0.032 * s,
                c,
                INK,
                3,
            )
        else:
            self.box(
                x - dx * 0.6,
                x + dx * 0.6,
                y - dy * 0.5,
                y + dy * 0.1,
                h,
                h + 0.02,
                c * 0.9,
                None,
                0,
            )

    def person(self, x, y, s=1.0):
        """A person: a body and a head."""
        c = WALLS[self.r.integers(len(WALLS))] * self.r.uniform(0.6, 1)
        self.ell(x, y, 0.03 * s, 0.013 * s, 2.3, c, 0)
        self.ell(
            x,
            y,
            0.068 * s,
            0.0095 * s,
            1.1,
            rgb("#c99a78") if self.r.random() < 0.6 else rgb("#3a2a25"),
            0,
        )
