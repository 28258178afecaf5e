"""Which partners stand in which place on a day."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page

from partners.logos import load_logos
from partners.models.partners import PartnerPage
from partners.models.placements import Placement, PlacementKind
from site_config.days import city_today, start_of_day
from site_config.shell import CACHE_SECONDS, shell_version


def partners_beside(page: Page, chosen: Collection[UUID] = ()) -> list[PartnerPage]:
    """Return the partners that stand on a page at any time, in its language, by tier.

    Args:
        page: a campaign, an event or a publication.
        chosen: keys of partners who stand there without a placement.

    Returns:
        Published pages of partners with their logos; each knows its ``placements`` here.
    """
    by_key: dict[UUID, list[Placement]] = {key: [] for key in chosen}
    for placement in Placement.objects.on_page(page).select_related("partner").order_by("pk"):
        by_key.setdefault(placement.partner.translation_key, []).append(placement)
    if not by_key:
        return []
    pages = PartnerPage.objects.in_wall_order()
    partners = list(pages.filter(translation_key__in=by_key, locale_id=page.locale_id))
    for partner in partners:
        partner.placements = by_key[partner.translation_key]
    load_logos(partners)
    return partners


def standing_on(day: date, partners: Iterable[PartnerPage]) -> list[PartnerPage]:
    """Return those of ``partners_beside`` who stand there on a day, each with its placement.

    Where a partner has placements, their days count; where it was only chosen, its term does.
    """
    standing = []
    for partner in partners:
        live = [found for found in partner.placements if found.is_live_on(day)]
        if partner.is_current_on(day) and (live or not partner.placements):
            partner.placement_id = live[0].pk if live else None
            standing.append(partner)
    return standing


def next_change(partners: Iterable[PartnerPage], now: datetime) -> datetime | None:
    """Return the midnight at which the next of ``partners_beside`` comes or leaves."""
    today = city_today(now)
    days = set()
    for partner in partners:
        for spell in (partner, *partner.placements):
            days |= {spell.starts_on, spell.ends_on and spell.ends_on + timedelta(days=1)}
    ahead = [day for day in days if day and day > today]
    return start_of_day(min(ahead)) if ahead else None


class Beside(NamedTuple):
    """The partners beside a page, as they are shown, until a moment at which they change.

    Attributes:
        html: the part of the page, empty where nobody stands there.
        sponsors: names and addresses of those who stand there.
        until: the moment at which one comes or leaves by the clock alone.
    """

    html: str
    sponsors: list[tuple[str, str]]
    until: datetime | None


class PartnersBesideMixin:
    """A page beside which partners may be placed; see `partners.models.Placement`.

    What is shown is made once and kept until a page, a placement or a term changes: pages of this
    kind have no questions to spare.
    """

    # The kind of placement that stands on pages of this type.
    placement_kind: ClassVar[PlacementKind]

    @property
    def chosen_partners(self) -> Sequence[int]:
        """Numbers of pages of the partners whom editors chose on the page itself."""
        return ()

    def partners_beside(self: Any) -> list[PartnerPage]:
        """Return the partners that stand here at any time, in the page's language."""
        chosen: Collection[UUID] = ()
        if self.chosen_partners:
            pages = PartnerPage.objects.filter(pk__in=self.chosen_partners)
            chosen = set(pages.values_list("translation_key", flat=True))
        return partners_beside(self, chosen)

    @cached_property
    def beside(self: Any) -> Beside:
        """The partners that stand here today, as the page shows them."""
        chosen = "-".join(str(number) for number in sorted(self.chosen_partners))
        # A draft may have chosen others than the published page.
        digest = hashlib.sha256(chosen.encode()).hexdigest()[:16]
        today = city_today()
        key = (
            f"partners.beside.{shell_version()}.{self.translation_key}.{self.locale_id}"
            f".{digest}.{today:%Y%m%d}"
        )
        kept = cache.get(key)
        if kept is None:
            kept = tuple(self._read_beside(today))
            cache.set(key, kept, CACHE_SECONDS)
        return Beside(*kept)

    def _read_beside(self: Any, today: date) -> Beside:
        partners = self.partners_beside()
        standing = standing_on(today, partners)
        return Beside(
            render_to_string("partners/includes/partners_beside.html", {"partners": standing}),
            [(partner.title, partner.full_url or "") for partner in standing],
            next_change(partners, timezone.now()),
        )

    def fresh_until(self: Any, now: datetime) -> datetime | None:
        """Return when a partner comes or leaves, unless the page changes sooner."""
        moments = (self.beside.until, super().fresh_until(now))
        return min((moment for moment in moments if moment), default=None)
