"""Which shared copies show a partner, and how they are forgotten."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page, Site

from partners.models.partner_terms import PartnerTerm
from partners.models.partnerships import Partner
from partners.models.placements import Placement, PlacementKind
from site_config.days import city_today
from site_config.front_cache.changes import forget_everything
from site_config.shell import forget_shell


def purge_partner(partner_id: int) -> None:
    """Have shared caches forget every page on which a partner is shown, in all languages.

    Args:
        partner_id: the number of a partner, also of one that is no longer there.
    """
    partner = Partner.objects.filter(pk=partner_id).first()
    if partner is not None:
        placements = Placement.objects.filter(partner=partner).exclude(page_key=None)
        keys = set(placements.values_list("page_key", flat=True))
        purge_pages({partner.translation_key, *keys})
        purge_foot(partner.translation_key)


def purge_foot(key: UUID) -> None:
    """Have shared caches forget every page, where a partner stands at the foot of all of them.

    Args:
        key: what the partner's page has in common with its translations.
    """
    standing = Placement.objects.filter(kind=PlacementKind.FOOTER, partner__translation_key=key)
    if standing.live_on(city_today()).exists():
        forget_everything()


def purge_pages(keys: Collection[UUID]) -> None:
    """Have shared caches forget some pages, the lists above partners, and the front pages.

    Args:
        keys: what each page has in common with its translations.
    """
    forget_shell()
    pages = list(Page.objects.live().filter(translation_key__in=keys))
    fronts = {site.root_page.translation_key for site in Site.objects.select_related("root_page")}
    pages += Page.objects.live().filter(translation_key__in=fronts)
    addresses = {url for page in pages if (url := page.full_url)}
    above = {page.path[: -page.steplen] for page in pages if page.depth > 1}
    lists = Page.objects.live().filter(path__in=above)
    addresses |= {url for page in lists if (url := page.full_url)}
    batch = PurgeBatch()
    batch.add_urls(sorted(addresses))
    batch.purge()


def purge_after_midnight() -> None:
    """Forget what shows a logo that has come or left with the day that has begun.

    Copies of the pages themselves end at midnight; this also empties what is kept of the foot of
    all pages.
    """
    today = city_today()
    over = today - timedelta(days=1)
    terms = PartnerTerm.objects.filter(Q(starts_on=today) | Q(ends_on=over))
    changed = Q(starts_on=today) | Q(ends_on=over) | Q(partner__in=terms.values("partner"))
    placements = list(Placement.objects.filter(changed).select_related("partner"))
    keys = {placement.page_key for placement in placements if placement.page_key}
    keys |= set(Partner.objects.filter(terms__in=terms).values_list("translation_key", flat=True))
    if placements or keys:
        purge_pages(keys)


def purge_placement(placement: Placement) -> None:
    """Forget the pages of one placement that was made, changed or removed."""
    keys = {placement.partner.translation_key}
    if placement.kind not in (PlacementKind.WALL, PlacementKind.FOOTER) and placement.page_key:
        keys.add(placement.page_key)
    purge_pages(keys)
    if placement.kind == PlacementKind.FOOTER:
        forget_everything()
