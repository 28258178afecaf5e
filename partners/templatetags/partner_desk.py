"""Figures and periods of the desk in the reader's language."""

from datetime import date

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.desk.figures.charts import Chart
from partners.desk.figures.disclosure import Cell
from site_config.templatetags.portal import SMALL_MONTHS, day

register = template.Library()

PATTERNS = {"month": "F Y", "year": "Y"}


@register.simple_tag
def told(cell: Cell) -> SafeString:
    """Write a figure as it may be told."""
    if cell.is_exact:
        return format_html("{}", intcomma(cell.number))
    if cell.is_at_least:
        return format_html(
            '<span class="told-least">{} <b>{}</b></span>', _("at least"), intcomma(cell.number)
        )
    return format_html('<span class="told-few">{}</span>', _("too few"))


@register.simple_tag
def period_words(period: date, by: str) -> str:
    """Write a day, month or year as people do."""
    if by == "day":
        return day(period)
    written = date_format(period, PATTERNS[by])
    return written.lower() if get_language() in SMALL_MONTHS else written


@register.simple_tag
def chart_words(chart: Chart, by: str) -> str:
    """Say what a chart shows, for those who can't see it."""
    highest = chart.highest
    if highest is None:
        return _("%(label)s: too few to be shown.") % {"label": chart.label}
    words = _("%(label)s: at most %(number)s (%(period)s). Every number stands in the table.")
    return words % {
        "label": chart.label,
        "number": intcomma(highest.cell.number),
        "period": period_words(highest.period, by),
    }
