"""The call to join the community, with what is being discussed."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from community.models import CommunityPage, Discussion
from home.blocks.section import Front, LeadBlock, Pictures, SectionBlock, SectionTitleBlock


class CommunitySection(SectionBlock):
    """A rose wall: an invitation, and the latest discussions."""

    pairs = wall = True

    title = SectionTitleBlock()
    lead = LeadBlock()
    count = blocks.IntegerBlock(
        label=_("How many discussions"), min_value=0, max_value=6, default=3
    )

    class Meta:
        icon = "group"
        label = _("Community")
        description = _("Invites visitors to join, and shows the latest discussions.")
        template = "home/sections/community.html"
        preview_value = {
            "title": "Community",
            "lead": "Become a member of the community and start a communication.",
            "count": 3,
        }

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the newest discussions; the invitation stands also without any."""
        discussions = Discussion.objects.for_listing()[: value["count"]] if value["count"] else []
        return {"index": front.index(CommunityPage), "discussions": list(discussions)}
