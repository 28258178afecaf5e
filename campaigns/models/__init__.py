from campaigns.models.announcements import Announcement
from campaigns.models.campaigns import CampaignPage
from campaigns.models.commitment_index import CommitmentIndexPage
from campaigns.models.commitment_queries import CommitmentState
from campaigns.models.commitment_steps import CommitmentStep
from campaigns.models.commitments import CommitmentPage
from campaigns.models.events import EventPage
from campaigns.models.indexes import CampaignIndexPage, EventIndexPage, ProjectIndexPage
from campaigns.models.known_phases import KnownPhases
from campaigns.models.occurrences import EventOccurrence
from campaigns.models.partners import CampaignPartner
from campaigns.models.pledges import PendingPledge, Pledge
from campaigns.models.projects import ProjectPage, ProjectPhase, ProjectState
from campaigns.models.recurrence import EventException, Repeats
from campaigns.models.registrations import EventRegistration, RegistrationState
from campaigns.models.standing import EventStatus
from campaigns.models.status import CampaignStatus
from campaigns.models.updates import CampaignUpdate, ProjectUpdate

__all__ = [
    "Announcement",
    "CampaignIndexPage",
    "CampaignPage",
    "CampaignPartner",
    "CampaignStatus",
    "CampaignUpdate",
    "CommitmentIndexPage",
    "CommitmentPage",
    "CommitmentState",
    "CommitmentStep",
    "EventException",
    "EventIndexPage",
    "EventOccurrence",
    "EventPage",
    "EventRegistration",
    "EventStatus",
    "KnownPhases",
    "PendingPledge",
    "Pledge",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectPhase",
    "ProjectState",
    "ProjectUpdate",
    "RegistrationState",
    "Repeats",
]
