"""What is done with partnerships: begun with a page, renewed, carried to every language."""

from datetime import date
from functools import partial
from itertools import pairwise

from django.db import transaction
from django.utils.translation import gettext, override

from partners.models.partner_terms import PartnerTerm, governing_run, runs_of
from partners.models.partners import PartnerPage
from partners.models.partnerships import Partner
from partners.models.placements import Placement, PlacementKind
from partners.purging import purge_partner
from site_config.days import city_today
from site_config.models import SiteDocument


class TermEndsBeforeItStartsError(Exception):
    """A term was to end before its first day."""


class TermsOverlapError(Exception):
    """A term was to hold days that another term of the partner holds."""


@transaction.atomic
def partner_of(*, page: PartnerPage) -> Partner:
    """Return the partner that a page tells of; a page of a new one begins the partnership.

    A new partner gets the term that the page was made with, and its place on the wall of the
    front page for as long as it is a partner.
    """
    partner, created = Partner.objects.get_or_create(
        translation_key=page.translation_key, defaults={"name": page.title}
    )
    if created:
        PartnerTerm.objects.create(partner=partner, starts_on=page.starts_on, ends_on=page.ends_on)
        with override(partner.language):
            name = gettext("Wall of the front page")
        Placement.objects.create(
            partner=partner, kind=PlacementKind.WALL, name=name, starts_on=page.starts_on
        )
    return partner


@transaction.atomic
def renew_partner(
    *,
    partner: Partner,
    starts_on: date,
    ends_on: date | None,
    contract: SiteDocument | None = None,
) -> PartnerTerm:
    """Add a term, and bring the logo back wherever its placements run.

    Args:
        partner: who is renewed; the earlier terms stay, so nothing is split by year.
        starts_on: the first day, as a rule the day after the last term.
        ends_on: the last day; ``None`` for no end.
        contract: what was signed.

    Raises:
        TermEndsBeforeItStartsError: the days are in the wrong order.
        TermsOverlapError: another term holds some of these days.
    """
    if ends_on is not None and ends_on < starts_on:
        raise TermEndsBeforeItStartsError
    # One at a time for each partner, so that two renewals see each other.
    Partner.objects.select_for_update().get(pk=partner.pk)
    term = PartnerTerm(partner=partner, starts_on=starts_on, ends_on=ends_on, contract=contract)
    if overlapping_terms([*PartnerTerm.objects.filter(partner=partner), term]):
        raise TermsOverlapError
    term.save()
    apply_terms(partner=partner)
    return term


def overlapping_terms(terms: list[PartnerTerm]) -> bool:
    """Say whether two of some terms hold the same day."""
    ordered = sorted(terms, key=lambda term: term.starts_on)
    return any(
        earlier.ends_on is None or later.starts_on <= earlier.ends_on
        for earlier, later in pairwise(ordered)
    )


@transaction.atomic
def apply_terms(*, partner: Partner, day: date | None = None) -> bool:
    """Write the term that governs a day into the partner's pages, in every language.

    Pages keep it in two columns, so that walls and lists ask one table; this is their only
    writer after a page is made.

    Args:
        partner: whose terms have changed, or may govern from today on.
        day: today by default, in the city's time.

    Returns:
        Whether a page was changed.
    """
    run = governing_run(PartnerTerm.objects.filter(partner=partner), day or city_today())
    if run is None:
        return False
    pages = PartnerPage.objects.filter(translation_key=partner.translation_key)
    stale = [
        page.pk for page in pages if (page.starts_on, page.ends_on) != (run.starts_on, run.ends_on)
    ]
    changed = PartnerPage.objects.filter(pk__in=stale).update(
        starts_on=run.starts_on, ends_on=run.ends_on
    )
    if changed:
        transaction.on_commit(partial(purge_partner, partner.pk), robust=True)
    return bool(changed)


def apply_all_terms(day: date | None = None) -> int:
    """Carry to pages what begins to govern by the clock alone, such as a return after a gap.

    Returns:
        How many partners' pages were changed.
    """
    day = day or city_today()
    partners = Partner.objects.prefetch_related("terms")
    several = [found for found in partners if len(runs_of(found.terms.all())) > 1]
    return sum(apply_terms(partner=found, day=day) for found in several)
