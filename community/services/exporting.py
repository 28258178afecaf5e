"""Links to an export: each works once, within an hour, for one member who is signed in."""

import hashlib
import secrets
from datetime import timedelta
from typing import IO

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from community.errors import ExportLinkError
from community.exporting.archive import write_archive
from community.models import ExportLink, User
from community.personal_data import Person
from site_config.rate_limits import Limit, count_use

LINK_LIVES = timedelta(hours=1)
EXPORT_LIMITS = (Limit(5, 3600), Limit(20, 86_400))


@transaction.atomic
def make_export_link(*, member: User) -> str:
    """Return the secret of a new link; earlier links of the member no longer work.

    Raises:
        RateLimitedError: the member has made too many.
    """
    count_use("export", f"member {member.pk}", *EXPORT_LIMITS)
    ExportLink.objects.filter(member=member).delete()
    secret = secrets.token_urlsafe(32)
    ExportLink.objects.create(member=member, digest=_digest(secret))
    return secret


def check_export_link(*, secret: str, member: User) -> None:
    """Change nothing, and say whether a link can be used.

    Raises:
        ExportLinkError: it was used, is too old, or somebody else's.
    """
    if not _living(secret, member).exists():
        raise ExportLinkError


@transaction.atomic
def take_export(*, secret: str, member: User) -> IO[bytes]:
    """Use a link up, and return the archive as an open file.

    Raises:
        ExportLinkError: it was used, is too old, or somebody else's.
    """
    # Who deletes the row has the archive; a second click at the same moment finds none.
    taken, _models = _living(secret, member).delete()
    if not taken:
        raise ExportLinkError
    return write_archive(Person.behind(member))


def _living(secret: str, member: User) -> QuerySet[ExportLink]:
    since = timezone.now() - LINK_LIVES
    return ExportLink.objects.filter(member=member, digest=_digest(secret), made_at__gt=since)


def _digest(secret: str) -> str:
    # The secret has 256 bits of chance, so nobody finds it by trying words.
    return hashlib.sha256(secret.encode()).hexdigest()
