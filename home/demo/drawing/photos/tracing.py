"""Which thing does a ray meet first?"""

# ruff: noqa: N806 - capital letters are arrays of vectors, one row per ray.

import numpy as np

from .noise import F

BIG = F(1e9)


def trace(city, o, d, tmax=90.0):
    """Nearest hit. Returns t, object id (-1 sky, 0 ground, 1+k box, 100+k ellipsoid), cell, normal."""
    n = len(o)
    N = city.n
    T = np.full(n, BIG, F)
    ob = np.full(n, -1, np.int32)
    ci = np.zeros(n, np.int32)
    cj = np.zeros(n, np.int32)
    d = np.where(np.abs(d) < 1e-6, F(1e-6), d).astype(F)
    inv = 1 / d
    # enter the grid
    t1, t2 = (0 - o[:, :2]) * inv[:, :2], (N - o[:, :2]) * inv[:, :2]
    t_in = np.maximum(np.minimum(t1, t2).max(1), 0).astype(F) + F(1e-4)
    t_out = np.maximum(t1, t2).min(1)
    zc = F(city.zmax)
    tz = (zc - o[:, 2]) * inv[:, 2]  # above the highest roof nothing can be hit
    above = o[:, 2] > zc
    t_in = np.where(above & (d[:, 2] < 0), np.maximum(t_in, tz + F(1e-4)), t_in)
    t_out = np.where(~above & (d[:, 2] > 0), np.minimum(t_out, tz), t_out)
    ok = (t_in < t_out) & ~(above & (d[:, 2] >= 0))
    act = np.nonzero(ok)[0]
    t = t_in[act]
    p = o[act] + d[act] * t[:, None]
    ix, iy = (
        np.clip(p[:, 0].astype(np.int32), 0, N - 1),
        np.clip(p[:, 1].astype(np.int32), 0, N - 1),
    )
    kb, me = int(city.nb.max()), int(city.ne.max())
    for _ in range(3 * N):
        if not len(act):
            break
        org, dirs, rec = o[act], d[act], inv[act]
        nx = np.where(dirs[:, 0] > 0, ix + 1, ix)
        ny = np.where(dirs[:, 1] > 0, iy + 1, iy)
        tx, ty = (nx - org[:, 0]) * rec[:, 0], (ny - org[:, 1]) * rec[:, 1]
        te = np.minimum(tx, ty)
        best = np.full(len(act), BIG, F)
        who = np.full(len(act), -1, np.int32)
        tg = -org[:, 2] * rec[:, 2]
        m = (tg > t - F(1e-3)) & (tg <= te + F(1e-3)) & (dirs[:, 2] < 0) & (tg > 1e-3)
        best[m] = tg[m]
        who[m] = 0
        cnt = city.nb[ix, iy]
        for k in range(kb):
            s = np.nonzero(cnt > k)[0]
            if not len(s):
                break
            B = city.b[ix[s], iy[s], k]
            q = org[s]
            v = rec[s]
            a, b = (B[:, 0::2] - q) * v, (B[:, 1::2] - q) * v
            lo, hi = np.minimum(a, b).max(1), np.maximum(a, b).min(1)
            h = (lo <= hi) & (lo > 1e-3) & (lo < best[s])
            s = s[h]
            best[s] = lo[h]
            who[s] = 1 + k
        cnt = city.ne[ix, iy]
        for k in range(me):
            s = np.nonzero(cnt > k)[0]
            if not len(s):
                break
            E = city.e[ix[s], iy[s], k]
            q = org[s] - E[:, :3]
            v = dirs[s].copy()
            q[:, 2] /= E[:, 4]
            v[:, 2] /= E[:, 4]
            A = (v * v).sum(1)
            Bq = (q * v).sum(1)
            C = (q * q).sum(1) - E[:, 3] ** 2
            disc = Bq * Bq - A * C
            h = disc > 0
            tt = (-Bq - np.sqrt(np.where(h, disc, 0))) / A
            h &= (tt > 1e-3) & (tt < best[s])
            s = s[h]
            best[s] = tt[h]
            who[s] = 100 + k
        hit = who >= 0
        g = act[hit]
        T[g] = best[hit]
        ob[g] = who[hit]
        ci[g] = ix[hit]
        cj[g] = iy[hit]
        sx = tx < ty
        ix = np.where(sx, ix + np.sign(dirs[:, 0]).astype(np.int32), ix)
        iy = np.where(sx, iy, iy + np.sign(dirs[:, 1]).astype(np.int32))
        t = te
        keep = ~hit & (ix >= 0) & (ix < N) & (iy >= 0) & (iy < N) & (t < t_out[act]) & (t < tmax)
        act, ix, iy, t = act[keep], ix[keep], iy[keep], t[keep]
    # rays that leave the grid may still land on the plain around it
    s = (ob < 0) & (d[:, 2] < 0) & (o[:, 2] > 1e-3)
    tg = np.where(s, -o[:, 2] * inv[:, 2], BIG)
    far = s & (tg < 400)
    T[far] = tg[far]
    ob[far] = -2
    return T, ob, ci, cj
