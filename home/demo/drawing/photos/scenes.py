"""The sixteen views: what stands in each, and from where it is seen."""

import math

import numpy as np

from .city import GREEN, GREEN2, WALLS, City
from .light import BLUE, GOLD, MORN, NOON, ROSE
from .noise import rgb, vnoise
from .streets import streets


def boulevard():
    """Along the boulevard to the north, in the gold of late afternoon."""
    return {
        **GOLD,
        "city": streets(seed=5, river=30, boulevard=31, tall=0.05),
        "eye": (32.4, 12, 4.2),
        "at": (32.0, 30, 0.9),
        "fov": 44,
        "aperture": 0.03,
        "ridge_gain": 1.5,
        "haze": 0.009,
        "sun_at": (120, 26),
    }


def blocks():
    """A corner of painted blocks at noon, from a balcony opposite."""
    return {
        **NOON,
        "city": streets(seed=12, hmin=1.3, hmax=2.2, park=0, every=3),
        "eye": (27.5, 22.2, 1.3),
        "at": (30.2, 27, 1.05),
        "fov": 46,
        "sun_at": (205, 42),
        "clouds": 0.55,
    }


def night():
    """The boulevard from the air, an hour after sunset."""
    return {
        **BLUE,
        "city": streets(seed=31, hmin=0.7, hmax=2.0, tall=0.1, boulevard=31),
        "eye": (32.4, 14, 4.3),
        "at": (32.1, 30, 0.7),
        "fov": 40,
        "aperture": 0.03,
    }


def dusk():
    """Roofs in red light."""
    return {
        **ROSE,
        "city": streets(seed=44, hmin=0.6, hmax=1.7, river=34),
        "eye": (20, 17, 3.4),
        "at": (32, 36, 0.9),
        "fov": 42,
        "ridge_gain": 1.25,
    }


def mist():
    """Morning over the plain."""
    return {
        **MORN,
        "city": streets(seed=72, hmin=0.5, hmax=1.3, tall=0.14),
        "eye": (22.4, 12.6, 3.4),
        "at": (33, 34, 1.2),
        "fov": 36,
        "mist": 0.4,
        "mist_h": 1.6,
        "haze": 0.016,
        "sun_at": (34, 13),
        "sun_gain": 4.4,
        "glow": 1.6,
        "ridge_gain": 1.2,
        "exposure": 1.02,
    }


def river():
    """Low over the Lana, upstream."""
    c = streets(seed=81, hmin=0.7, hmax=1.7, river=31, k=6)
    return {
        **GOLD,
        "city": c,
        "eye": (18.2, 32.0, 0.42),
        "at": (32, 32.05, 0.62),
        "fov": 50,
        "sun_at": (330, 20),
        "ripple": 0.05,
        "clouds": 0.55,
        "ridge_gain": 0.8,
    }


def rain():
    """The wet boulevard from the height of a bus."""
    c = streets(seed=93, hmin=0.8, hmax=1.9, boulevard=31, tall=0.08)
    return {
        **BLUE,
        "city": c,
        "sky": ("#1a2550", "#4a5a94", "#b48a9c"),
        "eye": (32.3, 15.2, 0.5),
        "at": (32.05, 24, 0.6),
        "fov": 50,
        "wet": True,
        "ripple": 0.09,
        "night": 2.0,
        "amb": 0.8,
        "aperture": 0.016,
        "focus": 5.0,
        "exposure": 1.3,
    }


def park():
    """The lake of the Grand Park, from above."""
    c = City(40, 2, 14, 5)
    r = c.r
    c.kind[:] = 5
    for i in range(40):
        for j in range(40):
            k = float(vnoise(np.array([i * 0.31]), np.array([j * 0.31]), 3)[0])
            for _ in range(int(13 * max(0, k - 0.18))):
                x, y = i + r.random(), j + r.random()
                if (
                    abs(math.sin(x * 0.9 + 1.2 * math.sin(y * 0.55)) + 0.35 * math.sin(y * 1.3))
                    < 0.3
                ):
                    continue
                if ((x - 24) / 4.6) ** 2 + ((y - 18.4) / 2.7) ** 2 < 1.35:
                    continue
                c.tree(
                    x,
                    y,
                    0.23,
                    tint=[
                        GREEN,
                        GREEN * 0.7 + GREEN2 * 0.3,
                        GREEN2 * 0.9,
                        GREEN * 0.8,
                        rgb("#d9a441") * 0.9,
                        rgb("#4e7d3a"),
                    ][r.integers(6)],
                )
            for _ in range(3):
                c.person(i + r.random(), j + r.random(), 1.3) if ((i - 23.5) / 6) ** 2 + (
                    (j - 18) / 4
                ) ** 2 > 1 else None
    return {
        **GOLD,
        "city": c,
        "eye": (20, 13, 13.5),
        "at": (20.3, 18.6, 0),
        "fov": 46,
        "sun_at": (290, 24),
        "sun_gain": 4.6,
        "haze": 0.003,
        "path": 0.12,
        "water": "#2b8a9a",
        "ripple": 0.02,
        "lake": (24, 18.4, 4.4, 2.5),
    }


