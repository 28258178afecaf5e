"""The public log of moderation: figures by month and reason, without names."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.models import HiddenFor
from community.moderation_figures import read_figures
from community.views.discussions import community_front
from site_config.exports import neutral_cell


@require_safe
def moderation(request: HttpRequest) -> HttpResponse:
    """Show what moderators have decided in the last 24 months, the same to everybody."""
    front = community_front()
    return render(
        request,
        "community/moderation.html",
        {
            "title": _("Moderation in figures"),
            "above": [*front.trail, front] if front else [],
            "front": front,
            "figures": read_figures(timezone.now()),
            "reasons": HiddenFor.labels,
        },
    )


@require_safe
def moderation_table(request: HttpRequest) -> HttpResponse:
    """Return the same figures as a table for spreadsheet programs (RFC 4180)."""
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="moderation.csv"'},
    )
    writer = csv.writer(response)
    heads = [
        *(_("Month"), _("Hidden")),
        *HiddenFor.labels,
        *(_("Shown again"), _("Warned, suspended or banned"), _("Reports received")),
        *(_("Reports upheld"), _("Reports dismissed"), _("Appeals made")),
        *(_("Appeals granted"), _("Appeals refused"), _("Median hours to a decision")),
    ]
    writer.writerow([neutral_cell(str(head)) for head in heads])
    for month in read_figures(timezone.now()):
        writer.writerow(
            [
                f"{month.month:%Y-%m}",
                month.hidden,
                *month.by_reason,
                *(month.restored, month.sanctions, month.reports_received),
                *(month.reports_upheld, month.reports_dismissed, month.appeals_made),
                *(month.appeals_granted, month.appeals_refused),
                "" if month.median_hours is None else month.median_hours,
            ]
        )
    return response
