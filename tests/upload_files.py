"""Files that people upload by mistake or on purpose, made when they are asked for."""

import struct
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.gallery.media_files import webm

SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><html><body><script>alert(1)</script></body></html>"
# Looks like what scanners are tested with, and is no such file.
SUSPICIOUS_TEXT = rb"X5O!P%@AP-LIKE-STANDARD-TEXT-THAT-IS-NO-PICTURE!$H+H*" * 4
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
FILM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm\x42\x87\x81\x04"
ORIENTATION_TAG, MODEL_TAG, GPS_TAG = 0x0112, 0x0110, 0x8825
CAMERA = "SecretCamera 3000"


class Upload(NamedTuple):
    """A file as a browser sends it.

    Attributes:
        what: names it in a test.
        name: the file's name.
        content: its bytes.
        told: a part of what its sender should read, in English.
    """

    what: str
    name: str
    content: bytes
    told: str

    def open(self) -> SimpleUploadedFile:
        """Return it anew: a file is read once."""
        return SimpleUploadedFile(self.name, self.content)


def picture(file_format: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a picture that is what it says."""
    buffer = BytesIO()
    Image.radial_gradient("L").resize(size).convert("RGB").save(buffer, format=file_format)
    return buffer.getvalue()


def picture_with_notes() -> bytes:
    """Return a photo that tells where it was taken, and with which camera."""
    notes = Image.Exif()
    notes[MODEL_TAG] = CAMERA
    notes[ORIENTATION_TAG] = 6
    notes.get_ifd(GPS_TAG).update({1: "N", 2: (41.0, 19.0, 39.0), 3: "E", 4: (19.0, 49.0, 8.0)})
    buffer = BytesIO()
    Image.new("RGB", (80, 40), "#a0163e").save(buffer, format="JPEG", exif=notes)
    return buffer.getvalue()


def large_png(width: int, height: int) -> bytes:
    """Return a PNG of one colour, a bit for each pixel: many pixels in few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    row = bytes(1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    pixels = b"".join(packer.compress(row) for _number in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def archive() -> bytes:
    """Return a ZIP file with a program in it."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        made.writestr("Main.class", b"\xca\xfe\xba\xbe")
    return buffer.getvalue()


def many_frames(count: int) -> bytes:
    """Return a GIF with one pixel in each of many pictures (GIF89a)."""
    head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + bytes(3) + b"\xff" * 3
    frame = b"\x2c" + bytes(4) + b"\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    return head + frame * count + b"\x3b"


ARCHIVE, BOMB, FRAMES = archive(), large_png(30_000, 30_000), many_frames(10_000)
BAD_PICTURES = (
    Upload("a picture named as a program", "lana.exe", picture(), "Not a supported image format"),
    Upload("a kind we don't take", "lana.gif", picture("GIF"), "Not a supported image format"),
    Upload("a drawing with a script", "lana.svg", SCRIPT, "Not a supported image format"),
    Upload("a script named as a picture", "lana.png", SCRIPT, "Not a valid .png image"),
    Upload("another kind than its name", "lana.jpg", picture("PNG"), "Not a valid .jpeg image"),
    Upload("text named as a picture", "lana.jpg", SUSPICIOUS_TEXT, "not an image"),
    Upload("a page named as a picture", "lana.webp", PAGE, "not an image"),
    Upload("half a picture", "lana.jpg", picture(size=(400, 300))[:-600], "damaged"),
    Upload("a picture of 30,000 × 30,000", "lana.png", BOMB, "too many pixels"),
    Upload("10,000 pictures in one", "lana.gif", FRAMES, "Not a supported image format"),
    Upload("10,000 pictures under another name", "lana.png", FRAMES, "Not a valid .png image"),
    Upload("a hundred megapixels", "lana.png", large_png(10_000, 10_000), "too many pixels"),
    Upload("an empty file", "lana.jpg", b"", "empty"),
    Upload("a name of 300 characters", "ë" * 296 + ".jpg", picture(), "shorter"),
)
BAD_DOCUMENTS = (
    Upload("a program", "plan.exe", b"MZ" + bytes(64), "not allowed"),
    Upload("a page", "plan.html", PAGE, "not allowed"),
    Upload("a drawing with a script", "plan.svg", SCRIPT, "not allowed"),
    Upload("no extension", "plan", PDF, "not allowed"),
    Upload("text named as a PDF", "plan.pdf", b"Not a PDF at all.", "Save it as PDF"),
    Upload("a page named as a PDF", "plan.pdf", PAGE, "Save it as PDF"),
    Upload("a page before a PDF", "plan.pdf", PAGE + PDF, "Save it as PDF"),
    Upload("a page named as text", "plan.txt", PAGE, "Save it as TXT"),
    Upload("a PDF named as a table", "plan.xlsx", PDF, "Save it as XLSX"),
    Upload("half an archive", "plan.docx", b"PK\x03\x04" + bytes(40), "Save it as DOCX"),
    Upload("an archive behind a PDF", "plan.pdf", PDF + ARCHIVE, "Save it as PDF"),
    Upload("an archive behind text", "plan.txt", b"Text.\n" + ARCHIVE, "Save it as TXT"),
    Upload("a page behind a PDF's name", "plan.pdf.html", PAGE, "not allowed"),
    Upload("an empty file", "plan.pdf", b"", "empty"),
    Upload("a name of 300 characters", "ë" * 296 + ".pdf", PDF, "shorter"),
)
BAD_FILMS = (
    Upload("text named as a film", "lana.webm", b"hello world", "another kind"),
    Upload("a page named as a film", "lana.mp4", PAGE, "another kind"),
    Upload("a program", "lana.exe", b"MZ" + bytes(64), "one of these kinds"),
    Upload("a drawing with a script", "lana.svg", SCRIPT, "one of these kinds"),
    Upload("half a film", "lana.webm", webm()[:-8], "damaged"),
    Upload("an archive behind a film", "lana.webm", webm() + ARCHIVE, "damaged"),
    Upload("an empty file", "lana.webm", b"", "empty"),
    Upload("a name of 300 characters", "ë" * 295 + ".webm", FILM, "at most 100 characters"),
)