def crossing():
    """Four streets and seven hundred people on foot."""
    c = City(32, 8, 10, 8)
    r = c.r
    c.kind[:] = 0
    for q in (15, 16):
        c.kind[q, :] = 3
        c.kind[:, q] = 2
    c.kind[15:17, 15:17] = 4
    for j in range(32):
        for q in (15, 16):
            if j in (15, 16):
                continue
            for w in (0.22, 0.72):
                for lane in (0.3, 0.7):
                    if r.random() < 0.55:
                        c.car(q + lane, j + w, "y", s=1.25)
                    if r.random() < 0.55:
                        c.car(j + w, q + lane, "x", s=1.25)
        for q in (14.5, 17.5):
            for s in (0.2, 0.7):
                c.tree(q, j + s, 0.21)
                c.tree(j + s, q, 0.21)
    for _ in range(700):
        x, y = r.uniform(10, 22), r.uniform(10, 22)
        if (int(x) in (15, 16)) != (int(y) in (15, 16)) and r.random() < 0.9:
            continue
        c.person(x, y, 2.1)
    for i in range(32):
        for j in range(32):
            if abs(i - 15.5) > 2 and abs(j - 15.5) > 2:
                c.block(i, j, r.uniform(0.4, 0.7))
    return {
        **GOLD,
        "city": c,
        "eye": (15.0, 14.2, 7.4),
        "at": (15.95, 16.1, 0),
        "fov": 38,
        "up": (0.25, 1, 0),
        "sun_at": (300, 40),
        "sun_gain": 3.8,
        "haze": 0.002,
        "paving": rgb("#cbb79c"),
    }


def parking():
    """Bays, a third of them empty."""
    c = City(24, 8, 6, 17)
    r = c.r
    c.kind[:] = 7
    for i in range(24):
        for j in range(24):
            if j % 3 == 1:
                c.kind[i, j] = 2
                if r.random() < 0.16:
                    c.car(i + 0.5, j + 0.36, "x", s=1.15)
                continue
            if i in (9, 15):
                c.kind[i, j] = 5
                for q in (0.25, 0.75):
                    c.tree(i + 0.5, j + q, 0.3)
                continue
            for q in range(6):
                x = i + (q + 0.55) / 6.5 + (-0.045 if i % 2 else 0.0)
                if r.random() < 0.8 and i < x < i + 0.95:
                    c.car(x + 0.012, j + (0.24 if r.random() < 0.5 else 0.76), "y", s=1.12)
    return {
        **NOON,
        "city": c,
        "eye": (12.1, 10.4, 6.6),
        "at": (12.2, 12.2, 0),
        "fov": 40,
        "up": (0.35, 1, 0),
        "sun_at": (310, 34),
        "bays": True,
        "haze": 0.001,
        "sun_gain": 4,
    }


def square():
    """The paving of the square as a disc, and a day without cars."""
    c = City(36, 4, 22, 29)
    r = c.r
    c.kind[:] = 0
    for _ in range(1500):
        a, d = r.uniform(0, 2 * math.pi), abs(r.normal(0, 4.2))
        c.person(18 + d * math.cos(a), 18 + d * math.sin(a), 2.6)
    for i in range(36):
        for j in range(36):
            dd = math.hypot(i - 17.5, j - 17.5)
            if dd > 9.5:
                c.kind[i, j] = 5
                for _ in range(4):
                    c.tree(i + r.random(), j + r.random(), 0.27)
    return {
        **GOLD,
        "city": c,
        "eye": (16.4, 14.2, 6.4),
        "at": (18.2, 18.0, 0),
        "fov": 40,
        "up": (0.3, 1, 0),
        "sun_at": (285, 30),
        "disc": (18.5, 18.8),
        "haze": 0.001,
        "sun_gain": 4.8,
    }


def market():
    """Parasols of the bazaar."""
    c = City(24, 6, 16, 37)
    r = c.r
    c.kind[:] = 0
    for i in range(24):
        for j in range(24):
            if i % 4 == 3:
                for _ in range(7):
                    c.person(i + r.random(), j + r.random(), 2.1)
                continue
            for a in (0.27, 0.75):
                for b in (0.27, 0.75):
                    if r.random() < 0.88:
                        c.ell(
                            i + a + r.normal(0, 0.012),
                            j + b + r.normal(0, 0.012),
                            0.22,
                            0.225,
                            0.3,
                            WALLS[[0, 1, 2, 3, 4, 5, 6, 7, 8, 10][r.integers(10)]],
                            5 if r.random() < 0.55 else 0,
                        )
                    else:
                        for q in range(3):
                            c.box(
                                i + a - 0.14 + q * 0.1,
                                i + a - 0.06 + q * 0.1,
                                b + j - 0.12,
                                j + b + 0.1,
                                0,
                                0.09,
                                [WALLS[1], WALLS[4], WALLS[3]][q % 3],
                                None,
                                0,
                            )
    return {
        **NOON,
        "city": c,
        "eye": (11.6, 10.2, 6.2),
        "at": (12.2, 12.1, 0),
        "fov": 40,
        "up": (-0.4, 1, 0),
        "sun_at": (130, 36),
        "haze": 0.001,
        "sun_gain": 4,
    }


