"""Pictures: what they show, who made them, and who may use them."""

from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from site_config.pictures import BrokenPictureError, clean_picture_file
from site_config.uploads import check_file_name


class Licence(models.TextChoices):
    """Licences by their SPDX identifier, in lower case."""

    ALL_RIGHTS = "all-rights-reserved", _("All rights reserved")
    CC0 = "cc0-1.0", _("Public domain (CC0 1.0)")
    CC_BY = "cc-by-4.0", _("Attribution (CC BY 4.0)")
    CC_BY_SA = "cc-by-sa-4.0", _("Attribution, share alike (CC BY-SA 4.0)")
    CC_BY_NC = "cc-by-nc-4.0", _("Attribution, no commercial use (CC BY-NC 4.0)")
    CC_BY_NC_SA = (
        "cc-by-nc-sa-4.0",
        _("Attribution, no commercial use, share alike (CC BY-NC-SA 4.0)"),
    )
    CC_BY_ND = "cc-by-nd-4.0", _("Attribution, unchanged (CC BY-ND 4.0)")
    CC_BY_NC_ND = (
        "cc-by-nc-nd-4.0",
        _("Attribution, no commercial use, unchanged (CC BY-NC-ND 4.0)"),
    )

    @property
    def url(self) -> str:
        """The address of the licence's text; empty where all rights are reserved."""
        if self is Licence.ALL_RIGHTS:
            return ""
        if self is Licence.CC0:
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        name = self.value.removeprefix("cc-").removesuffix("-4.0")
        return f"https://creativecommons.org/licenses/{name}/4.0/"


class SiteImage(AbstractImage):
    """A picture whose words for those who can't see it stand apart from its title."""

    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the picture, as it should be printed beside it."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=30,
        choices=Licence,
        default=Licence.ALL_RIGHTS,
        help_text=_("What others may do with the picture."),
    )
    source_url = models.URLField(
        _("source"), blank=True, help_text=_("The page where the picture was found, if any.")
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "licence",
        "source_url",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def clean(self) -> None:
        """Refuse a file that can't be read to its end, or not be kept under its name.

        Raises:
            ValidationError: with a sentence for the person who uploads it.
        """
        super().clean()
        if self.file and not self.file._committed:
            try:
                check_file_name(self.file.name)
                clean_picture_file(self)
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error
            except BrokenPictureError as error:
                message = _("This picture is damaged. Save it anew, and choose it again.")
                raise ValidationError({"file": message}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the picture; a newly uploaded file loses its camera's notes first."""
        if self.file and not self.file._committed:
            clean_picture_file(self)
        super().save(*args, **kwargs)

    def get_upload_to(self, filename: str) -> str:
        """Return where the file is kept: under a name of our own, which tells nothing.

        The sender's name for it may tell who sent it, or of what; the sizes made from it have
        the same name in their addresses.
        """
        return f"original_images/{uuid4().hex}{PurePath(filename).suffix.lower()}"

    @property
    def default_alt_text(self) -> str:
        """The words for those who can't see the picture: never its title or file name."""
        return self.description

    @property
    def licence_url(self) -> str:
        """The address of the licence's text, or nothing."""
        return Licence(self.licence).url


# Wagtail's own description field holds the alternative text; the form says so in plain words.
_description = SiteImage._meta.get_field("description")
_description.verbose_name = _("alternative text")
_description.help_text = _(
    "What the picture shows, for people who can't see it. Pages can use words of their own."
)


class SiteRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("picture size")
        verbose_name_plural = _("picture sizes")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_for_each_size",
            )
        ]
