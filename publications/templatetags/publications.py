"""Tags of publications: their covers."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from publications.covers.drawing import HEIGHT, WIDTH
from publications.covers.responses import cover_data_url
from publications.models import PublicationPage
from site_config.templatetags.portal import photo

register = template.Library()

CARD_SIZES = "(min-width: 60rem) 13rem, 45vw"


@register.simple_tag(takes_context=True)
def cover(
    context: dict[str, Any],
    page: PublicationPage,
    alt: str = "",
    sizes: str = CARD_SIZES,
    lazy: bool = True,
) -> SafeString:
    """Show the cover that was chosen, else the one that the portal draws.

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
    if page.cover_from_pdf and page.document_id:
        of_document = reverse("document_first_page", args=[page.document_id])
        source = of_document if draft else page.first_page_url
    else:
        source = cover_data_url(page.cover_words) if draft else page.cover_url
    return format_html(
        '<img class="cover" src="{}" width="{}" height="{}" alt="{}"{}>',
        source,
        WIDTH,
        HEIGHT,
        alt,
        _loading(lazy=lazy),
    )


def _loading(*, lazy: bool) -> SafeString:
    return mark_safe(' loading="lazy"' if lazy else ' fetchpriority="high"')  # noqa: S308  (constants)
