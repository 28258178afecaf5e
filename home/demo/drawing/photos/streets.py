"""A grid of streets with blocks, parks, a river and a boulevard."""

from .city import City


def streets(
    n=64,
    seed=1,
    every=4,
    hmin=0.6,
    hmax=1.8,
    park=0.08,
    river=None,
    boulevard=None,
    tall=0.06,
    k=6,
    m=8,
    mats=None,
):
    """Return a city of streets; `river` and `boulevard` name the row and the column they take."""
    c = City(n, k, m, seed)
    r = c.r
    for i in range(n):
        for j in range(n):
            rx, ry = i % every == 0, j % (every + 1) == 0
            if river is not None and j in (river, river + 1):
                c.kind[i, j] = 6 if not rx or i % 12 else 3
                continue
            if river is not None and j in (river - 1, river + 2):
                c.kind[i, j] = 5
                for _ in range(3):
                    c.tree(i + r.random(), j + r.random(), 0.16)
                continue
            if boulevard is not None and i in (boulevard, boulevard + 1):
                c.kind[i, j] = 3
                if i == boulevard:
                    for q in (0.25, 0.75):
                        c.tree(i + 0.99 - 0.2, j + q, 0.14)
                if r.random() < 0.5:
                    c.car(i + r.choice([0.3, 0.42, 0.58, 0.7]), j + r.uniform(0.2, 0.8))
                continue
            if boulevard is not None and i in (boulevard - 1, boulevard + 2):
                c.kind[i, j] = 5 if i != boulevard - 1 or r.random() < 0.5 else 0
                for q in (0.2, 0.5, 0.8):
                    c.tree(i + 0.3 + 0.4 * r.random(), j + q, 0.2)
                continue
            if rx and ry:
                c.kind[i, j] = 4
                continue
            if rx or ry:
                c.kind[i, j] = 3 if rx else 2
                for q in (0.08, 0.92):
                    for w in (0.25, 0.75):
                        if r.random() < 0.5:
                            c.tree(*((i + q, j + w) if rx else (i + w, j + q)), 0.085)
                if r.random() < 0.45:
                    c.car(
                        *(
                            (i + r.choice([0.36, 0.64]), j + r.uniform(0.2, 0.8))
                            if rx
                            else (i + r.uniform(0.2, 0.8), j + r.choice([0.36, 0.64]))
                        ),
                        "y" if rx else "x",
                        bus=r.random() < 0.14,
                    )
                continue
            if r.random() < park:
                c.kind[i, j] = 5
                for _ in range(6):
                    c.tree(i + r.random(), j + r.random(), 0.2)
                continue
            h = r.uniform(hmin, hmax) * (2.1 if r.random() < tall else 1)
            c.block(i, j, h, mat=None if mats is None else int(r.choice(mats)))
    return c
