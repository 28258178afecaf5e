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


def packed(objects: dict[int, bytes]) -> bytes:
    """Return a file whose objects stand compressed in one stream (§7.5.7 and §7.5.8).

    Args:
        objects: by their numbers; 1 is the catalogue. Streams stand beside it, as they are.
    """
    within = {key: value for key, value in sorted(objects.items()) if b"endstream" not in value}
    head, body = b"", b""
    for number, content in within.items():
        head += b"%d %d " % (number, len(body))
        body += content + b" "
    holder, table = max(objects) + 1, max(objects) + 2
    entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(within), len(head))
    beside = {key: value for key, value in objects.items() if key not in within}
    beside[holder] = stream(zlib.compress(head + body), entries)
    file, places = bytearray(HEAD), {}
    for number, content in sorted(beside.items()):
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    places[table] = len(file)
    rows = b"\0" + (0).to_bytes(4, "big") + b"\xff"
    for number in range(1, table + 1):
        if number in within:
            rows += b"\2" + holder.to_bytes(4, "big") + bytes([list(within).index(number)])
        elif number in places:
            rows += b"\1" + places[number].to_bytes(4, "big") + b"\0"
        else:
            rows += b"\0" + (0).to_bytes(4, "big") + b"\xff"
    entries = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /Filter /FlateDecode" % (table + 1)
    file += b"%d 0 obj\n%s\nendobj\n" % (table, stream(zlib.compress(rows), entries))
    file += b"startxref\n%d\n%%%%EOF\n" % places[table]
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


SCRIPT = b"<< /S /JavaScript /JS (app.alert\\('Boo'\\)) >>"
# Where a script may stand (§12.6.3): further entries of the catalogue, and of the one page.
PLACES_OF_SCRIPTS = {
    "opening": (b"/OpenAction %s" % SCRIPT, b""),
    "closing": (b"/AA << /WC %s >>" % SCRIPT, b""),
    "under a name": (b"/Names << /JavaScript << /Names [(a) %s] >> >>" % SCRIPT, b""),
    "a field": (b"/AcroForm << /Fields [<< /FT /Tx /T (f) /AA << /K %s >> >>] >>" % SCRIPT, b""),
    "a page": (b"", b"/AA << /O %s >>" % SCRIPT),
    "an annotation": (
        b"",
        b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A %s >>]" % SCRIPT,
    ),
    "after another action": (
        b"/OpenAction << /S /URI /URI (https://example.org/) /Next %s >>" % SCRIPT,
        b"",
    ),
    "spelled otherwise": (b"/OpenAction %s" % SCRIPT.replace(b"/JavaS", b"/J#61vaS"), b""),
}


def packed_script(place: str) -> bytes:
    """Return a PDF with a script that no byte of it tells: its objects are compressed.

    Args:
        place: one of `PLACES_OF_SCRIPTS`.
    """
    catalogue, page = PLACES_OF_SCRIPTS[place]
    return one_page(catalogue, page)


def one_page(catalogue: bytes = b"", page: bytes = b"") -> bytes:
    """Return a PDF of one page with words, compressed.

    Args:
        catalogue: further entries of the catalogue.
        page: further entries of the page.
    """
    return packed(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] /Contents 4 0 R"
            b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
            b" >> >> >> %s >>" % page,
            4: stream(b"BT /F1 12 Tf 40 540 Td (Words beside a script.) Tj ET"),
        }
    )


def with_metadata(xmp: bytes, entries: bytes = b"/Type /Metadata /Subtype /XML") -> bytes:
    """Return a tagged PDF whose title stands nowhere but in its metadata (ISO 16684-1, XMP).

    Args:
        xmp: the metadata.
        entries: of the stream that holds them.
    """
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /Lang (sq) /MarkInfo << /Marked true >>"
            b" /StructTreeRoot 5 0 R /Metadata 6 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 594] /Contents 4 0 R"
            b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
            b" >> >> >> >>",
            4: stream(b"BT /F1 12 Tf 40 540 Td (Words with a title.) Tj ET"),
            5: b"<< /Type /StructTreeRoot >>",
            6: stream(xmp, entries),
        }
    )


def xmp(title: str, before: str = "") -> bytes:
    """Return metadata with a title.

    Args:
        title: the element ``dc:title`` with what stands in it.
        before: what stands before all else, such as a document type.
    """
    return (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'{title}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


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
