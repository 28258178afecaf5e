"""A campaign in the spotlight, which follows its dates by itself."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from campaigns.models import CampaignPage
from home.blocks.choosers import SharedImageBlock
from home.blocks.section import (
    Front,
    LeadBlock,
    NothingToShow,
    Pictures,
    SectionBlock,
    SectionTextBlock,
    SectionTitleBlock,
)
from site_config.blocks.choices import OptionBlock
from site_config.paints import WALL_PAINTS, Paint


class CampaignSection(SectionBlock):
    """Announces a campaign, calls to it while it runs, and afterwards says what came of it."""

    wall = daily = True

    campaign = blocks.PageChooserBlock(
        label=_("Campaign"),
        page_type="campaigns.CampaignPage",
        required=False,
        help_text=_(
            "Leave empty for the one that runs, or comes next. The words below then stay empty too."
        ),
    )
    title = SectionTitleBlock(
        required=False, help_text=_("Leave empty to use the campaign's title.")
    )
    lead = LeadBlock(help_text=_("Leave empty to use the campaign's summary."))
    text = SectionTextBlock()
    button = blocks.CharBlock(
        label=_("Words on the button"),
        required=False,
        max_length=60,
        help_text=_("While the campaign runs. Before and after it the button says what there is."),
    )
    picture = SharedImageBlock(
        label=_("Picture"),
        required=False,
        help_text=_("Leave empty to use the campaign's picture."),
    )
    panel_title = SectionTitleBlock(label=_("Heading of the panel beside it"), required=False)
    panel_text = SectionTextBlock(label=_("Text of the panel"))
    panel_paint = OptionBlock(
        label=_("Paint of the panel"),
        choices=[(paint, Paint(paint).label) for paint in WALL_PAINTS],
        default=Paint.LIME,
    )

    class Meta:
        icon = "date"
        label = _("Campaign")
        description = _("One campaign in large; it follows the campaign's dates by itself.")
        template = "home/sections/campaign.html"
        preview_value = {"campaign": None, "panel_title": "", "panel_paint": "lime"}

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the chosen campaign, or the most urgent one."""
        campaign = front.one_in_language(value["campaign"])
        if campaign is None:
            found = CampaignPage.objects.live().unrestricted()
            found = found.filter(locale_id=front.page.locale_id)
            campaign = found.by_urgency(front.day).first()
            if campaign is None:
                raise NothingToShow(gettext("no campaign is published."))
        elif hidden := front.why_hidden(campaign):
            raise NothingToShow(hidden)
        if not value["picture"]:
            pictures.want([campaign])
        return {"campaign": campaign}

    def warnings(self, value: Any, front: Front) -> list[str]:
        """Tell staff of a chosen campaign whose results are late."""
        campaign = front.one_in_language(value["campaign"])
        if campaign is None or not campaign.results_overdue:
            return []
        return [gettext("The results of “%(title)s” are late.") % {"title": campaign.title}]
