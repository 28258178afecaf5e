"""Posters of the four projects, 640 by 400."""

from .canvas import Canvas, box


def posters():
    """Return the four posters by file name."""
    drawn = {}
    a = Canvas(640, 400)
    a.rect(0, 0, 640, 400, "wSky")
    a.add('<g transform="rotate(-12 320 200)">')
    a.rect(-60, 70, 780, 290, "Ink")
    for x in range(-40, 720, 92):
        a.rect(x, 70, 5, 118, "Pap")
        a.rect(x, 242, 5, 118, "Pap")

    def car(x, y, c, flip=False):
        a.path(
            f"M{x} {y + 20}a20 20 0 0 1 20-20h18a20 20 0 0 1 20 20v62a14 14 0 0 1-14 14h-30a14 14 0 0 1-14-14z",
            c,
            f' transform="rotate(180 {x + 29} {y + 48})"' if flip else "",
        )
        a.path(
            f"M{x + 8} {y + 30}h42l-5 14h-32zM{x + 10} {y + 76}h38l3 10h-44z"
            if not flip
            else f"M{x + 8} {y + 66}h42l-5-14h-32zM{x + 10} {y + 20}h38l3-10h-44z",
            "Ink",
        )

    for x, c in ((-22, "Ros"), (70, "Sno"), (254, "Lim"), (438, "Per"), (530, "Sky")):
        car(x + 2, 80, c, True)
    for x, c in ((-22, "Lim"), (162, "Car"), (254, "Pap"), (346, "Blu"), (530, "Ros")):
        car(x + 2, 256, c)
    a.rect(349, 74, 84, 112, "Lim")
    a.add("</g>")
    a.path(
        "M392 36a62 62 0 0 1 62 62c0 40-40 56-62 98c-22-42-62-58-62-98a62 62 0 0 1 62-62z", "Car"
    )
    a.text("P", 392, 127, 82, "Pap", anchor="middle")
    drawn["parking"] = a
    a = Canvas(640, 400)
    a.rect(0, 0, 640, 400, "wRos")
    pts = {(80, 90): 0, (230, 200): 1, (90, 320): 2, (400, 80): 3, (430, 310): 4, (570, 180): 5}
    for p, q in (
        ((80, 90), (230, 200)),
        ((90, 320), (230, 200)),
        ((230, 200), (400, 80)),
        ((230, 200), (430, 310)),
        ((400, 80), (570, 180)),
        ((430, 310), (570, 180)),
        ((80, 90), (400, 80)),
        ((90, 320), (430, 310)),
    ):
        a.line(f"M{p[0]} {p[1]}L{q[0]} {q[1]}", "Ink", 5)
    for (x, y), i in pts.items():
        if i == 1:
            continue
        a.circ(x, y, 46, ["Blu", "", "Par", "Sno", "Car", "Per"][i])
        a.quart(x, y, 46, i % 4, ["Sky", "", "Lim", "Per", "Sno", "Pap"][i])
        a.circ(x, y, 12, "Ink")
    a.add('<g transform="translate(130 100)">')
    a.path("M100 40Q50 4 -20 24v150Q50 156 100 190z", "Pap")
    a.path("M100 40Q150 4 220 24v150Q150 156 100 190z", "Sno")
    a.path(
        "M4 60q42-8 74 12v12q-32-20-74-12zM4 92q42-8 74 12v12q-32-20-74-12zM4 124q42-8 74 12v12q-32-20-74-12z",
        "Car",
    )
    a.path("M196 60q-42-8-74 12v12q32-20 74-12zM196 92q-42-8-74 12v12q32-20 74-12z", "Ink")
    a.add("</g>")
    drawn["curricula"] = a
    a = Canvas(640, 400)
    a.rect(0, 0, 640, 400, "wSno")
    a.line("M0 70H150Q200 70 200 120V400", "Blu", 16)
    a.line("M640 110H500Q450 110 450 160V400", "Par", 16)
    a.line("M0 250H90Q120 250 120 280V400", "Per", 16)
    for x, y in ((60, 70), (200, 180), (560, 110), (50, 250)):
        a.circ(x, y, 17, "Pap")
        a.circ(x, y, 9, "Ink")
    a.path("M190 66a28 28 0 0 1 28-28h204a28 28 0 0 1 28 28v282H190z", "Car")
    a.path("M210 104h220v128q-110 26-220 0z", "Sky")
    a.path("M320 104h110v128q-56 13-110 18z", "Pap")
    a.rect(236, 56, 168, 32, "Ink")
    a.text("L3  QENDËR", 320, 81, 24, "Sno", anchor="middle", tracking=1)
    a.rect(190, 262, 260, 12, "Sno")
    a.circ(230, 308, 20, "Pap")
    a.circ(410, 308, 20, "Pap")
    a.rect(280, 296, 80, 24, "Ink")
    a.rect(206, 348, 52, 36, "Ink")
    a.rect(382, 348, 52, 36, "Ink")
    a.rect(168, 120, 22, 50, "Ink")
    a.rect(450, 120, 22, 50, "Ink")
    drawn["transport"] = a
    a = Canvas(640, 400)
    a.rect(0, 0, 640, 400, "wLim")
    for i, c in enumerate(("Par", "Blu", "Per")):
        a.line(
            f"M-10 {300 + i * 30}H{200 - i * 12}Q{250 - i * 12} {300 + i * 30} {290 - i * 6} {250 + i * 24}L{470 + i * 20} {60 + i * 20}Q{500 + i * 20} {30 + i * 20} 560 {30 + i * 20}H660",
            c,
            22,
        )
    a.add('<g transform="rotate(-10 320 200)">')
    a.path("M150 110h340v56a34 34 0 0 0 0 68v56H150v-56a34 34 0 0 0 0-68z", "Pap")
    a.path("".join(box(392, y, 4, 12) for y in range(120, 286, 22)), "Ink")
    a.text("0", 250, 262, 170, "Car", anchor="middle")
    a.text("lekë", 306, 262, 36, "Ink")
    a.path("M440 176a16 16 0 0 1 0 48a16 16 0 0 1 0-48z", "Per")
    a.add("</g>")
    drawn["free-transit"] = a
    return {f"project-{k}": v.svg() for k, v in drawn.items()}
