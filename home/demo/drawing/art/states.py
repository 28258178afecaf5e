"""What pages show when something is missing or broken, 520 by 420, on one ground line."""

from .canvas import Canvas

GROUND = 396


def scene():
    """Return an empty canvas for a drawing that stands beside the words of a page."""
    return Canvas(520, 420, "xMidYMax meet")


def ground(a):
    """Draw the street."""
    a.rect(0, GROUND, 520, 24, "txt")


def tree(a, x, r):
    """Draw a round tree that stands on the ground at x, with a crown of radius r."""
    a.circ(x, GROUND - 15 - r, r, "Par")
    a.rect(x - 3, 350, 6, GROUND - 350, "txt")


def lift():
    """A house whose lift hangs between two floors: the portal has made a mistake."""
    a = scene()
    a.circ(412, 118, 84, "Sno")
    ground(a)
    a.path("M100 30h272a48 48 0 0 1 48 48v318H100z", "Per")
    windows = ((128, ("Sky", "Sno", "Sky")), (340, ("Sno", "Sky", "Pap")))
    for x, paints in windows:
        for floor, paint in enumerate(paints):
            a.rect(x, 84 + 104 * floor, 52, 56, paint)
    for x, paints in windows:
        for floor in range(len(paints)):
            a.rect(x, 140 + 104 * floor, 52, 8, "Pap")
    a.rect(208, 60, 104, 336, "Ink")
    for floor in range(3):
        a.rect(208, 152 + 104 * floor, 104, 8, "Daj")
    # The ropes, the beam, the cabin with two people, the gap between its doors.
    a.rect(250, 60, 4, 126, "Pap")
    a.rect(266, 60, 4, 126, "Pap")
    a.rect(244, 172, 32, 14, "Blu")
    a.rect(218, 184, 84, 116, "Sno")
    a.rect(226, 194, 68, 96, "Pap")
    a.circ(245, 238, 12, "Per")
    a.path("M231 290v-22a14 16 0 0 1 28 0v22z", "Par")
    a.circ(277, 246, 10, "Daj")
    a.path("M265 290v-18a12 14 0 0 1 24 0v18z", "Car")
    a.rect(257, 194, 5, 96, "Sno")
    a.circ(260, 44, 9, "Car")
    # Somebody has come with a toolbox.
    a.circ(58, 331, 17, "Per")
    a.path("M39.1 396v-27.3a18.9 21 0 0 1 37.8 0v27.3z", "Blu")
    a.rect(8, 372, 30, 24, "Car")
    a.path("M14 372v-8h18v8h-5v-3h-8v3z", "Car")
    tree(a, 470, 36)
    return a.svg()


def sweeper():
    """Somebody sweeps the square in front of tower and pyramid: back in a moment."""
    a = scene()
    a.circ(404, 140, 92, "Sno")
    a.rect(70, 128, 66, 268, "Ros")
    a.path("M62 128h82l-41-72z", "Car")
    a.rect(62, 118, 82, 14, "Per")
    a.circ(103, 172, 22, "Ink")
    a.circ(103, 172, 17, "Pap")
    a.rect(101, 158, 4, 15, "Ink")
    a.rect(101, 170, 13, 4, "Ink")
    a.path("M88 250a15 15 0 0 1 30 0v44h-30z", "Sky")
    a.rect(70, 320, 66, 10, "Per")
    a.path("M86 396v-34a17 17 0 0 1 34 0v34z", "Daj")
    a.path("M196 396l96-150l34 0l96 150z", "Daj")
    a.path("M292 246l17 0l0 150h-70z", "Sky")
    a.path("M309 246h17l96 150H309z", "Blu")
    ground(a)
    a.circ(322, 250, 17, "Per")
    a.path("M304 240a18 18 0 0 1 36 0z", "Sno")
    a.rect(300, 237, 46, 5, "Sno")
    a.path("M300 352v-62a22 24 0 0 1 44 0v62z", "Par")
    a.path("M302 352h18v44h-18zM325 352h18v44h-18z", "Ink")
    a.path("M322 288l40 26l-6 10l-40-24z", "Lim")
    a.circ(364, 320, 8, "Per")
    a.path("M346 262l7-4l50 116l-7 4z", "Car")
    a.path("M386 366l26-10l24 40h-58z", "Sno")
    # Leaves: x, y and size of each.
    for x, y, size, paint in (
        (456, 396, 16, "Lim"),
        (474, 396, 20, "Per"),
        (492, 396, 14, "Car"),
        (466, 382, 13, "Sno"),
        (482, 378, 12, "Lim"),
        (440, 344, 10, "Per"),
        (462, 324, 9, "Lim"),
        (500, 346, 10, "Sno"),
    ):
        a.path(f"M{x} {y}a{size} {size} 0 0 1 {size} -{size}v{size}z", paint)
    tree(a, 176, 32)
    a.path("M214 396l18-58h12l18 58z", "Per")
    a.path("M224 364h28l4 12h-36z", "Pap")
    return a.svg()


