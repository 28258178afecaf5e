"""A disk without room, for as long as a test wants it."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

# Bytes that a file may hold.
ROOM = 64 * 1024


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow beyond `ROOM`, as where a disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def large_picture() -> SimpleUploadedFile:
    """Return a picture that no format makes small."""
    buffer = BytesIO()
    noise = Image.effect_noise((800, 600), 90).convert("RGB")
    noise.save(buffer, "JPEG", quality=95)
    return SimpleUploadedFile("bridge.jpg", buffer.getvalue(), "image/jpeg")
