"""What a logo must be, and the sizes in which it is shown."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from site_config.models import SiteImage
from site_config.picture_loading import Pictures

# Pixels. Logos stand at most 240 CSS pixels wide; phones show two or three pixels for each.
MIN_WIDTH = 320
MIN_HEIGHT = 80
LOGO_SPEC = "max-480x180"
LARGE_LOGO_SPEC = "max-640x240"
LOGO_SPECS = (LOGO_SPEC, LARGE_LOGO_SPEC)


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


def want_logos(pictures: Pictures, partners: Collection[Any]) -> None:
    """Ask for what a wall prints of some partners: their logos for light and for dark pages."""
    pictures.want(partners, "logo")
    pictures.want(partners, "logo_white")


def load_logos(partners: Collection[Any]) -> None:
    """Give some partners their logos in the sizes of walls, in two queries."""
    pictures = Pictures()
    want_logos(pictures, partners)
    pictures.load(*LOGO_SPECS)
