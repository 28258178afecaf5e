"""Partners by the term of their partnership."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Self

from django.db import models

from partners.logos import LOGO_SPECS, LOGO_VERSIONS, load_drawings
from partners.models.placements import Placement, PlacementKind
from partners.models.tiers import PartnerTier
from site_config.days import city_today, start_of_day
from site_config.models import SiteImage
from site_config.models.pages import BasePageQuerySet

if TYPE_CHECKING:
    from partners.models.partners import PartnerPage


class PartnerPageQuerySet(BasePageQuerySet):
    """Partners by the state of their partnership."""

    # Whether rows get the drawings of their logos, which no relation of Django's leads to.
    _with_drawings = False

    def _clone(self) -> Self:
        clone = super()._clone()
        clone._with_drawings = self._with_drawings
        return clone

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        super()._fetch_all()
        if fresh and self._with_drawings:
            load_drawings([row for row in self._result_cache if isinstance(row, self.model)])

    def current_on(self, day: date) -> Self:
        """Partners whose partnership runs on a day; both its first and its last day count."""
        return self.filter(
            models.Q(starts_on__lte=day),
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day),
        )

    def past_on(self, day: date) -> Self:
        """Partners whose partnership has ended before a day."""
        return self.filter(ends_on__lt=day)

    def with_logos(self) -> Self:
        """The same partners with their tier and the sizes of their logos."""
        pictures = SiteImage.objects.prefetch_renditions(*LOGO_SPECS)
        pages = self.select_related("tier").prefetch_related(
            *(models.Prefetch(version, queryset=pictures) for version in LOGO_VERSIONS)
        )
        pages._with_drawings = True
        return pages

    def in_wall_order(self) -> Self:
        """Published partners by tier; ``load_logos`` brings what a wall prints of them."""
        ordered = self.live().unrestricted().order_by("tier__sort_order", "tier__name", "path")
        return ordered.select_related("tier")

    def for_wall(self, locale_id: int, day: date) -> Self:
        """The partners of a day in one language, in the order of a wall."""
        return self.in_wall_order().filter(locale_id=locale_id).current_on(day)

    def placed(self, kind: PlacementKind, day: date) -> Self:
        """Those who stand in a place of the portal on a day, each with its ``placement_id``.

        Args:
            kind: a place that is no page of its own, such as the wall.
            day: of the placement; the day of the term is a filter of its own.
        """
        live = Placement.objects.filter(
            kind=kind, partner__translation_key=models.OuterRef("translation_key")
        ).live_on(day)
        found = self.annotate(placement_id=models.Subquery(live.order_by("pk").values("pk")[:1]))
        return found.filter(placement_id__isnull=False)

    def for_listing(self) -> Self:
        """Published partners with everything a card prints."""
        return super().for_listing().with_logos()

    def next_change(self, now: datetime) -> datetime | None:
        """Return the next midnight at which a logo comes or leaves, in the city's time zone."""
        today = city_today(now)
        coming, leaving = models.Q(starts_on__gt=today), models.Q(ends_on__gte=today)
        found = self.live().aggregate(
            first=models.Min("starts_on", filter=coming), last=models.Min("ends_on", filter=leaving)
        )
        return next_midnight(found["first"], found["last"])


def next_midnight(start: date | None, end: date | None) -> datetime | None:
    """Return when the first day begins or the last one is over, whichever is sooner."""
    days = [day for day in (start, end and end + timedelta(days=1)) if day]
    return start_of_day(min(days)) if days else None


def by_tier(partners: Iterable["PartnerPage"]) -> list[tuple[PartnerTier, list["PartnerPage"]]]:
    """Group partners that are in the order of their tiers."""
    groups = groupby(partners, key=lambda partner: partner.tier)
    return [(tier, list(members)) for tier, members in groups]
