from campaigns.models.campaigns import CampaignPage
from campaigns.models.events import EventPage, EventStatus
from campaigns.models.indexes import CampaignIndexPage, EventIndexPage, ProjectIndexPage
from campaigns.models.partners import CampaignPartner
from campaigns.models.projects import ProjectPage, ProjectPhase, ProjectState
from campaigns.models.status import CampaignStatus
from campaigns.models.updates import CampaignUpdate

__all__ = [
    "CampaignIndexPage",
    "CampaignPage",
    "CampaignPartner",
    "CampaignStatus",
    "CampaignUpdate",
    "EventIndexPage",
    "EventPage",
    "EventStatus",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectPhase",
    "ProjectState",
]
