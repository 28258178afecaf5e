"""Why somebody can't take part in a campaign. Each carries words for the person."""

from django.utils.translation import gettext_lazy as _

from community.errors import CommunityError


class CampaignClosedError(CommunityError):
    """The campaign is not running today, or takes no pledges."""

    message = _("This campaign takes no pledges at the moment.")
    code = "closed"


class CampaignUpcomingError(CampaignClosedError):
    """The campaign has not begun."""

    message = _("This campaign has not begun yet.")


class CampaignEndedError(CampaignClosedError):
    """The campaign is over."""

    message = _("This campaign has ended, so nothing more is counted.")


class PledgeGoneError(CommunityError):
    """A link to a pledge that was withdrawn, or never counted."""

    message = _("There is no pledge behind this link any more. It was withdrawn.")


class PledgeLinkUsedError(CommunityError):
    """A link that has nothing left to confirm."""

    message = _(
        "This link was used already, or is older than 72 hours. If you have pressed the button "
        "before, you are counted once, and there is nothing left to do."
    )
