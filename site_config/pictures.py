"""Uploaded pictures: upright, and free of what a camera wrote into them."""

from io import BytesIO
from typing import IO, TYPE_CHECKING

from django.core.files.base import ContentFile
from PIL import AvifImagePlugin, Image, ImageOps

if TYPE_CHECKING:
    from site_config.models.images import SiteImage

# What every page's markup asks for, so that no visitor waits while a picture is made.
STANDARD_SPECS = ("format-avif|width-640", "format-avif|width-1280", "format-jpeg|width-960")
SAVE_OPTIONS = {
    "JPEG": {"quality": 92, "subsampling": 0},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
}
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
        upright = ImageOps.exif_transpose(source)
        clean = Image.new(upright.mode, upright.size)
        if upright.mode == "P" and (palette := upright.getpalette()):
            clean.putpalette(palette)
        clean.paste(upright)
        options = dict(SAVE_OPTIONS.get(file_format, {}))
        if profile := source.info.get("icc_profile"):
            options["icc_profile"] = profile
        if "transparency" in upright.info and upright.mode == "P":
            options["transparency"] = upright.info["transparency"]
        buffer = BytesIO()
        clean.save(buffer, format=file_format, **options)
    return CleanPicture(buffer.getvalue(), name, clean.size)


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
