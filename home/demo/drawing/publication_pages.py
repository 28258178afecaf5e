"""Publications as HTML pages to be printed: cover, contents, imprint, articles."""

from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path

from home.demo.library.pictures import PICTURES
from home.demo.library.publications import SERIES, Article, Book, Issue, Publication

STYLE = Path(__file__).with_name("pdfs.css")

# The plane that carries text, the rule above a heading, and an ink for large figures.
COLOURS = {
    "newsletter-10": ("#ffc2c8", "#a0163e", "#a0163e"),
    "newsletter-11": ("#b6e3f8", "#2f49c4", "#2f49c4"),
    "newsletter-12": ("#daed8f", "#0b6b43", "#0b6b43"),
    "qyteti-2013-3": ("#fdb98c", "#fb8444", "#a0163e"),
    "qyteti-2013-4": ("#ffd06f", "#ffc345", "#2f49c4"),
    "qyteti-2014-1": ("#ffc2c8", "#0b6b43", "#0b6b43"),
    "book-painted": ("#ffd06f", "#fb8444", "#a0163e"),
    "book-lana": ("#b6e3f8", "#2f49c4", "#2f49c4"),
    "book-walking": ("#fdb98c", "#fb8444", "#a0163e"),
}
WORDS = {
    "en": {
        "contents": "Contents",
        "cover": "Cover",
        "published": "Published",
        "by": "Authors",
        "publisher": "Publisher",
        "edition": "Edition",
        "pages": "On paper",
        "page_count": "{} pages",
        "licence": "Text and pictures may be reused with credit: CC BY 4.0.",
        "fiction": "The portal is a demo: people, figures and numbers in it are invented.",
        "rights": "Reuse",
    },
    "sq": {
        "contents": "Përmbajtja",
        "cover": "Kopertina",
        "published": "Botuar",
        "by": "Autorë",
        "publisher": "Botues",
        "edition": "Botimi",
        "pages": "Në letër",
        "page_count": "{} faqe",
        "licence": "Teksti dhe figurat mund të ripërdoren me citim: CC BY 4.0.",
        "fiction": "Portali është demonstrues: njerëzit, shifrat dhe numrat në të janë të trilluar.",
        "rights": "Ripërdorimi",
    },
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
}

# Width of a picture to its height, as pdfs.css sets it.
SHAPES = {"newsletter": 174 / 54, "quarterly": 174 / 86, "book": 118 / 60}

Photo = Callable[[str, float], str]


def kind(publication: Publication) -> str:
    """Return the class of layout: newsletter, quarterly or book."""
    if isinstance(publication, Issue):
        return {"newsletter": "newsletter", "qyteti": "quarterly"}[publication.volume.series]
    return "book"


def day_in_words(publication: Publication) -> str:
    """Return the date as the publication's language writes it: 22 April 2014, 22 prill 2014."""
    day = publication.date
    month = MONTHS[publication.languages[0]].split()[day.month - 1]
    return f"{day.day} {month} {day.year}"


def page_rules(publication: Publication) -> str:
    """Return the rules of the sheet: size, margins, running foot and page number."""
    foot = publication.title.in_language(publication.languages[0]).replace('"', "")
    size, margins = {
        "newsletter": ("210mm 297mm", "16mm 18mm 20mm"),
        "quarterly": ("210mm 297mm", "18mm 18mm 22mm"),
        "book": ("148mm 210mm", "14mm 15mm 19mm"),
    }[kind(publication)]
    ground, paint, accent = COLOURS[publication.key]
    box = 'font: 600 8pt "Familjen Grotesk"; color: #1d1a3a;'
    return (
        f":root {{ --ground: {ground}; --paint: {paint}; --accent: {accent}; }}"
        f"@page {{ size: {size}; margin: {margins};"
        f'@bottom-left {{ content: "{foot}"; {box} }}'
        f"@bottom-right {{ content: counter(page); {box} }} }}"
        "@page cover { margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }"
    )


def imprint(publication: Publication) -> str:
    """Return who published what, when, and under which number."""
    language = publication.languages[0]
    words = WORDS[language]
    rows = [(words["published"], day_in_words(publication))]
    if isinstance(publication, Book):
        rows += [
            (words["by"], ", ".join(publication.authors)),
            (words["publisher"], publication.publisher),
            (words["edition"], publication.edition.in_language(language)),
            ("ISBN", publication.isbn),
        ]
    else:
        series = next(item for item in SERIES if item.key == publication.volume.series)
        rows += [(words["publisher"], series.publisher), ("ISSN", series.issn)]
    if publication.printed_pages:
        rows.append((words["pages"], words["page_count"].format(publication.printed_pages)))
    rows.append((words["rights"], f"{words['licence']} {words['fiction']}"))
    lines = "".join(f"<div><dt>{escape(a)}</dt><dd>{escape(b)}</dd></div>" for a, b in rows)
    return f'<dl class="imprint">{lines}</dl>'


