"""Notes on who looks at partners' figures: once a day for each person and partner."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from partners.models import Partner

LOOKED = "partners.look_at_figures"


def note_looks(*, user: AbstractBaseUser, partners: Collection[Partner]) -> None:
    """Note in the history of some partners that somebody has looked at their figures today."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Partner),
        action=LOOKED,
        user_id=user.pk,
        timestamp__gte=midnight,
    )
    noted = set(entries.values_list("object_id", flat=True))
    for partner in sorted(partners, key=lambda partner: partner.pk):
        if str(partner.pk) not in noted:
            log(instance=partner, action=LOOKED, user=user, title=partner.name)
