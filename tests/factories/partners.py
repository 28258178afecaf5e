"""Partners for tests."""

from datetime import timedelta

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.models import Locale

from partners.models import PartnerIndexPage, PartnerPage, PartnerTier
from tests.factories.site_config import SiteImageFactory


class PartnerTierFactory(factory.django.DjangoModelFactory):
    """A tier with logos of middle size, in the portal's first language."""

    class Meta:
        model = PartnerTier

    name = factory.Sequence(lambda number: f"Tier {number}")
    terms = "Three years or more"
    locale = factory.LazyFunction(Locale.get_default)


class PartnerIndexPageFactory(wagtail_factories.PageFactory):
    """The list of partners."""

    class Meta:
        model = PartnerIndexPage

    title = "Partners"
    slug = "partners"


class PartnerPageFactory(wagtail_factories.PageFactory):
    """A partner of today with a logo."""

    class Meta:
        model = PartnerPage

    title = factory.Sequence(lambda number: f"Partner {number}")
    summary = "Runs the buses."
    tier = factory.SubFactory(PartnerTierFactory)
    logo = factory.SubFactory(SiteImageFactory, file__width=400, file__height=150)
    website = "https://www.partner.example/"
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=400))

    class Params:
        ended = factory.Trait(
            ends_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )
        coming = factory.Trait(
            starts_on=factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=1))
        )
        ends_today = factory.Trait(ends_on=factory.LazyFunction(timezone.localdate))
