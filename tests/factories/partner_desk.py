"""What stands at the desk of a partner, for tests."""

from datetime import timedelta

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from partners.models import (
    DeskAsset,
    DeskDocument,
    DeskFile,
    DeskMessage,
    DeskThread,
    Partner,
    PartnerMember,
    PartnerPage,
    Placement,
    PlacementKind,
)
from tests.factories.community import UserFactory


class OwnedFactory(factory.django.DjangoModelFactory):
    """Makes rows by the manager that Django uses: the other one asks for a partner."""

    class Meta:
        abstract = True

    @classmethod
    def _get_manager(cls, model_class):
        return model_class._default_manager


def partner_of(page: PartnerPage) -> Partner:
    """The partnership that a page began."""
    return Partner.objects.get(translation_key=page.translation_key)


class PartnerMemberFactory(factory.django.DjangoModelFactory):
    """Somebody of a partner who may change its page."""

    class Meta:
        model = PartnerMember

    user = factory.SubFactory(UserFactory)

    class Params:
        reader = factory.Trait(role=PartnerMember.Role.READER)


class DeskPlacementFactory(factory.django.DjangoModelFactory):
    """A place at the foot of every page, for a hundred days."""

    class Meta:
        model = Placement

    kind = PlacementKind.FOOTER
    name = factory.Sequence(lambda number: f"Foot {number}")
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=100))


class DeskAssetFactory(OwnedFactory):
    """An asset that is due in ten days."""

    class Meta:
        model = DeskAsset

    title = factory.Sequence(lambda number: f"Asset {number}")
    wanted = "A logo for print, PDF."
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=10))

    class Params:
        overdue = factory.Trait(
            due_on=factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
        )
        delivered = factory.Trait(
            state=DeskAsset.State.DELIVERED, delivered_at=factory.LazyFunction(timezone.now)
        )


class DeskFileFactory(OwnedFactory):
    """A text that was delivered."""

    class Meta:
        model = DeskFile

    file = factory.LazyFunction(lambda: ContentFile(b"Words.", "words.txt"))
    name = "words.txt"
    size = 6


class DeskDocumentFactory(OwnedFactory):
    """A document from the city."""

    class Meta:
        model = DeskDocument

    title = factory.Sequence(lambda number: f"Contract {number}")
    file = factory.LazyFunction(lambda: ContentFile(b"Words.", "contract.txt"))
    name = "contract.txt"
    size = 6


class DeskThreadFactory(OwnedFactory):
    """A matter that waits for the city."""

    class Meta:
        model = DeskThread

    subject = factory.Sequence(lambda number: f"Matter {number}")


class DeskMessageFactory(OwnedFactory):
    """A partner's message."""

    class Meta:
        model = DeskMessage

    thread = factory.SubFactory(DeskThreadFactory)
    words = "When do the flags go up?"
    ticket = factory.Sequence(lambda number: f"ticket {number}")
