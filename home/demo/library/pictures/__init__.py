"""Thirty pictures of the demo city and the four albums that hold them.

Sixteen are whole city views, fourteen are crops of these with a subject of their own.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image

from .albums import ALBUMS
from .from_above import FROM_ABOVE
from .green import GREEN
from .light import LIGHT
from .picture import Album, CropBox, FocalPoint, Picture
from .streets import STREETS

PHOTOS = Path(__file__).resolve().parent.parent / "photos"
PICTURES: dict[str, Picture] = {
    picture.key: picture for picture in (*STREETS, *GREEN, *FROM_ABOVE, *LIGHT)
}

__all__ = [
    "ALBUMS",
    "PHOTOS",
    "PICTURES",
    "Album",
    "CropBox",
    "FocalPoint",
    "Picture",
    "open_picture",
]


def open_picture(key: str) -> BytesIO:
    """Return the JPEG file of one picture, without any metadata, ready to be read.

    An original comes as it lies on the disk; a crop is cut now. The same Pillow gives the same
    bytes every time, so that loading the demo twice finds the picture it stored before.

    Raises:
        KeyError: the demo city has no picture of that key.
    """
    picture = PICTURES[key]
    source = PHOTOS / f"{picture.original}.jpg"
    if picture.crop is None:
        return BytesIO(source.read_bytes())
    stream = BytesIO()
    with Image.open(source) as original:
        original.crop(picture.crop).save(
            stream, "JPEG", quality=88, optimize=True, progressive=True, subsampling=0
        )
    stream.seek(0)
    return stream
