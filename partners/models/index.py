"""The list of all partners."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField

from partners.blocks import TermsBlock
from partners.logos import load_logos
from partners.models.partners import PartnerPage
from partners.models.terms import by_tier
from site_config.days import city_today
from site_config.models import IndexPage


class PartnerIndexPage(IndexPage):
    """All partners of today by tier, and how to become one."""

    call_title = models.CharField(
        _("heading of the call"),
        max_length=120,
        blank=True,
        help_text=_("Invites others to become partners. Leave empty for no call."),
    )
    call_text = models.TextField(_("text of the call"), max_length=500, blank=True)
    call_links = StreamField(
        [("link", TermsBlock())], verbose_name=_("buttons"), blank=True, max_num=3
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = ["partners.PartnerPage"]
    page_description = _("Lists the city's partners by tier. The portal needs one of them.")
    max_count_per_parent = 1

    edit_handler = TabbedInterface(
        [
            ObjectList(IndexPage.content_panels, heading=_("Content")),
            ObjectList(
                [FieldPanel("call_title"), FieldPanel("call_text"), FieldPanel("call_links")],
                heading=_("Become a partner"),
            ),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(IndexPage.settings_panels, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("partner list")
        verbose_name_plural = _("partner lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the partners of today by tier, and those of the past."""
        today = city_today()
        # One query for both lists: those of today, and those whose term is over.
        known = list(PartnerPage.objects.child_of(self).in_wall_order())
        load_logos(known)
        past = [partner for partner in known if partner.ends_on and partner.ends_on < today]
        return super().get_context(request, *args, **kwargs) | {
            "tiers": by_tier(partner for partner in known if partner.is_current_on(today)),
            "past_partners": sorted(past, key=lambda partner: partner.ends_on, reverse=True),
        }

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return the midnight at which the next logo comes or leaves."""
        return PartnerPage.objects.child_of(self).next_change(now)
