"""What the doctor asks of accounts."""

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from django.db.models import Q

from community.middleware import SECOND_FACTORS
from community.models import User
from site_config.doctor.findings import Finding, fine, warning

# For the day on which one of them loses a phone.
ADMINISTRATORS = 2


def examine_administrators() -> Iterator[Finding]:
    """See that somebody can come in, also after a phone was lost."""
    with_factor = Authenticator.objects.filter(type__in=SECOND_FACTORS).values("user")
    able = (
        User.objects.filter(is_active=True, pk__in=with_factor)
        .filter(Q(is_superuser=True) | Q(groups__name="Administrators"))
        .distinct()
        .count()
    )
    if able < ADMINISTRATORS:
        yield warning(
            "administrators",
            f"{able} administrators have a second factor; {ADMINISTRATORS} should.",
            "Make accounts with: python manage.py createsuperuser, sign in, and set the factor up.",
        )
    else:
        yield fine("administrators", f"{able} administrators have a second factor.")
