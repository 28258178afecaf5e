"""Which partners stand behind a campaign."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel

from campaigns.days import city_today, start_of_day
from partners.logos import load_logos
from partners.models import PartnerPage

if TYPE_CHECKING:
    from campaigns.models.campaigns import CampaignPage


class CampaignPartner(models.Model):
    """The choice of one partner for one campaign."""

    campaign = ParentalKey(
        "campaigns.CampaignPage", on_delete=models.CASCADE, related_name="campaign_partners"
    )
    partner = models.ForeignKey(
        PartnerPage, verbose_name=_("partner"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("partner")]

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "partner"],
                name="one_place_for_each_partner_of_a_campaign",
                violation_error_message=_("This partner is chosen already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.partner)


def partners_of(campaign: "CampaignPage") -> list[PartnerPage]:
    """Return the published pages of a campaign's partners in its language, by tier."""
    chosen = [choice.partner_id for choice in campaign.campaign_partners.all()]
    if not chosen:
        return []
    keys = PartnerPage.objects.filter(pk__in=chosen).values("translation_key")
    pages = PartnerPage.objects.in_wall_order()
    partners = list(pages.filter(translation_key__in=keys, locale_id=campaign.locale_id))
    load_logos(partners)
    return partners


def next_term(partners: list[PartnerPage], now: datetime) -> datetime | None:
    """Return the moment at which the next of these partnerships begins or is over."""
    today = city_today(now)
    days: list[date] = []
    for partner in partners:
        if partner.starts_on and partner.starts_on > today:
            days.append(partner.starts_on)
        elif partner.ends_on and partner.ends_on >= today:
            days.append(partner.ends_on + timedelta(days=1))
    return start_of_day(min(days)) if days else None
