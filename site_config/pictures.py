"""Uploaded pictures: upright, and free of what a camera wrote into them."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import IO, TYPE_CHECKING

from django.core.files.base import ContentFile
from PIL import AvifImagePlugin, ExifTags, Image, ImageOps

if TYPE_CHECKING:
    from site_config.models.images import SiteImage

# What every page's markup asks for, so that no visitor waits while a picture is made.
STANDARD_SPECS = (
    "format-avif|width-640",
    "format-avif|width-1280",
    "format-jpeg|width-960",
    "format-webp|width-640",
    "format-webp|width-1280",
)
SAVE_OPTIONS = {
    "JPEG": {"quality": 92, "subsampling": 0},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
}
# Cameras whose clock was never set tell days in 1970 or 1980.
FIRST_PHOTOGRAPH = date(1990, 1, 1)
# Decoders of these hold a picture several times; more pixels than that would not fit into the
# memory of a small machine (bench/README.md).
MOST_PIXELS_OF = {"WEBP": 12_000_000, "AVIF": 8_000_000}
# From 0, the smallest file, to 10. Six, the default, takes three times as long as eight for files
# that are two per cent smaller; at nine they grow by a fifth.
AVIF_SPEED = 8


class BrokenPictureError(Exception):
    """A file begins as a picture does, but can't be read to its end."""


class CleanPicture(ContentFile):
    """The content of a picture that was written anew, and its size in pixels."""

    def __init__(self, content: bytes, name: str, size: tuple[int, int]) -> None:
        super().__init__(content, name=name)
        self.pixels = size


def rewrite_picture(file: IO[bytes], name: str) -> CleanPicture:
    """Turn a picture upright and write it anew without EXIF, GPS, XMP or comments.

    A photo tells where and when it was taken and with which camera; a city's portal has no
    business publishing that. The colour profile stays: it belongs to the picture.

    Args:
        file: an open picture; whoever calls has looked at how many pixels it claims.
        name: the name of the new file.

    Raises:
        BrokenPictureError: it can't be read to its end.
    """
    try:
        file.seek(0)
        return _rewritten(file, name)
    except Exception as error:
        raise BrokenPictureError from error


def _rewritten(file: IO[bytes], name: str) -> CleanPicture:
    with Image.open(file) as source:
        file_format = source.format or "PNG"
        if file_format == "MPO":
            # What many cameras write: a JPEG with further views, of which the first is kept.
            file_format = "JPEG"
        # In place: a large picture once more would not fit into the memory.
        ImageOps.exif_transpose(source, in_place=True)
        options = dict(SAVE_OPTIONS.get(file_format, {}))
        if profile := source.info.get("icc_profile"):
            options["icc_profile"] = profile
        if "transparency" in source.info and source.mode == "P":
            options["transparency"] = source.info["transparency"]
        # What encoders would write again: comments, EXIF, XMP.
        source.info = {}
        buffer = BytesIO()
        source.save(buffer, format=file_format, **options)
        size = source.size
    return CleanPicture(buffer.getvalue(), name, size)


def camera_date(file: IO[bytes]) -> date | None:
    """Return the day on which a camera says that it took a picture (EXIF ``DateTimeOriginal``).

    Args:
        file: an open picture as it was sent; its position is put back to the start.

    Returns:
        The day, or None where none is told or it can't be true.
    """
    try:
        file.seek(0)
        with Image.open(file) as picture:
            if picture.format == "PNG":
                return None  # No camera's, and looking for the day would decode all of it.
            told = picture.getexif().get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        day = datetime.strptime(str(told)[:10], "%Y:%m:%d").date()  # noqa: DTZ007  (local time)
    except Exception:  # noqa: BLE001  (what is wrong with a picture is told by whoever stores it)
        return None
    finally:
        file.seek(0)
    return day if FIRST_PHOTOGRAPH <= day <= date.today() + timedelta(days=1) else None  # noqa: DTZ011


def clean_picture_file(image: "SiteImage") -> None:
    """Put a rewritten file in the place of a picture's newly chosen one, unless it is one.

    Raises:
        BrokenPictureError: it can't be read to its end.
    """
    image.file.open()
    if isinstance(image.file.file, CleanPicture):
        return
    clean = rewrite_picture(image.file, image.file.name)
    image.file = clean
    image.width, image.height = clean.pixels
    image.file_size = clean.size
    image.file_hash = ""
    image._set_image_file_metadata()


def prepare_renditions(image: "SiteImage") -> None:
    """Make the sizes that pages use, once, away from any visitor's request."""
    image.get_renditions(*STANDARD_SPECS)


def register_encoders() -> None:
    """Have Pillow, and all that builds on it, write AVIF files at our speed."""
    write = Image.SAVE[AvifImagePlugin.AvifImageFile.format]

    def save_avif(picture: Image.Image, file: IO[bytes], name: str | bytes) -> None:
        picture.encoderinfo.setdefault("speed", AVIF_SPEED)
        write(picture, file, name)

    Image.register_save(AvifImagePlugin.AvifImageFile.format, save_avif)
