"""Covers of the publications, 420 by 594 (A4 and A5), each in the language of its publication."""

import random

from .canvas import Canvas

WIDTH, HEIGHT = 420, 594
PAINTED = ("Sno", "Per", "Ros", "Car", "Lim", "Par", "Sky", "Blu")


def newsletter(number, month, ground, ink, heading="Newsletter"):
    """A newsletter: one large number."""
    art = Canvas(WIDTH, HEIGHT)
    art.rect(0, 0, WIDTH, HEIGHT, ground)
    art.text("Smart City", 28, 62, 38, "Ink")
    art.text(heading, 28, 100, 38, "Ink")
    art.text(str(number), 20, 520, 360, ink, tracking=-12)
    art.rect(28, 548, 364, 4, "Ink")
    art.text(month, 28, 578, 20, "Ink", 600)
    ORNAMENTS[number](art)
    return art


ORNAMENTS = {
    10: lambda art: art.quart(392, 140, 90, 1, "Sno"),
    11: lambda art: art.poly([(250, 230), (330, 130), (410, 230)], "Daj"),
    12: lambda art: art.circ(336, 190, 46, "Per"),
}


def quarterly(number, theme, ground, ornament):
    """An issue of Qyteti: the name on a dark band, the theme, one ornament."""
    art = Canvas(WIDTH, HEIGHT)
    art.rect(0, 0, WIDTH, HEIGHT, ground)
    art.rect(0, 0, WIDTH, 150, "Ink")
    art.text("qyteti", 24, 112, 116, "Pap", tracking=-3)
    art.text(number, 396, 586, 22, "Ink", 600, "end")
    art.text(theme, 24, 200, 34, "Ink")
    ornament(art)
    return art


def leaves(art):
    """Rows of leaves, for green cities."""
    for i in range(4):
        for j in range(3):
            x, y = 24 + i * 93, 236 + j * 108
            paint = ["Par", "Lim", "Sno"][(i + j) % 3] if (i * j) % 2 == 0 else "Sky"
            art.path(f"M{x} {y}a84 84 0 0 1 84 84a84 84 0 0 1 -84 -84z", paint)


def lines(art):
    """Three bus lines, for free transit."""
    for i, paint in enumerate(("Car", "Blu", "Par")):
        art.line(f"M{60 + i * 44} 230V420Q{60 + i * 44} 470 {110 + i * 44} 470H420", paint, 26)
    for x, y in ((60, 300), (148, 360), (300, 470)):
        art.circ(x, y, 19, "Pap")
        art.circ(x, y, 9, "Ink")


def bays(art):
    """Parking bays with five cars."""
    for x in range(24, 400, 62):
        art.rect(x, 240, 6, 150, "Ink")
        art.rect(x, 420, 6, 150, "Ink")
    cars = (
        (36, 256, "Car"),
        (160, 256, "Sno"),
        (284, 256, "Blu"),
        (98, 436, "Lim"),
        (222, 436, "Pap"),
    )
    for x, y, paint in cars:
        art.path(
            f"M{x} {y + 16}a16 16 0 0 1 16-16h12a16 16 0 0 1 16 16v90a10 10 0 0 1-10 10h-24"
            "a10 10 0 0 1-10-10z",
            paint,
        )


def book_lana():
    """Waves, one above the other."""
    art = Canvas(WIDTH, HEIGHT)
    art.rect(0, 0, WIDTH, HEIGHT, "Blu")
    art.path("M0 300C120 240 220 380 420 300V420C240 500 130 360 0 430z", "Sky")
    art.path("M0 430C130 360 240 500 420 420V500C250 570 120 440 0 510z", "Pap")
    art.path("M0 510C120 440 250 570 420 500V594H0z", "Par")
    art.text("The Lana", 30, 92, 72, "Sno")
    art.text("A river in", 30, 148, 40, "Pap", 500)
    art.text("the city", 30, 190, 40, "Pap", 500)
    return art


def book_painted():
    """A wall of thirty painted squares."""
    art = Canvas(WIDTH, HEIGHT)
    art.rect(0, 0, WIDTH, HEIGHT, "Pap")
    r = random.Random(8)
    for i in range(6):
        for j in range(5):
            x, y = 30 + i * 60, 236 + j * 66
            art.rect(x, y, 60, 66, r.choice(PAINTED))
            q = r.random()
            if q < 0.5:
                art.rect(x + 20, y + 18, 20, 32, "Ink")
            elif q < 0.75:
                art.quart(x, y, 60, 0, r.choice(PAINTED))
            else:
                art.path(f"M{x} {y + 66}L{x + 60} {y}v66z", r.choice(PAINTED))
    art.text("Painted", 28, 100, 76, "Ink")
    art.text("blocks", 28, 172, 76, "Ink")
    return art


def book_walking():
    """A street map, a river and a corner to meet at."""
    art = Canvas(WIDTH, HEIGHT)
    art.rect(0, 0, WIDTH, HEIGHT, "Per")
    for x, w in ((60, 18), (150, 34), (270, 14), (340, 26)):
        art.rect(x, 210, w, 384, "Sno")
    for y, w in ((270, 26), (380, 14), (460, 34)):
        art.rect(0, y, WIDTH, w, "Sno")
    art.path("M-10 600L430 220v46L-10 646z", "Sky")
    art.circ(167, 283, 34, "Car")
    art.circ(167, 283, 14, "Pap")
    art.text("Walking", 28, 96, 74, "Ink")
    art.text("Tirana", 28, 164, 74, "Ink")
    return art


def covers():
    """Return the covers by file name: nine in English, and four again in Albanian."""
    drawn = {
        "newsletter-12": newsletter(12, "April 2014", "Lim", "Par"),
        "newsletter-11": newsletter(11, "March 2014", "Sky", "Blu"),
        "newsletter-10": newsletter(10, "February 2014", "Ros", "Car"),
        "book-lana": book_lana(),
        "book-painted": book_painted(),
        "book-walking": book_walking(),
        "qyteti-2014-1": quarterly("2014 / 1", "Green cities", "Ros", leaves),
        "qyteti-2013-4": quarterly("2013 / 4", "Free transit", "Sno", lines),
        "qyteti-2013-3": quarterly("2013 / 3", "Parking", "Per", bays),
        "newsletter-11-sq": newsletter(11, "Mars 2014", "Sky", "Blu", "Buletini"),
        "newsletter-10-sq": newsletter(10, "Shkurt 2014", "Ros", "Car", "Buletini"),
        "qyteti-2013-4-sq": quarterly("2013 / 4", "Transport falas", "Sno", lines),
        "qyteti-2013-3-sq": quarterly("2013 / 3", "Parkimi", "Per", bays),
    }
    return {f"cover-{key}": art.svg() for key, art in drawn.items()}
