"""Signs: the stop of the error pages, and the mark of the city."""

from .canvas import Canvas


def stop(sign, size=58):
    """A bus stop where nothing comes; `sign` stands on its plate."""
    a = Canvas(520, 420, "xMidYMax meet")
    a.circ(380, 150, 96, "Sno")
    a.rect(0, 396, 520, 24, "txt")
    a.rect(86, 60, 12, 336, "txt")
    a.path("M30 40a16 16 0 0 1 16-16h92a16 16 0 0 1 16 16v84H30z", "Car")
    a.text(sign, 92, 96 if size < 60 else 102, size, "Pap", anchor="middle")
    a.path("M190 190h300v22H190z", "Blu")
    a.rect(206, 212, 10, 184, "txt")
    a.rect(466, 212, 10, 184, "txt")
    a.rect(216, 232, 250, 110, "Sky")
    a.path("M216 342l90-110h60l-90 110z", "Pap")
    a.rect(232, 352, 220, 12, "Per")
    a.rect(246, 364, 8, 32, "txt")
    a.rect(430, 364, 8, 32, "txt")
    a.circ(300, 290, 16, "Per")
    a.path("M282 352v-26a18 20 0 0 1 36 0v26z", "Par")
    a.path("M330 330h26v22h-26z", "Car")
    a.circ(150, 350, 40, "Par")
    a.rect(147, 350, 6, 46, "txt")
    return a.svg()


def mark():
    """The brand mark: a four-pane window - sun, mountain, leaf, river."""
    a = Canvas(48, 48)
    a.rect(0, 0, 48, 48, "Ink")
    a.rect(3, 3, 20, 20, "Sno")
    a.quart(23, 23, 16, 2, "Per")
    a.rect(25, 3, 20, 20, "Ros")
    a.poly([(25, 23), (36, 8), (45, 23)], "Daj")
    a.rect(3, 25, 20, 20, "Lim")
    a.path("M3 25a20 20 0 0 1 20 20a20 20 0 0 1-20-20z", "Par")
    a.rect(25, 25, 20, 20, "Sky")
    a.path("M25 36q5-6 10 0t10 0v9h-20z", "Blu")
    return a.svg()
