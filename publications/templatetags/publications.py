"""Tags of publications: their covers."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from publications.covers.drawing import HEIGHT, WIDTH
from publications.covers.responses import cover_data_url
from publications.models import PublicationPage
from site_config.templatetags.portal import photo

register = template.Library()

# Width by height of what books are like. Other pages, such as slides, stand framed among them.
UPRIGHT = (0.6, 0.85)
CARD_SIZES = "(min-width: 60rem) 13rem, 45vw"


@register.simple_tag(takes_context=True)
def cover(
    context: dict[str, Any],
    page: PublicationPage,
    alt: str = "",
    sizes: str = CARD_SIZES,
    lazy: bool = True,
) -> SafeString:
    """Show the cover that was chosen, else the first page of the PDF, else a drawn one.

    Args:
        page: an issue or a book; from ``for_shelf()`` it asks nothing of the database.
        alt: the words for those who can't see it; empty where the title stands beside it.
        sizes: how wide it is shown (HTML ``sizes``).
        lazy: whether it stands below the first screen.
    """
    if page.listing_image:
        return photo(page.listing_image, alt=alt, css_class="cover", sizes=sizes, lazy=lazy)
    request = context.get("request")
    # A draft has no address yet that others could load its cover from.
    draft = getattr(request, "is_preview", False) and context.get("page") is page
    if not page.shows_first_page:
        source = cover_data_url(page.cover_words) if draft else page.cover_url
        return _image("cover", source, (WIDTH, HEIGHT), alt, lazy)
    document = page.document
    size = document.first_page_width, document.first_page_height
    css_class = "cover" if UPRIGHT[0] <= size[0] / size[1] <= UPRIGHT[1] else "cover cover--framed"
    if draft:
        of_document = reverse("document_first_page", args=[document.pk])
        return _image(css_class, of_document, size, alt, lazy)
    place = page.url or "/"
    candidates = first_page_candidates(page, place)
    sources = format_html_join(
        "",
        '<source srcset="{}" sizes="{}" type="image/{}">',
        ((candidates[kind], sizes, kind) for kind in ("avif", "webp") if kind in candidates),
    )
    large = f"{place}{page.first_page_file()}"
    image = _image(css_class, large, size, alt, lazy, candidates.get("jpg", ""), sizes)
    return format_html("<picture>{}{}</picture>", sources, image) if sources else image


def first_page_candidates(page: PublicationPage, place: str) -> dict[str, str]:
    """Return by format the sizes of the first page that a browser may choose of (``srcset``).

    Args:
        page: whose cover the first page is.
        place: its address.
    """
    width = page.document.first_page_width
    there = page.document.first_page_names()
    found: dict[str, list[str]] = {}
    for size, pixels in (("small", round(width / 2)), ("large", width)):
        for kind in ("avif", "webp", "jpg"):
            if (name := f"{size}.{kind}") in there:
                candidate = f"{place}{page.first_page_file(name)} {pixels}w"
                found.setdefault(kind, []).append(candidate)
    return {kind: ", ".join(each) for kind, each in found.items()}


def _image(
    css_class: str,
    source: str,
    size: tuple[int, int],
    alt: str,
    lazy: bool,
    candidates: str = "",
    sizes: str = "",
) -> SafeString:
    """Write an image with its size, so that nothing moves when it comes."""
    choice = format_html(' srcset="{}" sizes="{}"', candidates, sizes) if candidates else ""
    return format_html(
        '<img class="{}" src="{}"{} width="{}" height="{}" alt="{}"{}>',
        css_class,
        source,
        choice,
        *size,
        alt,
        _loading(lazy=lazy),
    )


def _loading(*, lazy: bool) -> SafeString:
    return mark_safe(' loading="lazy"' if lazy else ' fetchpriority="high"')  # noqa: S308  (constants)
