"""The tags by which templates show the city's alerts."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from site_config.alerts.showing import banners_for
from site_config.templatetags.portal import SMALL_MONTHS

register = template.Library()


@register.inclusion_tag("partials/alerts.html", takes_context=True)
def alert_banners(context: dict[str, Any]) -> dict[str, Any]:
    """Show the alerts that stand on this page."""
    request = context.get("request")
    return {
        "banners": banners_for(request) if request is not None else [],
        "request": request,
    }


@register.filter
def moment(value: datetime | None) -> str:
    """Write a moment in the city's time: “Wednesday 23 April, 6:00”; with the year in others."""
    if value is None:
        return ""
    local = timezone.localtime(value, timezone.get_default_timezone())
    this_year = local.year == timezone.localtime(timezone=timezone.get_default_timezone()).year
    # Translators: a moment, in the letters of Django's date formats; with its year, and without.
    written = format_date(local, _("l j F, G:i") if this_year else _("j F Y, G:i"))
    return written.lower() if get_language() in SMALL_MONTHS else written
