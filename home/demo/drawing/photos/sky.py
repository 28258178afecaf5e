"""Sky, clouds and the ridges of Mount Dajti."""

# ruff: noqa: N803 - capital letters are arrays of vectors, one row per ray.

import numpy as np

from .noise import F, fbm, hash2, rgb, vnoise


def ridge_height(az, seed, amp, freq, o=6):
    """Angular height of a ridge along the horizon; folded noise gives crests."""
    t = 0
    a = 1.0
    n = 0
    x = az * freq
    for i in range(o):
        v = vnoise(x, np.zeros_like(x) + seed + i * 3, seed)
        t = t + a * (1 - np.abs(2 * v - 1))
        n += a
        a *= 0.5
        x = x * 2.1 + 9.3
    return amp * (t / n) ** 1.5


def sky(D, sc, sun, clouds=True):
    """Light from the sky in directions D; `sun` points to the sun."""
    el = D[:, 2]
    k = np.clip(el, 0, 1)[:, None] ** F(0.45)
    top, mid, hor = (rgb(c) for c in sc["sky"])
    c = hor * (1 - k) + mid * k
    k2 = np.clip((k - 0.55) / 0.45, 0, 1)
    c = c * (1 - k2) + top * k2
    mu = np.clip((D * sun).sum(1), 0, 1)[:, None]
    sc_sun = rgb(sc["sun"])
    c = c + sc_sun * (mu**6 * 0.22 + mu**60 * 0.5) * sc.get("glow", 1)
    c = c + sc_sun * (mu > sc.get("sunsize", 0.9993)) * sc.get("disc_gain", 6)
    if clouds and sc.get("clouds", 0.5) > 0:
        z = np.maximum(el, 0.02)
        x, y = D[:, 0] / z, D[:, 1] / z
        n = fbm(x * 0.55 + sc.get("cs", 0), y * 0.9, 5, 6)
        m = np.clip((n - (1 - sc.get("clouds", 0.5))) * 3.4, 0, 1) * np.clip(el * 9, 0, 1)
        lit = rgb(sc.get("cloud", "#ffffff"))
        n2 = fbm(x * 0.55 + sc.get("cs", 0) + 0.12, y * 0.9 + 0.1, 5, 5)
        c = (
            c * (1 - m[:, None] * 0.85)
            + (lit * (0.75 + 0.9 * np.clip(n - n2 + 0.15, 0, 0.5))[:, None] + sc_sun * mu * 0.25)
            * m[:, None]
            * 0.85
        )
    if sc.get("night"):
        st = hash2(
            (D[:, 0] * 900).astype(int), (D[:, 1] * 900).astype(int), (D[:, 2] * 900).astype(int)
        )
        c = c + ((st > 0.9985) & (el > 0.05))[:, None] * 0.5
    if sc.get("ridge", True):
        az = np.arctan2(D[:, 0], D[:, 1])
        for amp, fr, sd, col in sc.get(
            "ridges",
            ((0.26, 2.0, 3, "#8c7fb0"), (0.19, 3.0, 11, "#5d5a8c"), (0.085, 5, 23, "#6d7fa0")),
        ):
            hgt = ridge_height(az, sd, amp * sc.get("ridge_gain", 1), fr)
            e = np.arcsin(np.clip(el, -1, 1))
            m = e < hgt
            r = rgb(col)
            q = (
                vnoise(az * fr * 14 + e * 30, e * 60 - az * fr * 4, sd) * 0.5
                + fbm(az * 60, e * 120, sd + 4, 4) * 0.5
            )
            sl = ridge_height(az + 0.01, sd, amp, fr) - ridge_height(az - 0.01, sd, amp, fr)
            lite = 1 + np.clip(sl * np.sign(sun[0] + 1e-3) * -9, -0.3, 0.3) + (q - 0.5) * 0.5
            r = r * lite[:, None]
            f = np.clip(e / np.maximum(hgt * 0.75, 1e-3), 0, 1)[:, None]
            f = f * f * (3 - 2 * f)
            r = r * f + hor * (1 - f)  # valley haze at the foot
            c = np.where(
                m[:, None], r * (1 - sc.get("haze_r", 0.25)) + hor * sc.get("haze_r", 0.25), c
            )
    return c.astype(F)
