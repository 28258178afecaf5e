"""The first page of a document as a picture, in the sizes and formats that pages show."""

import re
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from site_config.pdf.child import LARGE

# How pictures are named that come in several sizes; those of earlier versions came alone.
VERSION = re.compile(rf"-([0-9a-f]{{12}})-{re.escape(LARGE)}$")


class FirstPageMixin(models.Model):
    """A document that has the picture of its first page, for those who may read it."""

    # The large JPEG. The others lie beside it.
    first_page = models.FileField(
        _("picture of the first page"),
        upload_to="documents/first_pages",
        max_length=255,
        blank=True,
        default="",
        db_default="",
    )
    first_page_width = models.PositiveSmallIntegerField(null=True)
    first_page_height = models.PositiveSmallIntegerField(null=True)
    # The names of the others, such as “small.avif”, with spaces between.
    first_page_pictures = models.CharField(
        max_length=120, blank=True, default="", db_default="", editable=False
    )

    if TYPE_CHECKING:
        is_unreadable: bool

    class Meta:
        abstract = True

    @property
    def has_first_page(self) -> bool:
        """Whether there is a picture of the first page of the file as it is now.

        That of an earlier file lies there until the new one is read.
        """
        return bool(self.first_page and self.first_page_width and not self.is_unreadable)

    @property
    def first_page_version(self) -> str:
        """What tells this picture from those of other files, in addresses.

        Empty where it was made by an earlier version of the portal, as a JPEG alone.
        """
        found = VERSION.search(self.first_page.name or "")
        return found[1] if found else ""

    def first_page_names(self) -> dict[str, str]:
        """Return the stored files by what they are: “large.jpg”, and what there is beside it."""
        large = self.first_page.name
        if not large:
            return {}
        # A picture that an earlier version has put in the place of ours came alone.
        others = self.first_page_pictures.split() if self.first_page_version else ()
        return {LARGE: large} | {each: f"{large.removesuffix(LARGE)}{each}" for each in others}

    def hide_first_page(self) -> None:
        """Show the picture no longer; its files are removed when there are others."""
        self.first_page_width = self.first_page_height = None
