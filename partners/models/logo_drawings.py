"""Logos as drawings (SVG), which stay sharp in every size; from staff only."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from partners.models.partnerships import Partner
from partners.svg import DRAWINGS_FOLDER, LARGEST, clean_drawing


class LogoDrawing(models.Model):
    """One version of a partner's logo as a drawing that was cleaned when it came."""

    class Version(models.TextChoices):
        COLOUR = "logo", _("In colour")
        WHITE = "logo_white", _("For dark ground")
        PRINT = "logo_print", _("For print")

    partner = ParentalKey(
        Partner, verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="drawings"
    )
    version = models.CharField(_("version"), max_length=12, choices=Version.choices)
    file = models.FileField(
        _("SVG file"),
        upload_to=DRAWINGS_FOLDER,
        max_length=120,
        help_text=_("Stands in place of the page's picture of this version."),
    )
    # Pixels, as the drawing itself says.
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)

    # Whether the file that waits to be stored is one that was cleaned here.
    _is_clean = False
    # What a new file takes the place of; see `partners.signal_handlers`.
    earlier_file: Any = None

    panels = [FieldPanel("version"), FieldPanel("file")]

    class Meta:
        verbose_name = _("logo as a drawing")
        verbose_name_plural = _("logos as drawings")
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "version"],
                name="one_drawing_for_each_version_of_a_logo",
                violation_error_message=_("There is a drawing of this version already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_version_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the drawing; no way of storing one leads around its cleaning."""
        self._clean_file()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Clean a new file, or say why it can't be taken.

        Raises:
            ValidationError: at the file.
        """
        super().clean()
        try:
            self._clean_file()
        except ValidationError as error:
            raise ValidationError({"file": error}) from error

    def _clean_file(self) -> None:
        if not self.file or self.file._committed or self._is_clean:
            return
        self.file.open()
        drawing = clean_drawing(self.file.read(LARGEST + 1))
        self.width, self.height = drawing.width, drawing.height
        # A new name each time: copies of the earlier file may be kept for long.
        self.file = ContentFile(drawing.content, name=f"{secrets.token_hex(12)}.svg")
        self._is_clean = True
