"""Tags of the admin."""

from typing import Any

from django import template

from site_config.document_reading_panel import reading_context, reading_url
from site_config.models import SiteDocument

register = template.Library()


@register.inclusion_tag("site_config/admin/document_reading_panel.html")
def document_reading_panel(document: SiteDocument) -> dict[str, Any]:
    """Show what was read in a document; a script follows it."""
    return reading_context(document) | {
        "url": reading_url().replace("/0/", f"/{document.pk}/"),
        "input": "",
    }
