"""Print the documents that articles and projects offer as tagged PDF files.

    python -m home.demo.drawing.documents FONT.woff2

Their text comes from `home/demo/content/documents.py`; Chromium sets it with `pdfs.css`; each file
goes to `library/pdf/<key>.pdf`.
"""

import argparse
import base64
from datetime import UTC, date, datetime, time
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from home.demo.content.documents import DOCUMENTS
from home.demo.drawing.browser import browser_page
from home.demo.library.publications import PDF

STYLES = Path(__file__).with_name("pdfs.css")
PUBLISHER = "Smart City Tirana"


def document(words: dict[str, Any], font: str) -> str:
    """Return one document as HTML: a title above the first page, a heading on each.

    Args:
        words: one of `DOCUMENTS`.
        font: the font's address; the page may load nothing, so the address holds all of it.
    """
    face = f'@font-face{{font-family:"Familjen Grotesk";font-weight:400 700;src:url({font})}}'
    pages = []
    for number, (heading, paragraphs) in enumerate(words["pages"]):
        title = f'<p class="kicker">{PUBLISHER}</p><h1 class="title">{escape(words["title"])}</h1>'
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        pages.append(
            f'<section class="sheet article">{title if number == 0 else ""}'
            f"<header><h2>{escape(heading)}</h2></header>{text}</section>"
        )
    return (
        f'<!doctype html><html lang="{words["language"]}"><head><meta charset="utf-8">'
        f"<title>{escape(words['title'])}</title><style>{face}{STYLES.read_text()}"
        ":root{--paint:#2b3fbf;--ground:#b9e1ff}@page{size:A5;margin:16mm}</style></head>"
        f"<body>{''.join(pages)}</body></html>"
    )


def print_page(page: Page, html: str) -> bytes:
    """Return HTML printed as a tagged PDF with an outline."""
    page.set_content(html)
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def finish(words: dict[str, Any], printed: bytes) -> bytes:
    """Return the file with the metadata that a library reads, and without a clock in it."""
    writer = PdfWriter(clone_from=BytesIO(printed))
    if len(writer.pages) != len(words["pages"]):
        raise ValueError(f"{words['key']}: {len(writer.pages)} pages printed")
    day = datetime.combine(date.fromisoformat(words["date"]), time.min, UTC)
    stamp = day.strftime("D:%Y%m%d%H%M%S+00'00'")
    writer.metadata = None
    writer.add_metadata(
        {
            "/Title": words["title"],
            "/Author": PUBLISHER,
            "/Creator": PUBLISHER,
            "/CreationDate": stamp,
            "/ModDate": stamp,
        }
    )
    # A reader's window shows the title, not the name of the file (PDF/UA-1, 7.1).
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.documents")
    parser.add_argument("font", type=Path, help="font of the site (WOFF2)")
    arguments = parser.parse_args()
    coded = base64.b64encode(arguments.font.read_bytes()).decode()
    font = f"data:font/woff2;base64,{coded}"
    with browser_page() as page:
        for words in DOCUMENTS:
            content = finish(words, print_page(page, document(words, font)))
            (PDF / f"{words['key']}.pdf").write_bytes(content)
            print(words["key"], len(content), "bytes", flush=True)


if __name__ == "__main__":
    main()
