"""What another language still says of an event, told to whoever publishes it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from campaigns.models import EventPage


def warn_of_other_languages(request: HttpRequest, page: Any) -> None:
    """Say where another language of an event holds what was just published back.

    Args:
        request: of whoever has published.
        page: as it is published now.
    """
    if not isinstance(page, EventPage):
        return
    if page.standing != page.status:
        words = _(
            "In another language this event is still marked “%(status)s”. What is off in one "
            "language is off in all: publish that page, too."
        ) % {"status": page.standing.label}
        messages.warning(request, words)
    if page.places is not None and page.places != page.capacity:
        words = ngettext(
            "In another language this event still has %(count)d place. The least number holds: "
            "publish that page, too.",
            "In another language this event still has %(count)d places. The least number holds: "
            "publish that page, too.",
            page.places,
        ) % {"count": page.places}
        messages.warning(request, words)
