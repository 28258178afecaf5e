"""The first page of a desk: what is to be done, and what it brings."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page, WorkflowState

from partners.desk.access import Desk, at_desk, desks_of
from partners.desk.figures.board import click_on, delivered, last_days, view_of
from partners.desk.figures.charts import Chart, draw
from partners.desk.figures.disclosure import FEW, Cell, combined
from partners.desk.figures.reading import Series, added
from partners.models import (
    DeskAsset,
    DeskDocument,
    DeskThread,
    PartnerPage,
    PartnerTerm,
    PartnerTier,
    Placement,
)
from site_config.second_factor import second_factor_needed
from site_config.visits import VisitKind, subject_of

DAYS = 30
ASSETS, THREADS, DOCUMENTS = 5, 3, 5


class Delivered(NamedTuple):
    """A placement with what was promised of it and what is told of what came.

    Attributes:
        placement: the row.
        ends_on: its own last day, or that of the partnership, where it is over with that.
        views: how often it was seen.
        clicks: how often somebody went on from it.
        share: of the promised views, in percent.
    """

    placement: Placement
    ends_on: date | None
    views: Cell
    clicks: Cell
    share: int | None


@require_safe
@second_factor_needed
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Lead to the one desk that somebody has, or let them choose.

    Raises:
        PermissionDenied: they belong to no partner.
    """
    desks = desks_of(request.user)
    if not desks:
        raise PermissionDenied
    if len(desks) == 1:
        return redirect("partner_desk:overview", desks[0].pk)
    return render(request, "partners/desk/choose.html", {"desks": desks})


@require_safe
@at_desk()
def overview(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what waits for the partner, its pages, placements and figures of the last days."""
    yesterday = timezone.localdate() - timedelta(days=1)
    pages = list(pages_of(desk))
    placements = list(desk.partner.placements.all())
    open_assets = DeskAsset.objects.of(desk.partner).exclude(state=DeskAsset.State.ACCEPTED)
    term = desk.partner.terms.order_by("starts_on").last()
    context = {
        "desk": desk,
        "pages": pages,
        "term": term,
        "days_to_end": (term.ends_on - yesterday).days - 1 if term and term.ends_on else None,
        "assets": list(open_assets.in_order_of_work()[:ASSETS]),
        "threads": list(DeskThread.objects.of(desk.partner)[:THREADS]),
        "documents": list(DeskDocument.objects.of(desk.partner)[:DOCUMENTS]),
        "placements": placements_delivered(placements, yesterday, term),
        "tier": _tier_of(pages),
        "charts": _recent_charts(desk, pages, placements, yesterday),
        "days": DAYS,
    }
    return render(request, "partners/desk/overview.html", context)


def pages_of(desk: Desk) -> QuerySet[PartnerPage]:
    """Return the partner's pages, one for each language, with what a list prints of them."""
    pages = PartnerPage.objects.filter(
        translation_key=desk.partner.translation_key, alias_of__isnull=True
    )
    ways = WorkflowState.objects.filter(
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    # How far a request to publish has come; empty where there is none.
    return (
        pages.select_related("locale", "tier")
        .annotate(way=Subquery(ways.values("status")[:1]))
        .order_by("locale__language_code")
    )


def _tier_of(pages: list[PartnerPage]) -> PartnerTier | None:
    """Return the partner's tier, in the reader's language where its page there has one."""
    tiers = {own.locale.language_code: own.tier for own in pages if own.tier}
    return tiers.get(get_language()) or next(iter(tiers.values()), None)


def placements_delivered(
    placements: list[Placement], yesterday: date, term: PartnerTerm | None
) -> list[Delivered]:
    """Return placements beside what is told of them since they began, in one question.

    Args:
        placements: of one partner.
        yesterday: the last day that is told.
        term: the partner's last one, with whose end every placement ends.
    """
    last = term.ends_on if term and term.ends_on and term.ends_on <= yesterday else None
    series = [one for placement in placements for one in (view_of(placement), click_on(placement))]
    told = delivered(series, yesterday)
    found = []
    for placement in placements:
        views, clicks = told[view_of(placement)], told[click_on(placement)]
        promised = placement.promised_views
        share = None if not promised or views.is_few else min(views.number * 100 // promised, 999)
        ends = [day for day in (placement.ends_on, last) if day]
        found.append(Delivered(placement, min(ends, default=None), views, clicks, share))
    return found


def _recent_charts(
    desk: Desk, pages: list[PartnerPage], placements: list[Placement], yesterday: Any
) -> list[Chart]:
    """Return the last days of the page's views, the placements' views, and all clicks."""
    measures = (
        (_("Views of your page"), [Series(VisitKind.VIEW, subject_of(page)) for page in pages]),
        (_("Views of placements"), list(map(view_of, placements))),
        (_("Clicks"), [click_on(desk.partner), *map(click_on, placements)]),
    )
    every = [one for _label, series in measures for one in series]
    found = last_days(every, DAYS, yesterday)
    charts = []
    for label, series in measures:
        cells = added([found[one] for one in series])
        total = combined(cells.values()) if cells else FEW
        charts.append(draw(label, list(cells), list(cells.values()), total))
    return charts
