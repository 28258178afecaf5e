"""What a ray sees where it lands: paving, water, leaves, painted walls."""

# ruff: noqa: N803, N806 - capital letters are arrays of vectors, one row per ray.

import math

import numpy as np

from .city import BAY, FLOOR, GREEN, GREEN2, WALLS, WHITE
from .noise import F, fbm, hash2, rgb


def surface(city, P, D, T, ob, ci, cj, sc):
    """Normal, albedo, emission, mirror share and roughness at the hits."""
    n = len(P)
    Nn = np.zeros((n, 3), F)
    al = np.zeros((n, 3), F)
    em = np.zeros((n, 3), F)
    mir = np.zeros(n, F)
    night = sc.get("night", 0.0)
    g = np.nonzero(ob == 0)[0]
    if len(g):
        x, y = P[g, 0], P[g, 1]
        k = city.kind[ci[g], cj[g]]
        fx, fy = x - np.floor(x), y - np.floor(y)
        nz = fbm(x * 9, y * 9, 3, 3)
        Nn[g, 2] = 1
        base = np.array(sc.get("paving", rgb("#b9a893")), F)
        col = base * (0.82 + 0.36 * nz[:, None])
        tile = ((np.floor(x * 10) + np.floor(y * 10)) % 2)[:, None]
        col = col * (1 - 0.06 * tile)
        asphalt = rgb("#4b4a52") * (0.8 + 0.4 * nz[:, None])
        for kind, f, gg in ((2, fy, x), (3, fx, y)):
            s = k == kind
            c = (
                np.where((f < 0.12) | (f > 0.88), 1, 0)[:, None] * col
                + np.where((f < 0.12) | (f > 0.88), 0, 1)[:, None] * asphalt
            )
            dash = (
                (np.abs(f - 0.5) < 0.012) & ((gg * 3.0) % 1 < 0.55)
                | (np.abs(f - 0.135) < 0.008)
                | (np.abs(f - 0.865) < 0.008)
            )
            c = np.where(dash[:, None], WHITE * 0.8, c)
            col = np.where(s[:, None], c, col)
        s = k == 4
        zebra = ((fx < 0.1) | (fx > 0.9)) & ((fy * 9) % 1 < 0.5) | ((fy < 0.1) | (fy > 0.9)) & (
            (fx * 9) % 1 < 0.5
        )
        col = np.where(s[:, None], np.where(zebra[:, None], WHITE * 0.8, asphalt), col)
        s = k == 5
        grass = (GREEN * 0.55 + GREEN2 * 0.5) * (0.55 + 0.8 * fbm(x * 5, y * 5, 9, 4)[:, None])
        path = np.abs(
            np.sin(x * 0.9 + 1.2 * np.sin(y * 0.55)) * 1.0 + 0.35 * np.sin(y * 1.3)
        ) < sc.get("path", 0.09)
        col = np.where(
            s[:, None],
            np.where(path[:, None], rgb("#d8c4a2") * (0.9 + 0.2 * nz[:, None]), grass),
            col,
        )
        s = k == 6
        if sc.get("lake") is not None:
            lx, ly, la, lb = sc["lake"]
            q = (
                ((x - lx) / la) ** 2
                + ((y - ly) / lb) ** 2
                + 0.35 * (fbm(x * 0.5, y * 0.5, 19, 3) - 0.5)
            )
            s = q < 1
            col = np.where(
                ((q >= 1) & (q < 1.1))[:, None], rgb("#d8c4a2") * (0.85 + 0.2 * nz[:, None]), col
            )
        col = np.where(s[:, None], rgb(sc.get("water", "#24606b")) * 0.35, col)
        mir[g] = np.where(s, F(0.72), 0)
        if sc.get("bays") is not None:  # parking bays
            s = k == 7
            line = ((x * 6.5) % 1 < 0.06) & (np.abs((y % 1) - 0.5) > 0.18) | (
                np.abs((y % 1) - 0.5) < 0.006
            )
            col = np.where(s[:, None], np.where(line[:, None], WHITE * 0.85, asphalt * 1.15), col)
        if sc.get("disc") is not None:  # paving pattern of the square
            cx, cy = sc["disc"]
            rr = np.hypot(x - cx, y - cy)
            an = np.arctan2(y - cy, x - cx)
            ring = ((rr * 2.2) % 1 < 0.07) | ((an * 24 / math.pi) % 1 < 0.05)
            tint = np.array([WALLS[8], WALLS[9] * 1.05, WALLS[2] * 0.9 + 0.05, WALLS[12]])[
                (np.floor(rr * 2.2).astype(int) * 5 + np.floor(an * 24 / math.pi).astype(int)) % 4
            ]
            col = np.where(
                (k == 0)[:, None],
                np.where(
                    ring[:, None], base * 0.75, tint * (0.5 + 0.2 * nz[:, None]) + base * 0.25
                ),
                col,
            )
        if sc.get("wet"):
            mir[g] = np.maximum(
                mir[g],
                np.where((k == 5), 0, 0.2 + 0.55 * (fbm(x * 3, y * 3, 77, 3) > 0.47)).astype(F),
            )
        al[g] = col
        if night:  # street lamps pool light on roads
            gx, gy = np.where(k == 2, fy, fx), np.where(k == 2, fx, fy)
            lamp = np.exp(-((gy % 1 - 0.5) ** 2 * 26 + np.minimum(gx, 1 - gx) ** 2 * 14))
            em[g] += (np.isin(k, (2, 3, 4)) * lamp * 0.5)[:, None] * rgb("#ffb35a") * night
    g = np.nonzero(ob == -2)[0]
    if len(g):
        x, y = P[g, 0], P[g, 1]
        Nn[g, 2] = 1
        al[g] = (GREEN * 0.5 + rgb("#a59a6a") * 0.4) * (
            0.5 + 0.9 * fbm(x * 0.8, y * 0.8, 21, 4)[:, None]
        )
    g = np.nonzero(ob >= 100)[0]
    if len(g):
        kk = ob[g] - 100
        E = city.e[ci[g], cj[g], kk]
        v = P[g] - E[:, :3]
        v[:, 2] /= E[:, 4] ** 2
        v /= np.linalg.norm(v, axis=1, keepdims=True) + 1e-9
        c = city.ec[ci[g], cj[g], kk].copy()
        mt = city.em[ci[g], cj[g], kk]
        leaf = mt == 1
        if leaf.any():  # break up the canopy
            q = P[g] * 26
            a = fbm(q[:, 0] + q[:, 2] * 0.7, q[:, 1] - q[:, 2] * 0.6, 31, 3)
            b = fbm(q[:, 1] * 0.9 + 40, q[:, 0] + q[:, 2], 57, 3)
            v = np.where(
                leaf[:, None], v + np.stack([a - 0.5, b - 0.5, (a + b - 1) * 0.6], 1) * 1.5, v
            )
            v /= np.linalg.norm(v, axis=1, keepdims=True) + 1e-9
            c = np.where(leaf[:, None], c * (0.45 + 1.1 * a[:, None]), c)
        um = mt == 5  # parasols: two-tone wedges
        if um.any():
            an = np.arctan2(P[g, 1] - E[:, 1], P[g, 0] - E[:, 0])
            w = (np.floor(an * 8 / math.pi) % 2)[:, None]
            c = np.where(um[:, None], c * (1 - w) + WHITE * 0.9 * w, c)
        Nn[g] = v
        al[g] = c
    g = np.nonzero((ob >= 1) & (ob < 100))[0]
    if len(g):
        kk = ob[g] - 1
        B = city.b[ci[g], cj[g], kk]
        C = city.bc[ci[g], cj[g], kk]
        M = city.bm[ci[g], cj[g], kk]
        p = P[g]
        dist = np.stack(
            [
                np.abs(p[:, 0] - B[:, 0]),
                np.abs(p[:, 0] - B[:, 1]),
                np.abs(p[:, 1] - B[:, 2]),
                np.abs(p[:, 1] - B[:, 3]),
                np.abs(p[:, 2] - B[:, 4]),
                np.abs(p[:, 2] - B[:, 5]),
            ],
            1,
        )
        f = dist.argmin(1)
        nm = np.zeros((len(g), 3), F)
        nm[np.arange(len(g)), f // 2] = np.where(f % 2, 1, -1)
        Nn[g] = nm
        side = f < 4
        onx = f < 2
        u = np.where(onx, p[:, 1] - B[:, 2], p[:, 0] - B[:, 0])
        w = np.where(onx, B[:, 3] - B[:, 2], B[:, 1] - B[:, 0])
        z = p[:, 2] - B[:, 4]
        h = B[:, 5] - B[:, 4]
        c1, c2, mat, sd = C[:, 0], C[:, 1], M[:, 0], M[:, 1]
        col = c1 * (
            0.9 + 0.2 * fbm(p[:, 0] * 14 + p[:, 2] * 9, p[:, 1] * 14 + p[:, 2] * 11, 41, 3)[:, None]
        )
        bm = np.zeros(len(g), F)
        be = np.zeros((len(g), 3), F)
        # painted block
        s = mat >= 10
        nc = np.maximum(np.round(w / BAY), 1)
        bay = w / nc
        ic = np.floor(u / bay).astype(int)
        fl = np.floor(z / FLOOR).astype(int)
        lu, lv = u / bay - ic, z / FLOOR - fl
        tot = np.round(h / FLOOR)
        hh = hash2(ic + sd, fl * 7 + sd, f)
        two = np.select(
            [mat == 10, mat == 11, mat == 12, mat == 13, mat == 14, mat == 15, mat == 16],
            [
                fl % 2 == 0,
                ic % 2 == 0,
                hh < 0.4,
                u / w > z / h,
                (u / w) ** 2 + (z / h) ** 2 < 0.8,
                (fl // 3 + ic // 2) % 2 == 0,
                lv < 0.3,
            ],
            False,
        )
        wall = np.where(two[:, None], c2, c1) * (
            0.9 + 0.2 * fbm(p[:, 0] * 6 + p[:, 2] * 9, p[:, 1] * 6 + p[:, 2] * 3, 43, 3)[:, None]
        )
        wall = wall * (1 - 0.25 * np.exp(-z * 14))[:, None]  # dirt near the street
        win = (np.abs(lu - 0.5) < 0.26) & (lv > 0.28) & (lv < 0.82) & (z > FLOOR * 0.9) & (fl < tot)
        frame = win & ~(
            (np.abs(lu - 0.5) < 0.22) & (lv > 0.33) & (lv < 0.79) & (np.abs(lu - 0.5) > 0.018)
        )
        shop = (z < FLOOR * 0.9) & (np.abs(lu - 0.5) < 0.4) & (z < FLOOR * 0.68)
        awn = (z > FLOOR * 0.68) & (z < FLOOR * 0.86) & (hash2(ic + sd, 5, f) < 0.6)
        balc = (hash2(ic + sd, 3, f) < 0.34) & (z > FLOOR)
        slab = balc & (lv < 0.07)
        rail = balc & (lv >= 0.07) & (lv < 0.3) & ((lu * 12) % 1 < 0.5)
        shade = balc & (lv > 0.86)
        blind = win & (hash2(ic, fl, sd) < 0.35) & (lv > 0.82 - 0.5 * hash2(fl, ic, sd + 1))
        sill = (np.abs(lu - 0.5) < 0.3) & (lv > 0.235) & (lv <= 0.28) & (z > FLOOR * 0.9)
        ac = (
            (hash2(ic + 9, fl, sd) < 0.2)
            & (np.abs(lu - 0.86) < 0.075)
            & (np.abs(lv - 0.42) < 0.09)
            & (z > FLOOR)
        )
        wall = np.where(sill[:, None], wall * 1.25, wall)
        wall = np.where(shade[:, None], wall * 0.55, wall)
        wall = np.where(slab[:, None], WHITE * 0.8, wall)
        wall = np.where(rail[:, None], wall * 0.6, wall)
        wall = np.where(ac[:, None], WHITE * 0.75, wall)
        wall = np.where(
            awn[:, None],
            np.where(((lu * 10) % 1 < 0.5)[:, None], WHITE * 0.9, WALLS[3] * 0.9),
            wall,
        )
        glass = (win & ~frame & ~blind) | shop
        wall = np.where(frame[:, None], WHITE * 0.75, wall)
        wall = np.where(
            blind[:, None],
            WHITE * np.array([0.8, 0.72, 0.6]) * (0.8 + 0.2 * ((lv * 40) % 1 < 0.6))[:, None],
            wall,
        )
        wall = np.where(glass[:, None], rgb("#1b2738") * (0.5 + hh[:, None]), wall)
        bm = np.where(s & side & glass, F(0.5), bm)
        if night:
            on = (hash2(ic + 3, fl + 11, sd) < 0.46) | shop
            warm = (
                np.where((hash2(fl, ic, sd + 7) < 0.75)[:, None], rgb("#ffb04a"), rgb("#cfe4ff"))
                * (0.35 + 1.1 * hash2(ic, fl, sd + 5))[:, None]
            )
            be = np.where(
                (s & side & (glass | blind) & on)[:, None],
                warm * night * (1.0 - 0.45 * blind[:, None]),
                be,
            )
        col = np.where((s & side)[:, None], wall, col)
        edge = np.minimum(
            np.minimum(p[:, 0] - B[:, 0], B[:, 1] - p[:, 0]),
            np.minimum(p[:, 1] - B[:, 2], B[:, 3] - p[:, 1]),
        )
        rt = hash2(sd, 77, 1)
        roof = np.select(
            [rt < 0.35, rt < 0.55, rt < 0.72],
            [np.float32(0), np.float32(1), np.float32(2)],
            np.float32(3),
        ).astype(int)
        rc = np.array([rgb("#b9573a"), rgb("#cfc6b8"), GREEN * 0.9, rgb("#9c968f")])[roof] * (
            0.75 + 0.5 * fbm(p[:, 0] * 22, p[:, 1] * 22, 61, 3)[:, None]
        )
        rc = np.where((edge < 0.035)[:, None], WHITE * 0.82, rc)
        col = np.where((s & ~side)[:, None], rc, col)
        # solar panel, car, bus
        s = mat == 2
        ln = ((p[:, 0] * 16) % 1 < 0.08) | ((p[:, 1] * 16) % 1 < 0.08)
        col = np.where(
            (s & ~side)[:, None], np.where(ln[:, None], WHITE * 0.4, rgb("#14224d")), col
        )
        bm = np.where(s & ~side, F(0.3), bm)
        s = (mat == 3) & (B[:, 4] > 0.03)
        gl = side & (z > h * 0.18) & (z < h * 0.86)
        col = np.where((s & gl)[:, None], rgb("#141a26"), col)
        bm = np.where(s & gl, F(0.55), bm)
        s = mat == 3
        bm = np.where(s & ~gl, F(0.1), bm)
        s = mat == 4
        gl = side & (z > h * 0.45) & (z < h * 0.86) & (((u / w) * 6) % 1 > 0.1)
        col = np.where((s & gl)[:, None], rgb("#16202e"), col)
        bm = np.where(s & gl, F(0.5), bm)
        col = np.where((s & side & (z < h * 0.3) & (z > h * 0.2))[:, None], WHITE, col)
        if night:
            s = (mat == 4) & gl
            be = np.where(s[:, None], rgb("#ffe0a0") * night, be)
            s = np.isin(mat, (3,)) & side & (z < 0.03) & (B[:, 4] < 0.03)
            red = f % 2 == 0
            be = np.where(
                s[:, None],
                np.where(red[:, None], rgb("#ff2a1a") * 3, rgb("#fff0c8") * 4) * night,
                be,
            )
        al[g] = col
        mir[g] = bm
        em[g] = be
    return Nn, al, em, mir
