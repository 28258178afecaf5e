"""The wall of partners."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import Front, NothingToShow, Pictures, SectionBlock, SectionTitleBlock
from partners.logos import want_logos
from partners.models import PartnerIndexPage, PartnerPage, PartnerTier, PlacementKind
from partners.models.terms import by_tier


class PartnersSection(SectionBlock):
    """The logos of the partners who have a place on the wall today; they leave by themselves."""

    daily = True

    title = SectionTitleBlock()
    grouped = blocks.BooleanBlock(
        label=_("Group by tier"),
        required=False,
        help_text=_("With each tier's name above its partners. Else all logos are of one size."),
    )

    class Meta:
        icon = "group"
        label = _("Partners")
        description = _("The logos of today's partners, by tier.")
        template = "home/sections/partners.html"
        preview_value = {"title": "Sustaining Partners", "grouped": False}

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the partners of the day; of a tier without logos only where tiers are named."""
        pages = PartnerPage.objects.for_wall(front.page.locale_id, front.day)
        found = pages.placed(PlacementKind.WALL, front.day)
        if not value["grouped"]:
            found = found.exclude(tier__logo_size=PartnerTier.LogoSize.NAME)
        partners = list(found)
        if not partners:
            raise NothingToShow(gettext("no partner has a place on the wall today."))
        want_logos(pictures, partners)
        return {
            "index": front.index(PartnerIndexPage),
            "partners": partners,
            "tiers": by_tier(partners) if value["grouped"] else [],
        }
