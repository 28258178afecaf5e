"""Pictures, documents and topics for tests."""

import factory
from django.core.files.base import ContentFile
from wagtail.models import Locale
from wagtail_factories import ImageFactory

from site_config.models import SiteDocument, SiteImage, Topic


class SiteImageFactory(ImageFactory):
    """A small plain picture with words for those who can't see it."""

    class Meta:
        model = SiteImage

    description = "A plain test picture"
    credit = "Smart City Tirana"


class SiteDocumentFactory(factory.django.DjangoModelFactory):
    """A text file to download."""

    class Meta:
        model = SiteDocument

    title = factory.Sequence(lambda number: f"Document {number}")
    file = factory.LazyAttribute(lambda made: ContentFile(b"A plain text.", name="document.txt"))


class TopicFactory(factory.django.DjangoModelFactory):
    """A topic in the portal's main language; pass ``language="en"`` for another."""

    class Meta:
        model = Topic

    class Params:
        language = "sq"

    name = factory.Sequence(lambda number: f"Topic {number}")
    slug = factory.Sequence(lambda number: f"topic-{number}")
    locale = factory.LazyAttribute(
        lambda made: Locale.objects.get_or_create(language_code=made.language)[0]
    )
