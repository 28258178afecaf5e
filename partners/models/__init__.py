from partners.models.index import PartnerIndexPage
from partners.models.partners import PartnerPage
from partners.models.tiers import PartnerTier

__all__ = ["PartnerIndexPage", "PartnerPage", "PartnerTier"]
