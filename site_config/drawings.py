"""The portal's own drawings, which stand where no picture has been chosen."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Drawing(NamedTuple):
    """One drawing of the house.

    Attributes:
        label: how the editor's form names it.
        width: the drawing's own width in CSS pixels.
        height: the drawing's own height in CSS pixels.
    """

    label: str | Promise
    width: int
    height: int


DRAWINGS: dict[str, Drawing] = {
    "skyline": Drawing(_("The city's panorama"), 1920, 620),
    "facade-70": Drawing(_("A façade with lit windows"), 520, 560),
    "project-parking": Drawing(_("Parking places"), 640, 400),
    "project-curricula": Drawing(_("A book and a network"), 640, 400),
    "project-transport": Drawing(_("A city bus"), 640, 400),
    "project-free-transit": Drawing(_("A free ticket"), 640, 400),
    "tile-community": Drawing(_("Topic tile: community"), 200, 200),
    "tile-culture": Drawing(_("Topic tile: culture"), 200, 200),
    "tile-economy": Drawing(_("Topic tile: economy"), 200, 200),
    "tile-education": Drawing(_("Topic tile: education"), 200, 200),
    "tile-energy": Drawing(_("Topic tile: energy"), 200, 200),
    "tile-environment": Drawing(_("Topic tile: environment"), 200, 200),
    "tile-government": Drawing(_("Topic tile: government"), 200, 200),
    "tile-health": Drawing(_("Topic tile: health"), 200, 200),
    "tile-media": Drawing(_("Topic tile: media"), 200, 200),
    "tile-tourism": Drawing(_("Topic tile: tourism"), 200, 200),
    "tile-transport": Drawing(_("Topic tile: transport"), 200, 200),
}


def drawing_choices() -> list[tuple[str, str | Promise]]:
    """Return the drawings as form choices."""
    return [(name, drawing.label) for name, drawing in DRAWINGS.items()]
