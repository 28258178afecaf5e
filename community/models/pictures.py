"""The picture that a member may show with a discussion."""

from pathlib import PurePath
from uuid import uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


def picture_path(instance: "PictureMixin", name: str) -> str:
    """Return where a picture is kept: under a name that tells nothing and can't be guessed."""
    return f"discussions/{uuid4().hex}{PurePath(name).suffix.lower()}"


class PictureMixin(models.Model):
    """Has a picture, and words for those who do not see it."""

    picture = models.ImageField(
        _("picture"),
        upload_to=picture_path,
        blank=True,
        db_default="",
        width_field="picture_width",
        height_field="picture_height",
    )
    picture_alt = models.CharField(
        _("alternative text"),
        max_length=200,
        blank=True,
        db_default="",
        help_text=_("What the picture shows, for those who do not see it."),
    )
    picture_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    picture_height = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def drop_picture(self) -> None:
        """Have no picture any more; its file goes once that is committed."""
        if self.picture:
            storage, name = self.picture.storage, self.picture.name
            transaction.on_commit(lambda: storage.delete(name), robust=True)
        self.picture = self.picture_alt = ""

    def discard_picture(self) -> None:
        """Remove the file of a picture whose row was not stored after all."""
        if self.picture and self.picture._committed:
            self.picture.storage.delete(self.picture.name)
