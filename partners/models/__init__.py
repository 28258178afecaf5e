from partners.models.assets import DeskAsset, DeskDocument, DeskFile
from partners.models.index import PartnerIndexPage
from partners.models.logo_drawings import LogoDrawing
from partners.models.members import PartnerMember
from partners.models.partner_terms import PartnerTerm
from partners.models.partners import PartnerPage
from partners.models.partnerships import Partner
from partners.models.placements import Placement, PlacementKind
from partners.models.reminders import RenewalReminder
from partners.models.threads import DeskMessage, DeskThread
from partners.models.tiers import PartnerTier

__all__ = [
    "DeskAsset",
    "DeskDocument",
    "DeskFile",
    "DeskMessage",
    "DeskThread",
    "LogoDrawing",
    "Partner",
    "PartnerIndexPage",
    "PartnerMember",
    "PartnerPage",
    "PartnerTerm",
    "PartnerTier",
    "Placement",
    "PlacementKind",
    "RenewalReminder",
]
