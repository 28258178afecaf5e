"""Which of the portal's sites a request is for."""

from functools import partial

from django.http import HttpRequest
from wagtail.models import Page, Site

from site_config.kept_answers.rows import kept_rows


def site_of(request: HttpRequest | None) -> Site | None:
    """Return the site of a request, and leave it where Wagtail looks for it."""
    if request is not None and not hasattr(request, "_wagtail_site"):
        about = (request._get_raw_host(), request.get_port())
        read = partial(Site._find_for_request, request)
        request._wagtail_site = kept_rows("site", about, [Site, Page], read)
    return Site.find_for_request(request)
