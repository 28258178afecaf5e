"""Colour and noise: the ground that every scene stands on."""

import numpy as np

# Half the memory of a double, and exact enough for a picture.
F = np.float32


def rgb(hexa):
    """sRGB hex to linear light."""
    v = np.array([int(hexa[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4).astype(F)


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


def hash2(a, b, c=0):
    """Integer lattice hash to [0, 1)."""
    h = (
        np.asarray(a, np.int64) * 374761393
        + np.asarray(b, np.int64) * 668265263
        + np.asarray(c, np.int64) * 2147483647
    ) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((h ^ (h >> 16)) & 0xFFFF).astype(F) / F(65536)


def vnoise(x, y, s=0):
    """Smooth noise between 0 and 1 on a lattice; `s` chooses another one."""
    xi, yi = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = (x - xi).astype(F), (y - yi).astype(F)
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    a, b, c, d = (hash2(xi + i, yi + j, s) for i, j in ((0, 0), (1, 0), (0, 1), (1, 1)))
    return (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy


def fbm(x, y, s=0, o=5):
    """Noise over `o` octaves, between 0 and 1."""
    t, a, n = 0, 0.5, 0
    for i in range(o):
        t = t + a * vnoise(x, y, s + i)
        n += a
        a *= 0.5
        x = x * 2.03 + 17.1
        y = y * 2.03 + 5.7
    return t / n
