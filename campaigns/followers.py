"""What can be followed of the campaigns: each of them, with its updates and its promises."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.models import CampaignPage, CommitmentPage
from community.subscriptions import Channel, Kind, page_kind

KIND = "campaign"


def campaign_channels() -> Kind:
    """Let a campaign be followed."""
    return page_kind(KIND, _("Campaign"), CampaignPage)


def channels_of(page: Page) -> list[Channel]:
    """Return what those follow who hear of a page: the page itself, and what it answers.

    Args:
        page: a campaign, a project or a promise.
    """
    if isinstance(page, CampaignPage):
        return [channel_of_campaign(page.translation_key)]
    channels = [Channel("page", str(page.translation_key))]
    if isinstance(page, CommitmentPage):
        channels += [channel_of_campaign(origin.translation_key) for origin in page.origins]
        if page.discussion_id is not None:
            channels.append(Channel("discussion", str(page.discussion_id)))
    return channels


def channel_of(page: Page) -> Channel:
    """Return what is followed on a page of a campaign, a project or a promise itself."""
    return channels_of(page)[0]


def channel_of_campaign(key: UUID | str) -> Channel:
    """Return what the followers of a campaign follow, whichever of its languages it is in."""
    return Channel(KIND, str(key))
