"""Files for calendar programs and feed readers, beside the pages they belong to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from campaigns.calendars import build_calendar
from campaigns.feeds import feed_of


@require_safe
def calendar_file(request: HttpRequest, path: str, filename: str) -> HttpResponse:
    """Answer with the events of a page (RFC 5545 §8.1).

    Wagtail's own addresses hold no dots, so the file stands beside its page: an event's
    ``event.ics``, and the ``calendar.ics`` of a campaign or of the whole calendar.

    Args:
        request: a visitor's request.
        path: the page's address below the language, with its closing slash.
        filename: ``event.ics`` or ``calendar.ics``.

    Raises:
        Http404: there is no such page, it has no such file, or not everybody may see it.
    """
    route = Page.route_for_request(request, path)
    page = route.page if route is not None else None
    if getattr(page, "calendar_filename", "") != filename or page.get_view_restrictions():
        raise Http404(_("This page has no such calendar."))
    return HttpResponse(
        build_calendar(page.calendar_events(), request, page.title).to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, f"{page.slug}.ics")},
    )


@require_safe
def change_feed(request: HttpRequest, path: str, filename: str) -> HttpResponse:
    """Answer with what has changed on a page, as RSS or Atom.

    Args:
        request: a visitor's request.
        path: the page's address below the language, with its closing slash.
        filename: ``changes.rss`` or ``changes.atom``.

    Raises:
        Http404: there is no such page, it has no changes, or not everybody may see it.
    """
    route = Page.route_for_request(request, path)
    page = route.page if route is not None else None
    if not hasattr(page, "dated_changes") or page.get_view_restrictions():
        raise Http404(_("This page has no such feed."))
    return feed_of(page, filename)(request)
