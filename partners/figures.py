"""How often partners were seen and followed: daily totals, of nobody in particular.

Figures are whole here; what is too small to be told to a partner, its desk hides (ADR 20).
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from partners.models.partners import PartnerPage
from partners.models.partnerships import Partner
from partners.models.placements import Placement
from site_config.visits import VisitKind, subject_of, totals
from site_config.visits.totals import Period


class Figures(NamedTuple):
    """Numbers of one placement, or of one partner's pages."""

    views: int
    clicks: int


ByPeriod = dict[date, Figures]


def placement_figures(
    placements: Collection[Placement], since: date, until: date, by: Period = "day"
) -> dict[int, ByPeriod]:
    """Return how often placements were seen and clicked, in two queries.

    Args:
        placements: the ones asked for.
        since: the first day that counts.
        until: the last day that counts.
        by: the length of the periods, each named by its first day.

    Returns:
        For the number of each placement its periods, in order; empty ones are left out.
    """
    subjects = {placement.pk: [subject_of(placement)] for placement in placements}
    return _read(subjects, subjects, since, until, by)


def partner_figures(
    partners: Collection[Partner], since: date, until: date, by: Period = "day"
) -> dict[int, ByPeriod]:
    """Return how often the pages of partners were seen, and their websites opened from there.

    A page counts with its translations. Arguments and answer are as for `placement_figures`.
    """
    keys = {partner.translation_key: partner.pk for partner in partners}
    seen: dict[int, list[str]] = {partner.pk: [] for partner in partners}
    for page in PartnerPage.objects.filter(translation_key__in=keys).only("pk", "translation_key"):
        seen[keys[page.translation_key]].append(subject_of(page))
    followed = {partner.pk: [subject_of(partner)] for partner in partners}
    return _read(seen, followed, since, until, by)


def total_of(periods: ByPeriod) -> Figures:
    """Return the sum of some periods."""
    return Figures(
        sum(figures.views for figures in periods.values()),
        sum(figures.clicks for figures in periods.values()),
    )


def _read(
    seen: dict[int, list[str]],
    followed: dict[int, list[str]],
    since: date,
    until: date,
    by: Period,
) -> dict[int, ByPeriod]:
    views = totals(VisitKind.VIEW, _all(seen.values()), since, until, by)
    clicks = totals(VisitKind.CLICK, _all(followed.values()), since, until, by)
    found: dict[int, ByPeriod] = {}
    for pk in seen:
        own_views, own_clicks = _add(views, seen[pk]), _add(clicks, followed[pk])
        days = sorted({*own_views, *own_clicks})
        found[pk] = {day: Figures(own_views.get(day, 0), own_clicks.get(day, 0)) for day in days}
    return found


def _all(groups: Iterable[list[str]]) -> list[str]:
    return [subject for group in groups for subject in group]


def _add(numbers: dict[str, dict[date, int]], subjects: list[str]) -> dict[date, int]:
    summed: dict[date, int] = {}
    for subject in subjects:
        for day, number in numbers[subject].items():
            summed[day] = summed.get(day, 0) + number
    return summed
