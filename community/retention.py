"""How long the community keeps what it knows of people, as the privacy page promises."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone

from community.models import MailboxCount, User

UNCONFIRMED_KEPT = timedelta(hours=72)


def remove_unconfirmed_accounts(now: datetime) -> dict[str, int]:
    """Remove accounts whose address nobody has confirmed within 72 hours.

    Only who joined by the form has an unconfirmed address; whoever staff made an account for,
    gave a right, or who has signed in or written anything, stays.
    """
    addresses = EmailAddress.objects.filter(user=OuterRef("pk"))
    strangers = User.objects.filter(
        Exists(addresses.filter(verified=False)),
        ~Exists(addresses.filter(verified=True)),
        date_joined__lt=now - UNCONFIRMED_KEPT,
        last_login__isnull=True,
        is_staff=False,
        is_superuser=False,
        groups__isnull=True,
        user_permissions__isnull=True,
        discussions__isnull=True,
    )
    count = 0
    for stranger in strangers:
        stranger.delete()
        count += 1
    return {"unconfirmed accounts": count}


def remove_ended_sessions(now: datetime) -> dict[str, int]:
    """Remove the network addresses and browsers of sessions that have ended by themselves."""
    running = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    count, _models = UserSession.objects.filter(~Exists(running)).delete()
    return {"ended sessions": count}


def remove_mailbox_counts(now: datetime) -> dict[str, int]:
    """Remove what was counted on earlier days."""
    count, _models = MailboxCount.objects.filter(day__lt=timezone.localdate(now)).delete()
    return {"mailbox counts": count}


RULES = (remove_unconfirmed_accounts, remove_ended_sessions, remove_mailbox_counts)
