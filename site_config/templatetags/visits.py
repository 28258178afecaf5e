"""Tags by which pages let themselves, their links and their documents be counted."""

from typing import Any

from django import template
from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from site_config.document_search import page_url
from site_config.models.documents import SiteDocument
from site_config.models.visits import VisitKind
from site_config.visits.links import counted_link_attributes
from site_config.visits.subjects import make_mark, subject_of

register = template.Library()


@register.simple_tag(takes_context=True)
def page_mark(context: dict[str, Any]) -> SafeString:
    """Write the attributes by which `visits.js` counts a view; nothing in drafts and previews.

    What is no page of the tree, such as the search, is not counted; links in it are.
    """
    page, request = context.get("page"), context.get("request")
    if getattr(request, "is_preview", False):
        return mark_safe("")
    if not isinstance(page, Page) or not page.pk:
        return format_html(' data-visits="{}"', reverse("visit"))
    mark = make_mark(VisitKind.VIEW, subject_of(page))
    return format_html(' data-visit="{}" data-visits="{}"', mark, reverse("visit"))


@register.simple_tag
def counted_link(kind: str, thing: Model, address: str) -> SafeString:
    """Write the ``href`` of a link whose clicks are counted; see `counted_link_attributes`.

    Args:
        kind: a kind of visits, such as ``click``.
        thing: the row that is counted.
        address: where the link leads.
    """
    return counted_link_attributes(VisitKind(kind), subject_of(thing), address)


@register.simple_tag
def counted_document(document: SiteDocument | None, number: int | None = None) -> SafeString:
    """Write the ``href`` of a link to a document, by which its downloads are counted.

    Nothing where there is no document, as in the preview of a block.

    Args:
        document: what is opened or taken along.
        number: the page on which a PDF is opened.
    """
    if not document:
        return mark_safe("")
    address = page_url(document, number) if number else document.url
    return counted_link(VisitKind.DOWNLOAD, document, address)
