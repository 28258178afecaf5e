"""Logos as the reader's screen or printer needs them."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from partners.logos import LARGE_LOGO_SPEC, LOGO_SPEC
from partners.models import PartnerPage

register = template.Library()


@register.simple_tag
def partner_logo(
    partner: PartnerPage, large: bool = False, alt: str | None = None, plate: bool = False
) -> SafeString:
    """Show a partner's logo: in colour, and on dark screens the one made for dark ground.

    Args:
        partner: from ``for_wall()``; the database is not asked.
        large: whether the tier shows large logos.
        alt: other words than the partner's name; empty where the name stands beside it.
        plate: whether the logo stands on a white plate, where only the coloured one is seen.
    """
    spec = LARGE_LOGO_SPEC if large else LOGO_SPEC
    colour = partner.logo.get_rendition(spec)
    dark: SafeString | str = ""
    if partner.logo_white and not plate:
        dark = format_html(
            '<source media="(prefers-color-scheme: dark)" srcset="{}">',
            partner.logo_white.get_rendition(spec).url,
        )
    return format_html(
        '<picture{}>{}<img src="{}" width="{}" height="{}" alt="{}" loading="lazy"></picture>',
        "" if dark or plate else mark_safe(' class="logo--plate"'),
        dark,
        colour.url,
        colour.width,
        colour.height,
        partner.title if alt is None else alt,
    )