def frames():
    """Empty frames, and somebody who comes with a camera: no pictures yet."""
    a = scene()
    ground(a)
    a.path("M40 60h124a26 26 0 0 1 26 26v164h-150z", "Blu")
    a.path("M52 72h108a18 18 0 0 1 18 18v148h-126z", "Pap")
    a.path("M214 30h170a26 26 0 0 1 26 26v114h-196z", "Car")
    a.path("M226 42h154a18 18 0 0 1 18 18v98h-172z", "Pap")
    a.path("M214 194h94a26 26 0 0 1 26 26v94h-120z", "Par")
    a.path("M226 206h78a18 18 0 0 1 18 18v78h-96z", "Pap")
    a.path("M108 34h6v26h-6zM309 12h6v18h-6z", "txt")
    a.circ(424, 262, 56, "Sno")
    a.circ(410, 303, 24, "Per")
    a.path("M383 396v-39a27 30 0 0 1 54 0v39z", "Daj")
    a.rect(436, 304, 50, 34, "txt")
    a.path("M446 304l5-9h18l5 9z", "txt")
    a.circ(461, 321, 12, "Sky")
    tree(a, 88, 34)
    return a.svg()


def parasol():
    """A laid table with two free chairs: nobody has spoken yet."""
    a = scene()
    a.circ(260, 150, 104, "Sno")
    ground(a)
    a.path("M120 118a140 92 0 0 1 280 0z", "Car")
    a.path(
        "M167 118a93 92 0 0 1 46-80a150 110 0 0 0 0 80z"
        "M307 118a150 110 0 0 0 0-80a93 92 0 0 1 46 80z",
        "Pap",
    )
    a.rect(256, 20, 8, 376, "txt")
    a.rect(176, 270, 168, 14, "Per")
    a.rect(256, 284, 8, 112, "txt")
    a.path("M206 244h34v16a10 10 0 0 1-10 10h-14a10 10 0 0 1-10-10z", "Blu")
    a.path("M288 240h22l-4 30h-14z", "Sky")
    a.path("M84 230h12v90h60v12H84z", "Blu")
    a.path("M88 332h10v64H88zM142 332h10v64h-10z", "Blu")
    a.path("M436 230h-12v90h-60v12h72z", "Par")
    a.path("M422 332h10v64h-10zM368 332h10v64h-10z", "Par")
    tree(a, 480, 30)
    return a.svg()


def bookcase():
    """A bookcase with its first books: little to read yet."""
    a = scene()
    a.circ(392, 132, 88, "Sno")
    ground(a)
    a.path("M70 60h304a46 46 0 0 1 46 46v290H70z", "Daj")
    for y, height in ((86, 92), (196, 82), (296, 82)):
        a.rect(90, y, 310, height, "Ink")
    for y in (170, 270, 370):
        a.rect(90, y, 310, 12, "Per")
    a.rect(112, 102, 22, 68, "Pap")
    a.rect(138, 112, 18, 58, "Ros")
    a.path("M158 170l26-64l18 7l-26 64z", "Lim")
    a.rect(330, 258, 50, 12, "Sky")
    a.rect(336, 246, 40, 12, "Sno")
    tree(a, 470, 36)
    return a.svg()


def states():
    """Return the five drawings by file name."""
    return {
        "server-error": lift(),
        "maintenance": sweeper(),
        "empty-gallery": frames(),
        "empty-discussion": parasol(),
        "empty-publications": bookcase(),
    }
