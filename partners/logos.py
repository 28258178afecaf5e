"""What a logo must be, and the sizes in which it is shown."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from site_config.models import SiteImage
from site_config.picture_loading import Pictures
from site_config.ready_pictures import ready_size

# Pixels. Logos stand at most 240 CSS pixels wide; phones show two or three pixels for each.
MIN_WIDTH = 320
MIN_HEIGHT = 80
LOGO_SPEC = "max-480x180"
LARGE_LOGO_SPEC = "max-640x240"
LOGO_SPECS = (LOGO_SPEC, LARGE_LOGO_SPEC)
# The largest size of each specification, in pixels; drawings fill it.
BOXES = {LOGO_SPEC: (480, 180), LARGE_LOGO_SPEC: (640, 240)}
# In colour, for dark ground, for print. Pages have a picture of each name, and drawings a version.
LOGO_VERSIONS = ("logo", "logo_white", "logo_print")


class Logo(NamedTuple):
    """One version of a logo as a page shows it; sizes in pixels."""

    url: str
    width: int
    height: int


def check_logo(image: SiteImage) -> None:
    """Refuse a logo that would be shown blurred.

    Raises:
        ValidationError: with the size that is needed and the size that was given.
    """
    if image.width < MIN_WIDTH or image.height < MIN_HEIGHT:
        raise ValidationError(
            _(
                "This logo has %(width)d × %(height)d pixels. It needs at least "
                "%(min_width)d × %(min_height)d, so that it is sharp on every screen."
            ),
            params={
                "width": image.width,
                "height": image.height,
                "min_width": MIN_WIDTH,
                "min_height": MIN_HEIGHT,
            },
        )


def logo_of(partner: Any, version: str, spec: str) -> Logo | None:
    """Return a version of a partner's logo: the drawing where there is one, else the picture.

    Nothing while a worker still makes the size.

    Args:
        partner: the page of a partner.
        version: one of ``LOGO_VERSIONS``.
        spec: one of ``LOGO_SPECS``.
    """
    drawing = partner.drawings.get(version)
    if drawing is not None:
        scale = min(
            side / own
            for side, own in zip(BOXES[spec], (drawing.width, drawing.height), strict=True)
        )
        width, height = (max(1, round(side * scale)) for side in (drawing.width, drawing.height))
        return Logo(drawing.file.url, width, height)
    image = getattr(partner, version)
    if image is None:
        return None
    size = ready_size(image, spec)
    return Logo(size.url, size.width, size.height) if size else None


def load_drawings(partners: Collection[Any]) -> None:
    """Give some pages of partners the drawings of their logos by version, in one query."""
    if not partners:
        return
    found: defaultdict[Any, dict[str, Any]] = defaultdict(dict)
    keys = {partner.translation_key for partner in partners}
    # The model of drawings leans on the one of partners, and pages of partners on this module.
    drawings = apps.get_model("partners", "LogoDrawing").objects.select_related("partner")
    for drawing in drawings.filter(partner__translation_key__in=keys):
        found[drawing.partner.translation_key][drawing.version] = drawing
    for partner in partners:
        partner.drawings = found[partner.translation_key]


def want_logos(pictures: Pictures, partners: Collection[Any]) -> None:
    """Ask for what a wall prints of some partners: their logos for screens and for paper."""
    for version in LOGO_VERSIONS:
        pictures.want(partners, version)
    load_drawings(partners)


def load_logos(partners: Collection[Any]) -> None:
    """Give some partners their logos in the sizes of walls, in three queries."""
    pictures = Pictures()
    want_logos(pictures, partners)
    pictures.load(*LOGO_SPECS)
