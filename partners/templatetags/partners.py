"""Logos as the reader's screen or printer needs them, and the links around them."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import NodeList, Parser, Token
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.templatetags.wagtailcore_tags import pageurl

from partners.logos import LARGE_LOGO_SPEC, LOGO_SPEC, logo_of
from partners.models import PartnerPage, Placement
from partners.placing import PartnersBesideMixin
from site_config.visits import VisitKind, subject_of
from site_config.visits.links import counted_link_attributes
from site_config.visits.subjects import make_mark, subject_key

register = template.Library()

SPONSORED = "sponsored external noopener"
# A link to another site as Wagtail's rich text and blocks write it, and what it says of itself.
LINK = re.compile(r"""<a\s[^>]*?href="(?P<address>https?://[^"]*)"[^>]*>""")
REL = re.compile(r"""\srel="[^"]*\"""")
# Which version stands in where; what a printer gets comes first, as paper is light.
SOURCES = {"logo_print": "print", "logo_white": "(prefers-color-scheme: dark)"}


@register.simple_tag
def partner_logo(
    partner: PartnerPage,
    large: bool = False,
    alt: str | None = None,
    plate: bool = False,
    dark: bool = False,
    lazy: bool = True,
) -> SafeString:
    """Show a partner's logo: in colour, on dark screens and on paper those made for them.

    Its words stand there while a worker still makes the size.

    Args:
        partner: from ``for_wall()``; the database is not asked.
        large: whether the tier shows large logos.
        alt: other words than the partner's name; empty where the name stands beside it.
        plate: whether the logo stands on a white plate, on dark screens too.
        dark: whether the ground is dark, on light screens too.
        lazy: whether it may come late; the one at the head of a page may not.
    """
    spec = LARGE_LOGO_SPEC if large else LOGO_SPEC
    words = partner.title if alt is None else alt
    colour = logo_of(partner, "logo", spec)
    if colour is None:
        return format_html("{}", words)
    others = {version: found for version in SOURCES if (found := logo_of(partner, version, spec))}
    white = others.pop("logo_white", None)
    if white and dark:
        colour = white
    elif white and not plate:
        others["logo_white"] = white
    sources = format_html_join(
        "",
        '<source media="{}" srcset="{}" width="{}" height="{}">',
        ((SOURCES[version], *found) for version, found in others.items()),
    )
    return format_html(
        '<picture{}>{}<img src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        "" if plate or white else mark_safe(' class="logo--plate"'),
        sources,
        *colour,
        words,
        mark_safe('loading="lazy"') if lazy else mark_safe('fetchpriority="high"'),
    )


@register.simple_tag
def partners_beside(page: PartnersBesideMixin) -> SafeString:
    """Show the partners that stand beside a page today."""
    return mark_safe(page.beside.html)  # noqa: S308  (rendered from a template)


@register.simple_tag
def seen_mark(partner: PartnerPage) -> SafeString:
    """Write by what a placement is counted when it is seen; nothing where there is none."""
    if partner.placement_id is None:
        return mark_safe("")
    mark = make_mark(VisitKind.VIEW, subject_key(Placement, partner.placement_id))
    return format_html(' data-visit-seen="{}"', mark)


@register.simple_tag(takes_context=True)
def placement_link(context: dict[str, Any], partner: PartnerPage) -> SafeString:
    """Write the ``href`` of a logo, which is counted where it has a placement."""
    address = pageurl(context, partner)
    if partner.placement_id is None:
        return format_html('href="{}"', address)
    return counted_link_attributes(
        VisitKind.CLICK,
        subject_key(Placement, partner.placement_id),
        address,
        language=get_language(),
    )


@register.tag
def sponsored(parser: Parser, token: Token) -> "SponsoredNode":
    """Mark the links to other sites between this tag and ``endsponsored`` as sponsored."""
    nodes = parser.parse(("endsponsored",))
    parser.delete_first_token()
    return SponsoredNode(nodes)


class SponsoredNode(template.Node):
    """Words that a partner has written, with links that search engines don't take for ours."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodelist = nodes

    def render(self, context: Context) -> str:
        """Return the words; links within the portal stay as they are."""
        own = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
        return LINK.sub(lambda link: _mark_sponsored(link, own), self.nodelist.render(context))


def _mark_sponsored(link: re.Match[str], own: str) -> str:
    if urlsplit(unescape(link["address"])).netloc == own:
        return link[0]
    tag = REL.sub("", link[0])
    return f'<a rel="{SPONSORED}"{tag[2:]}'


@register.simple_tag
def website_link(page: PartnerPage) -> SafeString:
    """Write the ``href`` of a partner's website: sponsored, and counted."""
    rel = SPONSORED
    if page.partner is None:
        return format_html('href="{}" rel="{}"', page.website, rel)
    return counted_link_attributes(
        VisitKind.CLICK,
        subject_of(page.partner),
        page.website,
        rel=f"{rel} nofollow",
        language=get_language(),
    )
