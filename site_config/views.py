"""Answers that belong to the whole portal: files for machines, and pages for errors."""

import sys
from datetime import timedelta
from itertools import chain
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.models import Site

from site_config.front_cache.shown import ANY_PAGE, note
from site_config.full_disks import is_full
from site_config.models.site_settings import Identity
from site_config.operating.request_ids import current_request_id
from site_config.shell import shell_for
from site_config.sitemaps import OTHER_SITEMAPS_HOOK, sitemap_entries
from site_config.typed_text import typed_text

SECURITY_TXT_DAYS = 180
# When to try again, in seconds: after a fault, and while the portal only reads.
BUSY_SECONDS = 30
READ_ONLY_SECONDS = 300


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers what is not for them, and where all else is listed (RFC 9309)."""
    others = hooks.get_hooks(OTHER_SITEMAPS_HOOK)
    return render(
        request,
        "robots.txt",
        {
            "sitemap_urls": [
                request.build_absolute_uri(reverse(name))
                for name in ("sitemap", *chain(*(find() for find in others)))
            ]
        },
        content_type="text/plain; charset=utf-8",
    )


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page with its translations (sitemaps.org 0.9)."""
    note(ANY_PAGE)
    return render(
        request,
        "sitemap.xml",
        {"urlset": sitemap_entries(request)},
        content_type="application/xml; charset=utf-8",
    )


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say where to report a weakness (RFC 9116)."""
    site = Site.find_for_request(request)
    identity = Identity.objects.filter(site=site).first() or Identity()
    expires = timezone.now() + timedelta(days=SECURITY_TXT_DAYS)
    # Whole days only: the answer stays the same document for a day, so caches can keep it.
    expires = expires.replace(hour=0, minute=0, second=0, microsecond=0)
    return render(
        request,
        "security.txt",
        {
            "contact": identity.security_contact or identity.email,
            "expires": expires,
            "canonical": request.build_absolute_uri("/.well-known/security.txt"),
        },
        content_type="text/plain; charset=utf-8",
    )


@require_safe
def web_manifest(request: HttpRequest) -> HttpResponse:
    """Describe the portal to a phone that puts it on its home screen (W3C App Manifest)."""
    shell = shell_for(request)
    icons = [("icon-192.png", 192, "any"), ("icon-512.png", 512, "any")]
    icons.append(("maskable-512.png", 512, "maskable"))
    return JsonResponse(
        {
            "name": shell.full_name,
            "short_name": shell.name,
            "description": shell.description,
            "start_url": "/",
            "scope": "/",
            "display": "browser",
            "background_color": "#fdfaf4",
            "theme_color": "#ffc345",
            "icons": [
                {
                    "src": static(f"site_config/icons/{name}"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for name, size, purpose in icons
            ],
        },
        content_type="application/manifest+json",
    )


def nothing_here(request: HttpRequest) -> HttpResponse:
    """Close an address that a package brings and the portal doesn't want.

    Raises:
        Http404: always.
    """
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Tell a visitor that the request made no sense."""
    return render(request, "400.html", status=400)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Tell a visitor that there is no such page, and where to go on."""
    return render(request, "404.html", {"reason": _reason(exception)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell a visitor that the portal failed. Reads no database: that may be what failed.

    Where it is the database that failed, the portal is only away for a while: 503, not 500. A
    disk without room takes no files, and says so.
    """
    failure = sys.exc_info()[1]
    if settings.READ_ONLY and isinstance(failure, DatabaseError):
        return read_only_for_now(request)
    if isinstance(failure, (InterfaceError, OperationalError)):
        return service_unavailable(request)
    if is_full(failure):
        return no_room(request)
    context = {"request_path": request.path, "request_id": current_request_id()}
    return render(None, "500.html", context, status=500)


def service_unavailable(request: HttpRequest) -> HttpResponse:
    """Tell a visitor to come back soon, with what was typed (RFC 9110 §15.6.4)."""
    return _come_back(request, BUSY_SECONDS, read_only=False)


def read_only_for_now(request: HttpRequest) -> HttpResponse:
    """Tell a visitor that nothing can be written now, with what was typed."""
    return _come_back(request, READ_ONLY_SECONDS, read_only=True)


def no_room(request: HttpRequest) -> HttpResponse:
    """Tell a visitor that their file could not be stored, with what was typed (RFC 4918 §11.5)."""
    response = render(None, "507.html", {"typed": typed_text(request)}, status=507)
    response["Cache-Control"] = "no-store"
    return response


def _come_back(request: HttpRequest, seconds: int, *, read_only: bool) -> HttpResponse:
    context = {"read_only": read_only, "typed": typed_text(request)}
    response = render(None, "503.html", context, status=503)
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell a visitor that a form had expired, and how to keep what was typed."""
    return render(request, "403_csrf.html", status=403)


def _reason(exception: Exception) -> str:
    """Our own words for what was not found; a resolver's internals are nobody's business."""
    argument: Any = exception.args[0] if exception.args else ""
    return argument if isinstance(argument, str) else ""
