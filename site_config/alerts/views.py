"""Alerts as visitors read them: the list, each one, what stands on pages now, and CAP."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from site_config.alerts.announcement import announcement
from site_config.alerts.cap import MEDIA_TYPE, write_cap
from site_config.alerts.showing import fresh_until, running_banners
from site_config.models.alert_terms import Level
from site_config.models.alerts import AlertVersion

PAST_SHOWN = 50
# Seconds. So a storm's readers ask the cache in front, and the portal once in a while.
SHARED_SECONDS = 10


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the alerts that run, and those that are over."""
    now = timezone.now()
    current = AlertVersion.objects.current(now).with_words().order_by("-starts_at", "-pk")
    shown = list(current[:PAST_SHOWN])
    running = [version for version in shown if version.is_running(now)]
    running.sort(key=lambda version: Level(version.level).rank)
    return render(
        request,
        "site_config/alerts/index.html",
        {
            "title": _("Alerts"),
            "running": running,
            "past": [version for version in shown if version not in running],
        },
    )


@require_safe
def alert(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show what an alert says now, and what it said before.

    Raises:
        Http404: nobody has been warned by such an alert.
    """
    now = timezone.now()
    told = _in_force(uid)
    if not told:
        raise Http404(_("There is no such alert."))
    version = told[0]
    return render(
        request,
        "site_config/alerts/alert.html",
        {
            "title": version.words().headline,
            "version": version,
            "words": version.words(),
            "is_running": version.is_running(now),
            "versions": told,
            "first": told[-1],
            "cap_url": reverse("alerts_cap", args=[uid, version.number]),
            "data": announcement(version, request),
        },
    )


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Return the banners of all alerts that run, for pages that were loaded before."""
    moment = timezone.now()
    response = render(request, "site_config/alerts/now.html", {"banners": running_banners(moment)})
    until = fresh_until(moment)
    left = int((until - moment).total_seconds()) if until else SHARED_SECONDS
    patch_cache_control(
        response, public=True, max_age=0, s_maxage=max(0, min(left, SHARED_SECONDS))
    )
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def cap(request: HttpRequest, uid: UUID, number: int) -> HttpResponse:
    """Return one version of an alert in CAP 1.2.

    Raises:
        Http404: nobody has been warned by such a version.
    """
    told = _in_force(uid)
    found = next((version for version in told if version.number == number), None)
    if found is None:
        raise Http404(_("There is no such alert."))
    earlier = [version for version in reversed(told) if version.number < number]
    return HttpResponse(write_cap(found, earlier), content_type=f"{MEDIA_TYPE}; charset=utf-8")


def _in_force(uid: UUID) -> list[AlertVersion]:
    """Return the versions of an alert that had taken effect, the newest first."""
    told = AlertVersion.objects.in_force(timezone.now()).filter(alert__uid=uid)
    return list(told.with_words().order_by("-number"))
