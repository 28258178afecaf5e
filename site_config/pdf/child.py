"""Tell what is in a PDF, as lines of JSON. Runs by itself: ``python -I child.py FILE CPU BYTES``.

PDFs come from anywhere, and what reads them is written in C. So this program puts limits on
itself before it looks at the file, holds no secret, writes no file and imports nothing of the
portal. Whatever becomes of it, the process that started it lives on.

Lines on standard output: first the facts (``pages`` …), then one for the ``cover``, one for each
``page``, and ``done``. Where the file can't be read, one with an ``error``.
"""

import base64
import contextlib
import ctypes
import io
import json
import os
import re
import sys
from typing import Any

try:
    import resource
except ImportError:  # There are none on Windows.
    resource = None

# Characters of one page, and of the whole file: an encyclopedia has fewer.
LONGEST_PAGE = 100_000
LONGEST_TEXT = 40_000_000
# Pixels of the picture of the first page.
COVER_WIDTH = 840
COVER_HEIGHT = 1_680
NOT_IN_TEXTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# A word that was broken at the end of a line: PDFium writes U+0002 in the place of the hyphen.
BROKEN_WORD = re.compile("[\x02\ufffe]\r?\n?")
PASSWORD_ERROR, SECURITY_ERROR = 4, 5


def limit_itself(cpu_seconds: int, memory: int) -> None:
    """Let the system end this process where it takes too much.

    Args:
        cpu_seconds: of the processor's time.
        memory: bytes. macOS knows no such limit; there the clock alone ends a process.
    """
    with contextlib.suppress(OSError, AttributeError):
        os.nice(10)
    if resource is None:
        return
    for name, value in (
        ("RLIMIT_CPU", cpu_seconds),
        ("RLIMIT_AS", memory),
        ("RLIMIT_DATA", memory),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
    ):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            resource.setrlimit(getattr(resource, name), (value, value))


def tell(**line: Any) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def clean(text: str) -> str:
    """Return a text that any database takes, with broken words put together."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = BROKEN_WORD.sub("", text)
    return NOT_IN_TEXTS.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def read(path: str) -> None:
    """Tell all that is wanted of one file."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in {PASSWORD_ERROR, SECURITY_ERROR}
        tell(error="protected" if locked else "broken")
        return
    pages = len(document)
    if not pages:
        tell(error="broken")
        return
    tell(
        pages=pages,
        tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
        title=clean(document.get_metadata_value("Title"))[:255],
        language=language_of(document, pdfium),
        scripts=has_scripts(document, pdfium),
    )
    for number in range(pages):
        try:
            page = document[number]
            if number == 0:
                tell_cover(page)
            text = clean(page.get_textpage().get_text_bounded())[:LONGEST_PAGE]
            page.close()
        except pypdfium2.PdfiumError:
            text = ""  # One damaged page among others: those are worth reading.
        tell(page=number + 1, text=text)
    tell(done=True)


def language_of(document: Any, pdfium: Any) -> str:
    """Return the language that the file itself names (BCP 47)."""
    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 0 < length <= 1_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFCatalog_GetLanguage(document, pointer, length)
    return clean(buffer.raw.decode("utf-16-le", "ignore").rstrip("\x00"))[:35]


def has_scripts(document: Any, pdfium: Any) -> bool:
    """Say whether programs in the file would run in a reader that lets them (§12.6.4.17).

    Those of the whole document are told by PDFium; others are looked for by their name, as the
    file writes it.
    """
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        return True
    with open(sys.argv[1], "rb") as file:
        before = b""
        while part := file.read(1 << 20):
            if re.search(rb"/JavaScript\b|/JS\s*[(<\d]", before + part):
                return True
            before = part[-32:]
    return False


def tell_cover(page: Any) -> None:
    """Draw the first page, as wide as a cover is shown and never higher than a tall one."""
    width, height = page.get_size()
    if width < 1 or height < 1:
        return
    scale = min(COVER_WIDTH / width, COVER_HEIGHT / height)
    if min(width, height) * scale < 20:
        return  # A thread rather than a page.
    picture = page.render(scale=scale).to_pil().convert("RGB")
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=80, optimize=True, progressive=True)
    tell(
        cover=base64.b64encode(stream.getvalue()).decode(),
        width=picture.width,
        height=picture.height,
    )


if __name__ == "__main__":
    limit_itself(int(sys.argv[2]), int(sys.argv[3]))
    try:
        read(sys.argv[1])
    except MemoryError:
        tell(error="too_large")
