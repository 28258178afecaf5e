"""Which partners stand behind a campaign."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel

from partners.models import PartnerPage


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
