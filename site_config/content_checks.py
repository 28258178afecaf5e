"""Wagtail's content checks, with what this portal asks of its editors beside them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

# A mark that no element carries: a rule whose check looks for it reports every element that
# its selector finds. The elements themselves are marked by ``editor_checks.js``.
ALWAYS = "portal-always"

UNDESCRIBED = {
    "error_name": _("Picture without alternative text"),
    "help_text": _("Say what it shows, or mark it as decoration"),
}


def _rule(name: str, selector: str, impact: str = "serious") -> dict[str, Any]:
    return {
        "id": name,
        "impact": impact,
        "selector": selector,
        "tags": ["best-practice"],
        "any": [ALWAYS],
        "enabled": True,
    }


class PortalContentChecker(ContentCheckerItem):
    """Checks alternative texts, headings, link texts, captions and the page's description."""

    axe_exclude = ["header.site-header", "footer.site-footer"]

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "page-has-heading-one",
        "table-fake-caption",
        "portal-vague-link",
        "portal-address-as-link",
        "portal-picture-without-words",
        "portal-picture-without-caption",
        "portal-film-without-captions",
        "portal-film-without-still",
        "portal-long-paragraph",
    ]

    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        _rule("portal-vague-link", "a[data-portal-check='vague']"),
        _rule("portal-address-as-link", "a[data-portal-check='address']", "moderate"),
        # Its alt attribute is there, but empty, and nobody called it decoration.
        _rule("portal-picture-without-words", "img[data-portal-check='alt']", "critical"),
        _rule("portal-picture-without-caption", "[data-portal-check='caption']", "minor"),
        _rule("portal-film-without-captions", "video:not(:has(track[kind='captions']))"),
        # On a film's own page; search engines list no film without one.
        _rule(
            "portal-film-without-still",
            ".stage video:not([poster]), .stage .embed:not(:has(.embed__poster))",
            "moderate",
        ),
        _rule("portal-long-paragraph", "p[data-portal-check='long']", "minor"),
    ]

    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        {
            "id": ALWAYS,
            "evaluate": "attr-non-space-content-evaluate",
            "options": {"attribute": "data-portal-check-passed"},
        },
    ]

    axe_messages = ContentCheckerItem.axe_messages | {
        "image-alt": UNDESCRIBED,
        "portal-picture-without-words": UNDESCRIBED,
        "page-has-heading-one": {
            "error_name": _("Page without a main heading"),
            "help_text": _("Give the page a title"),
        },
        "table-fake-caption": {
            "error_name": _("Table with a heading in its first row"),
            "help_text": _("Use the table's caption field"),
        },
        "portal-vague-link": {
            "error_name": _("Link text that says nothing"),
            "help_text": _("Name where the link leads, not “here” or “more”"),
        },
        "portal-address-as-link": {
            "error_name": _("Web address as link text"),
            "help_text": _("Screen readers spell it out: name the page instead"),
        },
        "portal-picture-without-caption": {
            "error_name": _("Picture without a caption"),
            "help_text": _("Say in a sentence what is to be known about it"),
        },
        "portal-film-without-captions": {
            "error_name": _("Film without captions"),
            "help_text": _("Add captions for people who can't hear it"),
        },
        "portal-film-without-still": {
            "error_name": _("Film without a still picture"),
            "help_text": _("Choose one: without it search engines do not list the film"),
        },
        "portal-long-paragraph": {
            "error_name": _("Very long paragraph"),
            "help_text": _("Split it: phones show about 60 words on a screen"),
        },
    }
