"""Tell what is in a PDF, as lines of JSON. Runs by itself: ``python -I child.py FILE CPU BYTES``.

PDFs come from anywhere, and what reads them is written in C. So this program puts limits on
itself before it looks at the file, holds no secret, writes no file and imports nothing of the
portal. Whatever becomes of it, the process that started it lives on.

Lines on standard output: first the facts (``pages`` …), then one for each ``picture`` of the first
page, one for each ``page``, and ``done``. Where the file can't be read, one with an ``error``.
"""

import base64
import contextlib
import ctypes
import io
import json
import os
import re
import signal
import sys
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any

try:
    import resource
except ImportError:  # There are none on Windows.
    resource = None

# Characters of one page, and of the whole file: an encyclopedia has fewer.
LONGEST_PAGE = 100_000
LONGEST_TEXT = 40_000_000
# Pixels of the picture of the first page; the small one is half as wide.
COVER_WIDTH = 840
COVER_HEIGHT = 1_680
# What is made of it, by name: as it is shown, and beside a shared link.
LARGE = "large.jpg"
SMALL = "small.jpg"
SHARED = "shared.jpg"
PICTURES = (
    *(LARGE, SMALL, SHARED),
    *("large.avif", "small.avif", "large.webp", "small.webp"),
)
SHARED_SIZE = (1_200, 630)
SHARED_GROUND = (228, 224, 214)
# Bytes of one picture, so that a phone loads a shelf of them soon.
HEAVIEST = 88 * 1024
FORMATS: dict[str, tuple[str, tuple[int, ...], dict[str, Any]]] = {
    ".avif": ("AVIF", (60, 45, 30), {"speed": 8, "max_threads": 1}),
    ".jpg": ("JPEG", (80, 65, 45), {"optimize": True, "progressive": True}),
    ".webp": ("WEBP", (75, 60, 40), {}),
}
NOT_IN_TEXTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# A word that was broken at the end of a line: PDFium writes U+0002 in the place of the hyphen.
BROKEN_WORD = re.compile("[\x02\ufffe]\r?\n?")
PASSWORD_ERROR, SECURITY_ERROR = 4, 5
# Of the processor, for looking at a file's objects one by one: a large volume has 100,000.
SECONDS_FOR_OBJECTS = 8
OBJECTS_AT_MOST = 200_000
# Bytes of the metadata; those of real files are some kilobytes.
LONGEST_METADATA = 2_000_000
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Entries below which no action hangs: what pages draw, tags, files within, and the ways back.
WITHOUT_ACTIONS = frozenset(
    {
        *("/Contents", "/Resources", "/AP", "/Thumb", "/Metadata", "/StructTreeRoot", "/Dests"),
        *("/EmbeddedFiles", "/EF", "/AF", "/Parent", "/P"),
    }
)


class OutOfTimeError(BaseException):
    """The time for looking at objects is over; no handler of a library's may keep it."""


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
    title, scripts = facts_of_objects(path)
    tell(
        pages=pages,
        tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
        title=clean(document.get_metadata_value("Title"))[:255] or clean(title)[:255],
        language=language_of(document, pdfium),
        scripts=scripts or has_scripts(document, pdfium),
    )
    for number in range(pages):
        try:
            page = document[number]
            if number == 0:
                tell_first_page(page)
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


def facts_of_objects(path: str) -> tuple[str, bool]:
    """Return the title in the file's metadata, and whether one of its actions is a script.

    PDFium tells neither. Objects are looked at until the time is over, or as many as are worth
    it; what can't be looked at tells nothing.
    """
    title, scripts = "", False
    with open(path, "rb") as file, contextlib.suppress(Exception, OutOfTimeError), short_time():
        import pypdf

        catalogue = pypdf.PdfReader(file).root_object
        with contextlib.suppress(Exception):
            title = title_in_metadata(catalogue)
        found = islice(objects_below(catalogue), OBJECTS_AT_MOST)
        scripts = any("/JS" in each or each.get("/S") == "/JavaScript" for each in found)
    return title, scripts


