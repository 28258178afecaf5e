"""Pictures that members upload: looked at, made small, and written anew."""

import warnings
from io import BytesIO
from typing import IO

import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from site_config.pictures import MOST_PIXELS_OF

LARGEST_FILE = 12 * 1024 * 1024
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 1600
QUALITY = 85
# As Pillow names them; what is neither is not even looked at by its decoders.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"


class NoPictureError(Exception):
    """A file is no picture of a kind that is taken."""


class TooManyPixelsError(Exception):
    """A picture would fill the memory."""


class HungryFormatError(Exception):
    """A picture would fill the memory, because of the format it is in."""


def read_picture(
    file: UploadedFile, longest_side: int = LONGEST_SIDE, quality: int = QUALITY
) -> ContentFile:
    """Return an uploaded picture as it is kept: upright, small, and without any of its notes.

    Where and when a photo was taken, and by which camera, is nobody's business. The file's own
    name is forgotten too.

    Args:
        file: as it was sent.
        longest_side: in pixels; what is larger is made smaller.
        quality: of JPEG and WebP, from 1 to 95.

    Raises:
        ValidationError: with a sentence for the person who uploads it.
    """
    if file.size > LARGEST_FILE:
        raise ValidationError(_("This file is larger than 12 MB. Choose a smaller picture."))
    try:
        # What Pillow warns of is refused.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _rewritten(file, longest_side, quality)
    except (TooManyPixelsError, Image.DecompressionBombError, Image.DecompressionBombWarning) as e:
        message = _("This picture has more than 25 million pixels. Make it smaller first.")
        raise ValidationError(message) from e
    except HungryFormatError as error:
        message = _(
            "WebP may have 12 million pixels here, and AVIF 8 million. Save the picture as JPEG."
        )
        raise ValidationError(message) from error
    except (NoPictureError, UnidentifiedImageError) as error:
        message = _("This is no picture in JPEG, PNG, WebP, AVIF or HEIC.")
        raise ValidationError(message) from error
    # Decoders fail in as many ways as files can be broken.
    except Exception as error:
        message = _("This picture is damaged. Save it anew, and choose it again.")
        raise ValidationError(message) from error


def _rewritten(file: IO[bytes], longest_side: int, quality: int) -> ContentFile:
    with _opened(file) as source:
        pixels = source.width * source.height
        if pixels > MOST_PIXELS:
            raise TooManyPixelsError
        if pixels > MOST_PIXELS_OF.get(source.format or "", MOST_PIXELS):
            raise HungryFormatError
        # A JPEG file can be read at half its size or less; the others ignore it.
        source.draft(None, (longest_side, longest_side))
        profile = source.info.get("icc_profile")
        # In place: a large picture once more would not fit into the memory.
        ImageOps.exif_transpose(source, in_place=True)
        upright = _in_plain_colours(source, profile)
    upright.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    # A new picture has no notes that an encoder could write again.
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    buffer = BytesIO()
    if clean.mode == "RGBA":
        clean.save(buffer, "WEBP", quality=quality)
        return ContentFile(buffer.getvalue(), name="picture.webp")
    clean.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
    return ContentFile(buffer.getvalue(), name="picture.jpg")


def _opened(file: IO[bytes]) -> Image.Image:
    """Open a picture by what the file holds, whatever it is called.

    Raises:
        NoPictureError, UnidentifiedImageError: it holds none that is taken.
    """
    file.seek(0)
    try:
        return Image.open(file, formats=FORMATS)
    except (UnidentifiedImageError, ValueError):
        # HEIC and AVIF share a container; which of them it is, their decoders find out.
        file.seek(0)
        if not pillow_heif.is_supported(file):
            raise
        file.seek(0)
        return pillow_heif.HeifImageFile(file)


def _in_plain_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB, transparent where it was: what every browser shows alike."""
    transparent = picture.has_transparency_data
    if picture.mode.startswith("I;16"):
        # Sixteen bits of grey; converted at once, all but the darkest would be white.
        picture = picture.point(lambda value: value / 256).convert("L")
    plain = "RGBA" if transparent else "RGB"
    if profile and not transparent and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
        except ImageCms.PyCMSError:
            pass  # A profile that can't be read, or fits another kind of picture.
        else:
            return converted
    return picture if picture.mode == plain else picture.convert(plain)
