"""PDFs written by hand, object by object: honest ones with words, and such as mean harm."""

import zlib
from collections.abc import Iterable

from pypdf import PdfReader, PdfWriter

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def written(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a file with these objects; number 1 is its catalogue (ISO 32000-2, §7.5)."""
    file = bytearray(HEAD)
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(objects) + 1
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        place = places.get(number)
        file += b"0000000000 65535 f \n" if place is None else b"%010d 00000 n \n" % place
    file += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        table,
    )
    return bytes(file)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream (§7.3.8)."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def text_pdf(
    pages: Iterable[str],
    *,
    title: str = "",
    language: str = "",
    tagged: bool = False,
    catalogue: bytes = b"",
) -> bytes:
    """Return a PDF with words on its pages.

    Args:
        pages: the words of each page, a line each; letters of Latin-1 alone.
        title: for its metadata.
        language: for its catalogue.
        tagged: whether it says that it is tagged, with an empty tree.
        catalogue: further entries of the catalogue.
    """
    texts = list(pages)
    kids = b" ".join(b"%d 0 R" % (10 + 2 * index) for index in range(len(texts)))
    entries = catalogue
    if language:
        entries += b" /Lang (%s)" % language.encode()
    if tagged:
        entries += b" /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % entries,
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(texts)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Title (%s) >>" % title.encode("latin-1"),
        5: b"<< /Type /StructTreeRoot >>",
    }
    for index, text in enumerate(texts):
        lines = b" T* ".join(
            b"(%s) Tj"
            % line.encode("latin-1")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
            for line in text.split("\n")
        )
        objects[10 + 2 * index] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (11 + 2 * index)
        )
        objects[11 + 2 * index] = stream(b"BT /F1 12 Tf 14 TL 40 540 Td %s ET" % lines)
    return written(objects, b"/Info 4 0 R" if title else b"")


def locked(content: bytes, password: str) -> bytes:
    """Return a PDF that opens with a password alone."""
    from io import BytesIO

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def scripted() -> bytes:
    """Return a PDF that runs a program when it is opened (§12.6.4.17)."""
    action = b"/OpenAction << /S /JavaScript /JS (app.alert\\('Boo'\\)) >>"
    return text_pdf(["Words beside a script."], catalogue=action)


def bomb(megabytes: int = 2_000) -> bytes:
    """Return a small file whose one page unpacks to as many megabytes of operators."""
    packer = zlib.compressobj(9)
    block = b"0 0 m 1 1 l S " * 74_900
    packed = b"".join(packer.compress(block) for _part in range(megabytes)) + packer.flush()
    # Packed twice: a few kilobytes are left.
    twice = zlib.compress(packed, 9)
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] /Contents 4 0 R >>",
            4: stream(twice, b"/Filter [/FlateDecode /FlateDecode]"),
        }
    )


def many_pages(count: int) -> bytes:
    """Return a PDF with one page that stands in its tree as often as that."""
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] >>",
        }
    )


def claimed_pages(count: int) -> bytes:
    """Return a PDF that says it has many pages, and has one."""
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count,
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] >>",
        }
    )


def endless_tree() -> bytes:
    """Return a PDF whose tree of pages leads back to itself."""
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 5 >>",
            3: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 5 >>",
        }
    )


def endless_form() -> bytes:
    """Return a PDF whose page draws a form that draws itself, many times each."""
    draw = b"/X Do " * 40
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    )
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] /Contents 4 0 R"
        b" /Resources << /XObject << /X 5 0 R >> >> >>",
        4: stream(draw),
    }
    # Forty forms in each of eight: more than any machine can draw.
    for number in range(5, 13):
        objects[number] = stream(draw, form % (number + 1 if number < 12 else 5))
    return written(objects)
