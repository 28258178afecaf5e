"""The tags that the portal's templates share."""

import json
from datetime import date, datetime
from typing import Any

from django import forms, template
from django.conf import settings
from django.core.paginator import Page as PaginatorPage
from django.forms import BoundField
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from wagtail.images.models import Picture
from wagtail.models import Page

from site_config.drawings import DRAWINGS
from site_config.foot import foot_of_pages, safe_foot
from site_config.icons import ICONS
from site_config.models.images import SiteImage, SiteRendition
from site_config.pictures import STANDARD_SPECS
from site_config.ready_pictures import ready_size, ready_sizes
from site_config.shell import Shell, shell_for
from site_config.structured_data import page_graph

register = template.Library()

# Languages that write the names of months with a small letter, unlike Django's catalogues.
SMALL_MONTHS = frozenset({"sq"})


@register.filter
def day(value: date | None) -> str:
    """Write a day as people do: “22 April 2014”, “22 prill 2014”; nothing for no day."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    written = date_format(value, "j F Y")
    return written.lower() if get_language() in SMALL_MONTHS else written


@register.simple_tag(takes_context=True)
def shell(context: dict[str, Any]) -> Shell | None:
    """Return name, menu and footer of the portal in the reader's language."""
    request = context.get("request")
    return shell_for(request) if request is not None else None


@register.simple_tag(takes_context=True)
def foot(context: dict[str, Any]) -> SafeString:
    """Show what apps put at the foot of every page; no copy of the page outlives it."""
    part = foot_of_pages()
    request = context.get("request")
    if request is not None:
        request.foot_until = part.until
    return safe_foot(part)


@register.simple_tag(takes_context=True)
def current_mark(context: dict[str, Any], url: str) -> SafeString:
    """Write ``aria-current`` where a menu entry leads to this page or to one above it.

    Every page lies below the home page, which is therefore marked on itself alone.
    """
    path = getattr(context.get("request"), "path", "")
    if url == path:
        return mark_safe(' aria-current="page"')
    is_home = url.strip("/") in {"", *dict(settings.LANGUAGES)}
    is_above = url.endswith("/") and path.startswith(url) and not is_home
    return mark_safe(' aria-current="true"' if is_above else "")  # noqa: S308  (constants)


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """Draw one icon of the house; it is decoration, so words must stand beside it."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        f"icon {css_class}".strip(),
        mark_safe(ICONS[name]),  # noqa: S308  (constants of this project)
    )


@register.simple_tag
def drawing(name: str, css_class: str = "", alt: str = "", lazy: bool = True) -> SafeString:
    """Show one of the portal's own drawings by its name."""
    width, height = DRAWINGS[name].width, DRAWINGS[name].height
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}"{}>',
        css_class,
        static(f"site_config/art/{name}.svg"),
        width,
        height,
        alt,
        mark_safe(' loading="lazy"' if lazy else ' fetchpriority="high"'),  # noqa: S308
    )


@register.simple_tag
def photo(
    image: SiteImage | None,
    alt: str = "",
    css_class: str = "media media--wide",
    sizes: str = "(min-width: 60rem) 38rem, 100vw",
    lazy: bool = True,
) -> SafeString:
    """Show a picture as AVIF, with WebP and a JPEG for older browsers.

    While a worker still makes its sizes, a drawing of the portal stands in its place.

    Args:
        image: the picture, or nothing where it is gone; with prefetched renditions the database
            is not asked.
        alt: the words for those who can't see it; empty where a text beside it says the same.
        css_class: the classes of the ``img``.
        sizes: how wide it is shown (HTML ``sizes``).
        lazy: whether it stands below the first screen.
    """
    if image is None:
        return mark_safe("")
    renditions = ready_sizes(image, *STANDARD_SPECS)
    if not renditions:
        return drawing("tile-media", css_class, alt, lazy)
    attributes: dict[str, Any] = {"class": css_class, "alt": alt, "sizes": sizes}
    attributes["decoding"] = "async"
    if lazy:
        attributes["loading"] = "lazy"
    else:
        attributes["fetchpriority"] = "high"
    return Picture(renditions, attributes).__html__()


@register.simple_tag
def ready_picture(image: SiteImage | None, spec: str) -> SiteRendition | None:
    """Return one size of a picture if a worker has made it already.

    Args:
        image: the picture, or nothing where it is gone.
        spec: the size, as a filter specification of Wagtail.
    """
    return ready_size(image, spec) if image is not None else None


@register.inclusion_tag("components/crumbs.html", takes_context=True)
def crumbs(context: dict[str, Any], own: bool = False) -> dict[str, Any]:
    """List the pages above this one.

    Args:
        own: this is a part of the page, named by ``crumb_title``: the page itself is listed too.
    """
    page = context.get("page")
    ancestors = page.trail if getattr(page, "pk", None) and hasattr(page, "trail") else []
    if own and ancestors:
        ancestors = [*ancestors, page]
    return {
        "ancestors": ancestors,
        "here": context.get("crumb_title") or getattr(page, "title", ""),
        "request": context.get("request"),
    }


@register.simple_tag(takes_context=True)
def language_links(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return this document in the portal's languages, as far as it has been translated.

    Each entry has ``code``, ``name`` (in its own language), ``url``, ``current`` and
    ``translated``; where there is no translation, ``url`` leads to the other home page.
    """
    request: HttpRequest | None = context.get("request")
    page = context.get("page")
    current = get_language()
    found: dict[str, str] = {}
    if isinstance(page, Page) and page.pk and hasattr(page, "live_translations"):
        for other in page.live_translations():
            found[other.locale.language_code] = other.get_url(request) or ""
            if other.pk == page.pk:
                page.locale = other.locale  # read already: the page needs no query for it
    elif request is not None and not context.get("untranslated"):
        address = request.get_full_path()
        found = {code: translate_url(address, code) for code, _name in settings.LANGUAGES}
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": found.get(code) or f"/{code}/",
            "current": code == current,
            "translated": bool(found.get(code)),
        }
        for code, _name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def structured_data(context: dict[str, Any]) -> SafeString:
    """Write what the page says about itself to machines (JSON-LD 1.1, schema.org)."""
    page, request = context.get("page"), context.get("request")
    if not (isinstance(page, Page) and page.pk and hasattr(page, "structured_data")):
        return mark_safe("")
    return json_ld(page_graph(page, request))


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Write a description for machines as a data block (JSON-LD 1.1)."""
    text = json.dumps(data, ensure_ascii=False)
    # A script element ends at the first "</script", whatever stands around it.
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


@register.simple_tag
def page_range(page: PaginatorPage) -> list[int | None]:
    """Return the page numbers to print around this one; ``None`` stands for a gap."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown]


@register.simple_tag
def form_field(field: BoundField, **attributes: str) -> SafeString:
    """Write one field of a form with its label, hint and errors, tied together for readers.

    Args:
        field: the bound field.
        attributes: further HTML attributes of the widget; ``_`` becomes ``-``.
    """
    extra = {name.replace("_", "-"): value for name, value in attributes.items()}
    described = []
    if field.help_text:
        described.append(f"{field.auto_id}-hint")
    if field.errors:
        described.append(f"{field.auto_id}-error")
        extra["aria-invalid"] = "true"
    if described:
        extra["aria-describedby"] = " ".join(described)
    kind = getattr(field.field.widget, "input_type", "textarea")
    if kind not in {"checkbox", "radio", "hidden"}:
        extra["class"] = "input"
    group = isinstance(field.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))
    return render_to_string(
        "components/field.html",
        {"field": field, "widget": field.as_widget(attrs=extra), "kind": kind, "group": group},
    )