def contents(publication: Publication) -> str:
    """Return the table of contents with links to the articles."""
    lines = []
    for number, article in enumerate(publication.articles, 1):
        by = (
            f'<span class="by">{escape(", ".join(article.authors))}</span>'
            if article.authors
            else ""
        )
        lines.append(
            f'<li lang="{article.language}"><a href="#article-{number}">'
            f'<b>{escape(article.title)}</b><span class="number">{article.page}</span>{by}</a></li>'
        )
    heading = WORDS[publication.languages[0]]["contents"]
    return f'<nav class="contents"><h2>{heading}</h2><ol>{"".join(lines)}</ol></nav>'


def article_html(article: Article, number: int, layout: str, photo: Photo) -> str:
    """Return one article in the layout of its publication."""
    figure = ""
    if article.picture:
        picture = PICTURES[article.picture]
        alt = escape(picture.alt.in_language(article.language), quote=True)
        caption = escape(picture.caption.in_language(article.language))
        figure = (
            f'<figure><img src="{photo(article.picture, SHAPES[layout])}" alt="{alt}">'
            f"<figcaption>{caption}</figcaption></figure>"
        )
    by = f'<p class="by">{escape(", ".join(article.authors))}</p>' if article.authors else ""
    # The sentence stands in the text as well; read aloud once is enough.
    quote = (
        f'<p class="quote" aria-hidden="true">{escape(article.quote)}</p>' if article.quote else ""
    )
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.text)
    large = "" if layout == "newsletter" else f'<p class="number-large">{number}</p>'
    heading = f"<h2>{escape(article.title)}</h2>"
    opening = f'<section class="article" id="article-{number}" lang="{article.language}">'
    if layout == "quarterly":
        return (
            f'{opening}<header>{heading}</header>{figure}<div class="margin">{large}{by}{quote}'
            f'</div><div class="body">{body}</div></section>'
        )
    return (
        f"{opening}<header>{large}{heading}{by}</header>{figure}{quote}"
        f'<div class="body">{body}</div></section>'
    )


def title_block(publication: Publication) -> str:
    """Return the title of the publication, what it is part of, and its summary."""
    language = publication.languages[0]
    kicker = day_in_words(publication)
    if isinstance(publication, Book):
        kicker = ", ".join(publication.authors)
    else:
        series = next(item for item in SERIES if item.key == publication.volume.series)
        kicker = f"{series.title.in_language(language)} · {day_in_words(publication)}"
    summary = publication.summary.in_language(language)
    for note in (" In English.", " In Albanian.", " Në anglisht."):
        summary = summary.removesuffix(note)
    return (
        f'<p class="kicker">{escape(kicker)}</p>'
        f'<h1 class="title">{escape(publication.title.in_language(language))}</h1>'
        f'<p class="summary">{escape(summary)}</p>'
    )


def document(publication: Publication, *, fonts: dict[int, str], cover: str, photo: Photo) -> str:
    """Return the whole publication as one HTML page.

    `fonts` holds the address of the font by weight, `cover` that of the cover's drawing; `photo`
    returns the address of a picture by its key and shape.
    """
    language, layout = publication.languages[0], kind(publication)
    title = publication.title.in_language(language)
    sheets = []
    if layout == "book":
        sheets.append(
            f'<div class="half-title">{title_block(publication)}{imprint(publication)}</div>'
        )
        sheets.append(contents(publication))
    else:
        sheets.append(title_block(publication) + contents(publication))
        if layout == "quarterly":
            sheets[0] += imprint(publication)
    numbered = enumerate(publication.articles, 1)
    for page, group in groupby(numbered, key=lambda item: item[1].page):
        html = "".join(article_html(article, number, layout, photo) for number, article in group)
        if page == 2:
            sheets[0] += html
        else:
            sheets.append(html)
    if layout == "newsletter":
        sheets[-1] += imprint(publication)
    alt = publication.cover_alt.in_language(language) if publication.cover_alt else title
    faces = "".join(
        f'@font-face{{font-family:"Familjen Grotesk";src:url({address});font-weight:{weight}}}'
        for weight, address in fonts.items()
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{faces}{STYLE.read_text(encoding='utf-8')}"
        f'{page_rules(publication)}</style></head><body class="{layout}">'
        f'<div class="cover"><img src="{cover}" alt="{escape(alt, quote=True)}"></div>'
        + "".join(f'<div class="sheet">{sheet}</div>' for sheet in sheets)
        + "</body></html>"
    )
