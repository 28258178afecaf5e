"""What an uploaded document must be before anybody can download it."""

import zipfile
from pathlib import PurePath
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# What stands in the archive of each kind: the folder of its main part (ECMA-376), or the media
# type in the first file (OpenDocument 1.3, part 2, §3.3).
OFFICE_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPENDOCUMENT_TYPES = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
TEXT_EXTENSIONS = {"csv", "txt", "ics"}
# Browsers guess HTML from these even under another type, so text files may not begin with them.
MARKUP_STARTS = (b"<!doctype", b"<!--", b"<html", b"<script", b"<svg", b"<?xml", b"%pdf-")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
HEAD_SIZE = 1024


def check_document_content(file: IO[bytes]) -> None:
    """Compare the beginning of a document, or the parts of an archive, with what its name says.

    Args:
        file: an open file with a name; its position is put back to the start.

    Raises:
        ValidationError: it is empty, or its content is of another kind.
    """
    extension = PurePath(file.name).suffix.lower().lstrip(".")
    file.seek(0)
    head = file.read(HEAD_SIZE)
    try:
        if not head:
            raise ValidationError(_("This file is empty. Choose the file again."))
        if not _fits(extension, head, file):
            raise ValidationError(
                _("This file's content is not %(kind)s. Save it as %(kind)s and upload it again."),
                params={"kind": extension.upper()},
            )
    finally:
        file.seek(0)


def _fits(extension: str, head: bytes, file: IO[bytes]) -> bool:
    if extension == "pdf":
        # The standard lets other bytes come first (ISO 32000-2, annex I.3.4); they may be a page.
        # What ends as an archive can be opened as one too: programs hide in such files.
        return head.startswith(b"%PDF-") and not zipfile.is_zipfile(file)
    if extension in TEXT_EXTENSIONS:
        start = head.removeprefix(BYTE_ORDER_MARK).lstrip().lower()
        if extension == "ics" and not start.startswith(b"begin:vcalendar"):
            return False
        is_text = b"\x00" not in head and not start.startswith(MARKUP_STARTS)
        return is_text and not zipfile.is_zipfile(file)
    if extension in OFFICE_FOLDERS or extension in OPENDOCUMENT_TYPES:
        return head.startswith(b"PK\x03\x04") and _fits_archive(extension, file)
    return True


def _fits_archive(extension: str, file: IO[bytes]) -> bool:
    """Look at the names in an archive; nothing is unpacked but a line of known length."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if folder := OFFICE_FOLDERS.get(extension):
                return "[Content_Types].xml" in names and any(
                    name.startswith(folder) for name in names
                )
            expected = OPENDOCUMENT_TYPES[extension]
            with archive.open("mimetype") as line:
                return line.read(len(expected) + 1).strip() == expected
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError):
        return False