@contextlib.contextmanager
def short_time() -> Iterator[None]:
    """Raise `OutOfTimeError` in what takes more of the processor than it is worth."""

    def stop(*_of: Any) -> None:
        raise OutOfTimeError

    if not hasattr(signal, "setitimer"):
        yield  # On Windows the clock alone ends a process.
        return
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_FOR_OBJECTS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def objects_below(catalogue: Any) -> Iterator[Any]:
    """Yield the dictionaries in which actions may stand, those near the catalogue first."""
    from pypdf.generic import IndirectObject

    waiting, seen = deque([catalogue]), set()
    while waiting:
        each = waiting.popleft()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            with contextlib.suppress(Exception):  # A damaged one among others.
                each = each.get_object()
        parts = each if isinstance(each, list) else ()
        if isinstance(each, dict):
            yield each
            parts = (part for name, part in each.items() if name not in WITHOUT_ACTIONS)
        waiting.extend(part for part in parts if isinstance(part, (dict, list, IndirectObject)))


def title_in_metadata(catalogue: Any) -> str:
    """Return ``dc:title`` of the metadata, the usual one of several (ISO 16684-1, §8.2.2.4)."""
    from defusedxml.ElementTree import fromstring

    content = catalogue["/Metadata"].get_data()
    if len(content) > LONGEST_METADATA:
        return ""
    title = fromstring(content, forbid_dtd=True).find(f".//{DUBLIN_CORE}title")
    if title is None:
        return ""
    several = title.findall(f".//{RDF}li")
    several.sort(key=lambda one: one.get(LANGUAGE) != "x-default")
    return next((text for one in (*several, title) if (text := (one.text or "").strip())), "")


def has_scripts(document: Any, pdfium: Any) -> bool:
    """Say whether programs in the file would run in a reader that lets them (§12.6.4.17).

    Those of the whole document are told by PDFium. Others are looked for by their name as the
    file writes it, also where `facts_of_objects` did not get.
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


def tell_first_page(page: Any) -> None:
    """Draw the first page, as wide as a cover is shown and never higher than a tall one."""
    width, height = page.get_size()
    if width < 1 or height < 1:
        return
    scale = min(COVER_WIDTH / width, COVER_HEIGHT / height)
    if min(width, height) * scale < 20:
        return  # A thread rather than a page.
    large = page.render(scale=scale).to_pil().convert("RGB")
    half = (round(large.width / 2), round(large.height / 2))
    drawn = {"large": large, "small": large.resize(half), "shared": beside_a_link(large)}
    for name in PICTURES:
        stem, kind = os.path.splitext(name)
        with contextlib.suppress(Exception):  # What one format can't take, another one can.
            content = written(drawn[stem], kind)
            if len(content) <= HEAVIEST or kind == ".jpg":
                tell(
                    picture=name,
                    content=base64.b64encode(content).decode(),
                    width=drawn[stem].width,
                    height=drawn[stem].height,
                )


def beside_a_link(page: Any) -> Any:
    """Return a whole page in the wide shape in which links are shared."""
    from PIL import Image, ImageOps

    room = (SHARED_SIZE[0] - 80, SHARED_SIZE[1] - 60)
    wide = Image.new("RGB", SHARED_SIZE, SHARED_GROUND)
    whole = ImageOps.contain(page, room)
    wide.paste(whole, ((wide.width - whole.width) // 2, (wide.height - whole.height) // 2))
    return wide


def written(picture: Any, kind: str) -> bytes:
    """Return a picture in a format, as good as it may be without being heavy."""
    name, qualities, options = FORMATS[kind]
    for quality in qualities:
        stream = io.BytesIO()
        picture.save(stream, name, quality=quality, **options)
        if stream.tell() <= HEAVIEST:
            break
    return stream.getvalue()


if __name__ == "__main__":
    limit_itself(int(sys.argv[2]), int(sys.argv[3]))
    try:
        read(sys.argv[1])
    except MemoryError:
        tell(error="too_large")
