"""AVIF files that tests had made once: the same picture, written in the same way, is the same file.

Writing them is most of the work of loading the demo city, and each kind of database loads it. The
first one is always written; later processes and runs on this checkout copy the file.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO
from uuid import uuid4

import PIL
from PIL import AvifImagePlugin, Image, features

from site_config.pictures import AVIF_SPEED

AVIF = AvifImagePlugin.AvifImageFile.format

Writer = Callable[[Image.Image, IO[bytes], str | bytes], None]


def keep_pictures(folder: Path) -> None:
    """Have this process write each AVIF picture once, and copy it from then on.

    Args:
        folder: where the files are kept, named by what they are made from.
    """
    write: Writer = Image.SAVE[AVIF]

    def save_avif(picture: Image.Image, file: IO[bytes], name: str | bytes) -> None:
        if getattr(picture, "is_animated", False):
            write(picture, file, name)
            return
        kept = folder / f"{fingerprint(picture)}.avif"
        if not kept.exists():
            draft = folder / f"{uuid4().hex}.draft"
            with draft.open("wb") as copy:
                write(picture, copy, name)
            os.replace(draft, kept)
        file.write(kept.read_bytes())

    Image.register_save(AVIF, save_avif)


def fingerprint(picture: Image.Image) -> str:
    """Return a digest of all that an AVIF file is made from: pixels, wishes and encoder."""
    wishes = [
        PIL.__version__,
        features.version("avif"),
        AVIF_SPEED,
        picture.mode,
        picture.size,
        picture.getpalette(),
        sorted(picture.encoderinfo.items(), key=str),
        sorted(picture.info.items(), key=str),
    ]
    return hashlib.sha256(repr(wishes).encode() + picture.tobytes()).hexdigest()
