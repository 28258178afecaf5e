"""What differs between two versions of a page, as the city's editor compares them."""

import re
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from partners.models import PartnerPage

# Wagtail marks words by classes alone; elements tell those who don't see colours too.
MARKED = re.compile(r'<span class="(addition|deletion)">(.*?)</span>', re.DOTALL)
ELEMENTS = {"addition": "ins", "deletion": "del"}
# Whole blocks and pictures, which stand in elements of their own.
MARKED_BLOCK = re.compile(r'(<(?:div|li|p)\b[^>]*class="[^"]*\b(addition|deletion)\b[^"]*"[^>]*>)')
WORDS = {"addition": _("Put in"), "deletion": _("Taken out")}


class Difference(NamedTuple):
    """One field that differs."""

    label: str
    html: SafeString


def differences(before: PartnerPage, after: PartnerPage, request: HttpRequest) -> list[Difference]:
    """Return the fields that differ, each with what was taken out and what was put in.

    Args:
        before: the earlier version.
        after: the later one.
        request: of whoever looks.
    """
    panel = PartnerPage.get_edit_handler().get_bound_panel(
        instance=after, request=request, form=None
    )
    compared = [compare(before, after) for compare in panel.get_comparison()]
    return [
        Difference(str(one.field_label()), _marked(str(one.htmldiff())))
        for one in compared
        if one.has_changed()
    ]


def _marked(html: str) -> SafeString:
    def element(found: re.Match[str]) -> str:
        name = ELEMENTS[found[1]]
        return f"<{name}>{found[2]}</{name}>"

    def block(found: re.Match[str]) -> str:
        return f"{found[1]}<b>{escape(WORDS[found[2]])}</b> "

    # Wagtail's comparisons have escaped every word of the pages.
    return mark_safe(MARKED_BLOCK.sub(block, MARKED.sub(element, html)))  # noqa: S308