def roofs():
    """Flat roofs with panels and pots."""
    c = streets(seed=55, hmin=0.7, hmax=1.5, every=5, tall=0.02, park=0.05)
    r = c.r
    for i in range(64):
        for j in range(64):
            if c.kind[i, j] == 1:
                h = c.b[i, j, 0, 5]
                for q in range(3):
                    c.box(
                        i + 0.15 + q * 0.22,
                        i + 0.33 + q * 0.22,
                        j + 0.55,
                        j + 0.85,
                        h + 0.02,
                        h + 0.06,
                        rgb("#14224d"),
                        None,
                        2,
                    )
                for _ in range(3):
                    c.ell(
                        i + r.uniform(0.15, 0.85),
                        j + r.uniform(0.15, 0.45),
                        h + 0.05,
                        0.06,
                        0.9,
                        GREEN * r.uniform(0.7, 1.2),
                        1,
                    )
    return {
        **GOLD,
        "city": c,
        "eye": (28, 25, 4.4),
        "at": (31, 30.4, 0.8),
        "fov": 40,
        "sun_at": (250, 28),
        "aperture": 0.05,
        "haze": 0.01,
    }


def planting():
    """Rows of young trees before the blocks."""
    c = streets(seed=61, hmin=0.9, hmax=1.5, every=4, park=0)
    r = c.r
    for i in range(25, 39):
        for j in range(17, 31):
            c.kind[i, j] = 5
            c.nb[i, j] = 0
            c.ne[i, j] = 0
            for a in (0.2, 0.5, 0.8):
                for b in (0.25, 0.75):
                    if r.random() < 0.9:
                        c.ell(i + a, j + b, 0.11, 0.05, 1.5, GREEN2 * r.uniform(0.6, 1.0), 1)
            for _ in range(2):
                c.person(i + r.random(), j + r.random(), 1.9)
    return {
        **MORN,
        "city": c,
        "eye": (29.6, 18.2, 1.15),
        "at": (32.2, 26.4, 0.34),
        "fov": 46,
        "sun_at": (300, 22),
        "haze": 0.012,
        "path": 0.05,
        "aperture": 0.016,
        "focus": 4.6,
    }


def facade():
    """One wall of eleven façades."""
    c = City(16, 4, 4, 3)
    r = c.r
    c.kind[:] = 0
    for i in range(3, 14):
        h = r.uniform(2.0, 3.4)
        c.block(
            i,
            8,
            h,
            mat=[12, 10, 15, 14, 11, 12, 13, 15, 10, 12, 16][i - 3],
            inset=0.0,
            c=WALLS[[0, 6, 2, 8, 4, 1, 8, 3, 12, 7, 9][i - 3]],
            c2=WALLS[[1, 8, 3, 5, 8, 0, 2, 12, 10, 6, 1][i - 3]],
        )
    return {
        **NOON,
        "city": c,
        "eye": (6.2, 4.4, 0.9),
        "at": (8.5, 8, 1.0),
        "fov": 34,
        "sun_at": (244, 38),
        "sun_gain": 3.2,
        "haze": 0,
        "exposure": 0.72,
    }


def bus():
    """Buses in their lane on the ring road."""
    c = streets(seed=23, hmin=0.9, hmax=1.7, boulevard=31, park=0.02)
    r = c.r
    for j in range(64):
        for i in (31, 32):
            c.nb[i, j] = 0
    for j, x, col in (
        (20, 31.42, WALLS[3]),
        (22, 32.55, WALLS[5]),
        (25, 31.42, WALLS[3]),
        (28, 32.55, WALLS[0]),
    ):
        c.car(x, j + 0.5, "y", c=col, bus=True, s=1.25)
    for j in range(16, 40):
        if r.random() < 0.6:
            c.car(31.75 if j % 2 else 32.28, j + 0.5, "y", s=1.1)
    return {
        **GOLD,
        "city": c,
        "eye": (30.9, 17.2, 1.25),
        "at": (32.1, 22.2, 0.25),
        "fov": 46,
        "sun_at": (255, 24),
        "aperture": 0.02,
        "focus": 4.2,
        "haze": 0.014,
    }


SCENES = {
    view.__name__: view
    for view in (
        boulevard,
        blocks,
        night,
        dusk,
        mist,
        river,
        rain,
        park,
        crossing,
        parking,
        square,
        market,
        roofs,
        planting,
        facade,
        bus,
    )
}
