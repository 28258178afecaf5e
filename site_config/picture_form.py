"""The form that stores pictures: alone, many at once, or out of a page's editor."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from site_config.pictures import MOST_PIXELS_OF


class PictureField(WagtailImageField):
    """Wagtail's field, which would read a whole picture before it counts the pixels.

    Few bytes can hold very many pixels of one colour, and fill the memory.
    """

    def check_image_pixel_size(self, f: UploadedFile) -> None:
        """Count the pixels by the head of the file, and only then let it be read.

        Raises:
            ValidationError: there are too many, or fewer than the head promises.
        """
        try:
            self._count_pixels(f)
            super().check_image_pixel_size(f)
        except (OSError, SyntaxError, ValueError) as error:
            message = _("This picture is damaged. Save it anew, and choose it again.")
            raise ValidationError(message, code="invalid_image") from error

    def _count_pixels(self, f: UploadedFile) -> None:
        f.seek(0)
        try:
            with Image.open(f) as picture:
                pixels = picture.width * picture.height
                most = MOST_PIXELS_OF.get(picture.format or "", self.max_image_pixels)
        except Image.DecompressionBombError as error:
            raise self._too_many("> 150 000 000", self.max_image_pixels) from error
        finally:
            f.seek(0)
        if most is not None and pixels > most:
            raise self._too_many(pixels, most)

    def _too_many(self, pixels: int | str, most: int | None) -> ValidationError:
        numbers = {"num_pixels": pixels, "max_pixels_count": most}
        message = self.error_messages["file_too_many_pixels"]
        return ValidationError(message, code="file_too_many_pixels", params=numbers)


class PictureForm(BaseImageForm):
    """Wagtail's form, with a licence that needn't be chosen again for each of many pictures."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "licence" in self.fields:
            # Where it isn't sent, as when many are dropped at once, the model's own value stands.
            self.fields["licence"].required = False
        if "file" in self.fields:
            # Wagtail offers no setting for the class, and makes the field with words of its own.
            self.fields["file"].__class__ = PictureField

    def clean_licence(self) -> str:
        """Return the chosen licence, or the one that the picture has."""
        return self.cleaned_data["licence"] or self.instance.licence
