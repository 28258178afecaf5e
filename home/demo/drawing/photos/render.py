"""Light: from rays to a developed picture."""

# ruff: noqa: N803, N806 - capital letters are arrays of vectors, one row per ray.

import math

import numpy as np
from PIL import Image, ImageFilter

from .noise import F, fbm, rgb
from .sky import sky
from .surface import surface
from .tracing import trace


def render(sc, width=1280, spp=16, seed=7):
    """Trace a scene with `spp` rays per pixel and return the developed picture."""
    city = sc["city"]
    city.zmax = (
        max(
            float(city.b[..., 5].max()),
            float((city.e[..., 2] + city.e[..., 3] * city.e[..., 4]).max()),
        )
        + 0.01
    )
    asp = sc.get("aspect", 1.5)
    W, H = width, round(width / asp)
    eye, at = np.array(sc["eye"], F), np.array(sc["at"], F)
    fw = at - eye
    fw /= np.linalg.norm(fw)
    up0 = np.array(sc.get("up", (0, 0, 1)), F)
    rt = np.cross(fw, up0)
    rt /= np.linalg.norm(rt)
    up = np.cross(rt, fw)
    tan = math.tan(math.radians(sc.get("fov", 38)) / 2)
    az, el = map(math.radians, sc["sun_at"])
    sun = np.array([math.sin(az) * math.cos(el), math.cos(az) * math.cos(el), math.sin(el)], F)
    sunc = rgb(sc["sun"]) * sc.get("sun_gain", 2.6)
    amb = sc.get("amb", 1.0)
    haze = sc.get("haze", 0.008)
    hz = rgb(sc["sky"][2])
    rng = np.random.default_rng(seed)
    img = np.zeros((H * W, 3), np.float64)
    n = int(math.sqrt(spp))
    CH = 1 << 17
    fd = sc.get("focus") or float(np.linalg.norm(at - eye))
    ap = sc.get("aperture", 0)

    def hemi(N):
        m = len(N)
        a, z = rng.random(m, F) * F(2 * math.pi), rng.random(m, F)
        r = np.sqrt(1 - z)
        v = np.stack([r * np.cos(a), r * np.sin(a), np.sqrt(z)], 1)
        t = np.where(np.abs(N[:, 2:]) > 0.9, np.array([[1, 0, 0]], F), np.array([[0, 0, 1]], F))
        x = np.cross(t, N)
        x /= np.linalg.norm(x, axis=1, keepdims=True) + 1e-9
        y = np.cross(N, x)
        return (x * v[:, :1] + y * v[:, 1:2] + N * v[:, 2:]).astype(F)

    def radiance(o, d, depth):
        T, ob, ci, cj = trace(city, o, d)
        out = np.zeros((len(o), 3), F)
        s = ob != -1
        out[~s] = sky(d[~s], sc, sun)
        if not s.any():
            return out
        o, d, T, ob, ci, cj = o[s], d[s], T[s], ob[s], ci[s], cj[s]
        P = (o + d * T[:, None]).astype(F)
        N, al, em, mir = surface(city, P, d, T, ob, ci, cj, sc)
        N = np.where(((N * d).sum(1) > 0)[:, None], N - 1.02 * (N * d).sum(1)[:, None] * d, N)
        N /= np.linalg.norm(N, axis=1, keepdims=True) + 1e-9
        Pn = P + N * F(2e-3)
        L = em.copy()
        soft = sc.get("soft", 0.02)
        sd = sun + rng.normal(0, soft, (len(P), 3)).astype(F)
        sd /= np.linalg.norm(sd, axis=1, keepdims=True)
        nd = (N * sd).sum(1)
        lit = np.nonzero((nd > 0) & (sc.get("sun_gain", 2.6) > 0))[0]
        if len(lit):
            _, so, _, _ = trace(city, Pn[lit], sd[lit], 30)
            v = (so == -1) | (so == -2)
            q = lit[v]
            L[q] += al[q] * sunc * nd[q, None]
        hd = hemi(N)
        t2, o2, c2, d2 = trace(city, Pn, hd, 12)
        fr = o2 < 0
        L[fr] += (
            al[fr]
            * sky(
                np.abs(hd[fr]) * np.array([1, 1, 1], F) * np.sign(hd[fr] + 1e-9),
                {**sc, "ridge": False, "disc_gain": 0, "glow": 0.4},
                sun,
                False,
            )
            * amb
        )
        bl = ~fr
        if bl.any():
            P2 = (Pn[bl] + hd[bl] * t2[bl, None]).astype(F)
            _, a2, e2, _ = surface(city, P2, hd[bl], t2[bl], o2[bl], c2[bl], d2[bl], sc)
            L[bl] += al[bl] * (a2 * (sunc * 0.28 + 0.16 * amb) + e2 * 1.2)
        if depth:
            m = np.nonzero(mir > 0.05)[0]
            if len(m):
                nn = N[m].copy()
                gr = ob[m] == 0
                rp = sc.get("ripple", 0.03)
                q = P[m]
                nn[:, 0] += gr * (fbm(q[:, 0] * 16, q[:, 1] * 5, 91, 3) - 0.5) * rp * 2
                nn[:, 1] += gr * (fbm(q[:, 0] * 16 + 50, q[:, 1] * 5, 92, 3) - 0.5) * rp * 2
                nn /= np.linalg.norm(nn, axis=1, keepdims=True)
                r = d[m] - 2 * (d[m] * nn).sum(1)[:, None] * nn
                r[:, 2] = np.where(gr, np.abs(r[:, 2]) + 0.01, r[:, 2])
                r /= np.linalg.norm(r, axis=1, keepdims=True)
                fres = mir[m] * (0.28 + 0.72 * (1 - np.clip(-(d[m] * nn).sum(1), 0, 1)) ** 3)
                L[m] = (
                    L[m] * (1 - fres[:, None])
                    + radiance(Pn[m], r.astype(F), depth - 1) * fres[:, None]
                )
        k = (1 - np.exp(-T * haze))[:, None]
        k = (
            k * sc.get("fogz", 1)
            if not sc.get("mist")
            else np.clip(
                k
                + sc["mist"]
                * np.exp(-np.maximum(P[:, 2:], 0) * sc.get("mist_h", 1.6))
                * np.clip(T[:, None] * 0.05, 0, 1),
                0,
                1,
            )
        )
        out[s] = (
            L * (1 - k)
            + (hz + rgb(sc["sun"]) * 0.12 * np.clip((d * sun).sum(1), 0, 1)[:, None] ** 4) * k
        )
        return out

    idx = np.arange(H * W)
    for a in range(n):
        for b in range(n):
            for c in range(0, H * W, CH):
                i = idx[c : c + CH]
                px = (i % W + (a + rng.random(len(i))) / n) / W * 2 - 1
                py = 1 - (i // W + (b + rng.random(len(i))) / n) / H * 2
                d = fw + rt * (px * tan)[:, None] + up * (py * tan / asp)[:, None]
                o = np.broadcast_to(eye, d.shape)
                if ap:
                    an, rr = rng.random(len(i)) * 2 * math.pi, np.sqrt(rng.random(len(i))) * ap
                    off = rt * (rr * np.cos(an))[:, None] + up * (rr * np.sin(an))[:, None]
                    d = d * fd - off
                    o = o + off
                d = d / np.linalg.norm(d, axis=1, keepdims=True)
                img[i] += np.minimum(radiance(o.astype(F), d.astype(F), 1), 12)
    img = (img / (n * n)).reshape(H, W, 3) * sc.get("exposure", 1.0)
    return grade(img, sc, rng)


def grade(img, sc, rng):
    """Develop: bloom, filmic curve, saturation, split tones, vignette, grain."""
    H, W, _ = img.shape
    br = np.clip(img - sc.get("bloom_at", 1.1), 0, 6)
    t = Image.fromarray(np.uint8(np.clip(br * 60, 0, 255)))
    for r, g in ((W / 300, 0.35), (W / 70, 0.3), (W / 20, 0.16)):
        img = img + np.asarray(t.filter(ImageFilter.GaussianBlur(r)), np.float64) / 60 * g * sc.get(
            "bloom", 1
        )
    x = img * 0.72
    x = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    x = np.clip(x, 0, 1)  # filmic curve
    x = np.where(x <= 0.0031308, 12.92 * x, 1.055 * x ** (1 / 2.4) - 0.055)
    lum = x.mean(2, keepdims=True)
    x = lum + (x - lum) * sc.get("sat", 1.12)
    sh, hi = sc.get("split", ("#2a2658", "#ffdca8"))
    s1 = np.array([int(sh[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    h1 = np.array([int(hi[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    x = x + (s1 - 0.25) * 0.10 * (1 - lum) ** 2 + (h1 - 0.8) * 0.10 * lum**2
    yy, xx = np.mgrid[0:H, 0:W]
    v = ((xx / W - 0.5) ** 2 + (yy / H - 0.5) ** 2) * sc.get("vignette", 0.35)
    x = x * (1 - v[..., None])
    x = x + rng.normal(0, sc.get("grain", 0.010), (H, W, 1))
    return Image.fromarray(np.uint8(np.clip(x, 0, 1) * 255 + 0.5))
