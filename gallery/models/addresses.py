"""Addresses below a gallery that are its own lists, so that no page can have them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

RESERVED_SLUGS = frozenset({"feed"})


def check_slug(slug: str) -> None:
    """Refuse an address that leads elsewhere.

    Raises:
        ValidationError: the gallery's own feed stands there.
    """
    if slug in RESERVED_SLUGS:
        message = _("“%(slug)s” is an address of the gallery itself. Choose another.")
        raise ValidationError({"slug": ValidationError(message, params={"slug": slug})})
