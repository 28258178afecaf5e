"""Where counted links of partners lead: looked up here, never read from the link."""

from uuid import UUID

from django.utils.translation import get_language

from partners.models import Partner, PartnerPage, Placement
from site_config.visits.targets import FindTarget


def page_of(key: UUID) -> PartnerPage | None:
    """Return the published page of a partner in the reader's language, or else in another."""
    pages = PartnerPage.objects.live().filter(translation_key=key).select_related("locale")
    language = get_language()
    return min(pages, key=lambda page: page.locale.language_code != language, default=None)


def placement_address(pk: int) -> str | None:
    """Return the page of the partner whose logo was clicked."""
    placement = Placement.objects.select_related("partner").filter(pk=pk).first()
    page = page_of(placement.partner.translation_key) if placement else None
    return page.url if page else None


def website_address(pk: int) -> str | None:
    """Return the website of a partner, as its page names it."""
    partner = Partner.objects.filter(pk=pk).first()
    page = page_of(partner.translation_key) if partner else None
    return (page.website or None) if page else None


def partner_targets() -> dict[str, FindTarget]:
    """Lead from logos to pages of partners, and from these to their websites."""
    return {
        Placement._meta.model_name: placement_address,
        Partner._meta.model_name: website_address,
    }
