"""Print the publications of the demo city as tagged PDF files.

    python -m home.demo.drawing.pdfs ART_DIR FONT.woff2 [key ...]

ART_DIR holds the drawings of `home.demo.drawing.art`. Text, pictures and page numbers come from
`home/demo/library/`; Chromium sets them with `pdfs.css`; each file goes to `library/pdf/<key>.pdf`.
"""

import argparse
import base64
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter
from playwright.sync_api import Page
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from home.demo.drawing.art.lettering import one_weight
from home.demo.drawing.browser import browser_page, read_svg
from home.demo.drawing.publication_pages import document
from home.demo.library.pictures import PICTURES, open_picture
from home.demo.library.publications import PDF, PUBLICATIONS, Publication

PHOTO_WIDTH = 800
WEIGHTS = (400, 600, 700)
LIMIT = 400_000


class DoesNotFitError(Exception):
    """The pages that came out are not those that the data promise."""


def data_uri(content: bytes, media_type: str) -> str:
    """Return content as an address, for a page that may load nothing."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def photo(key: str, shape: float) -> str:
    """Return a picture cropped to a shape (width to height) around its focal point.

    It is as wide as a printed column asks for, and as light.
    """
    focus = PICTURES[key].focal_point
    with Image.open(open_picture(key)) as picture:
        height = min(picture.height, round(picture.width / shape))
        top = min(max(focus.y - height // 2, 0), picture.height - height)
        part = picture.crop((0, top, picture.width, top + height))
        size = (PHOTO_WIDTH, round(PHOTO_WIDTH * part.height / part.width))
        small = part.resize(size, Image.Resampling.LANCZOS)
    stream = BytesIO()
    # A breath of blur takes the grain, which is half of the bytes and cannot be seen on paper.
    small.filter(ImageFilter.GaussianBlur(0.5)).save(stream, "JPEG", quality=64, optimize=True)
    return data_uri(stream.getvalue(), "image/jpeg")


def print_page(page: Page, html: str) -> bytes:
    """Return HTML printed as a tagged PDF with an outline."""
    page.set_content(html)
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def check_pages(publication: Publication, reader: PdfReader) -> None:
    """Hold the printed pages against the data.

    Raises:
        DoesNotFitError: an article begins on another page, or the count of pages differs.
    """
    if len(reader.pages) != publication.pages:
        raise DoesNotFitError(f"{publication.key}: {len(reader.pages)} pages printed")
    for entry in publication.contents:
        text = " ".join(reader.pages[entry.page - 1].extract_text().split())
        if entry.title not in text:
            raise DoesNotFitError(f"{publication.key}: {entry.title} is not on page {entry.page}")


def mend_outline(writer: PdfWriter, titles: list[str]) -> None:
    """Give the entries of the outline their titles back.

    Chromium drops the space at which a heading breaks into lines.
    """
    by_letters = {"".join(title.split()): title for title in titles}

    def mend(entry: DictionaryObject) -> None:
        while entry is not None:
            title = by_letters.get("".join(entry["/Title"].split()))
            if title:
                entry[NameObject("/Title")] = TextStringObject(title)
            if "/First" in entry:
                mend(entry["/First"].get_object())
            entry = entry["/Next"].get_object() if "/Next" in entry else None

    mend(writer.root_object["/Outlines"]["/First"].get_object())


def finish(publication: Publication, printed: bytes) -> bytes:
    """Return the file with the metadata that a library reads, and without a clock in it."""
    writer = PdfWriter(clone_from=BytesIO(printed))
    check_pages(publication, PdfReader(BytesIO(printed)))
    language = publication.languages[0]
    day = datetime.combine(publication.date, datetime.min.time(), UTC)
    writer.pdf_header = "%PDF-1.7"
    writer.metadata = None
    writer.add_metadata(
        {
            "/Title": publication.title.in_language(language),
            "/Author": ", ".join(publication.authors),
            "/Subject": publication.summary.in_language(language),
            "/Creator": "Smart City Tirana",
            "/CreationDate": day.strftime("D:%Y%m%d%H%M%S+00'00'"),
            "/ModDate": day.strftime("D:%Y%m%d%H%M%S+00'00'"),
        }
    )
    mend_outline(
        writer,
        [publication.title.in_language(language), *(part.title for part in publication.articles)],
    )
    # A reader's window shows the title, not the name of the file (PDF/UA-1, 7.1).
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
        page.compress_content_streams(level=9)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.pdfs")
    parser.add_argument("art", type=Path, help="directory of the drawings")
    parser.add_argument("font", type=Path, help="font of the site (WOFF2)")
    parser.add_argument("keys", nargs="*", help="publications; all when none is named")
    arguments = parser.parse_args()
    fonts = {weight: data_uri(one_weight(arguments.font, weight), "font/ttf") for weight in WEIGHTS}
    with browser_page() as page:
        for key in arguments.keys or PUBLICATIONS:
            publication = PUBLICATIONS[key]
            suffix = "-sq" if publication.languages[0] == "sq" else ""
            cover = read_svg(arguments.art, f"cover-{key}{suffix}")
            html = document(
                publication,
                fonts=fonts,
                cover=data_uri(cover.encode(), "image/svg+xml"),
                photo=photo,
            )
            content = finish(publication, print_page(page, html))
            if len(content) > LIMIT:
                raise DoesNotFitError(f"{key}: {len(content)} bytes")
            (PDF / f"{key}.pdf").write_bytes(content)
            print(key, publication.pages, "pages", len(content), "bytes", flush=True)


if __name__ == "__main__":
    main()
