"""How long the community keeps what it knows of people, as the privacy page promises."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_comments.models import Comment as StoredWords

from community.models import (
    Announcement,
    Comment,
    CommentVersion,
    ExportLink,
    MailboxCount,
    Notification,
    PendingComment,
    Report,
    State,
    User,
)
from community.services.exporting import LINK_LIVES

UNCONFIRMED_KEPT = timedelta(hours=72)
SENDERS_KEPT = timedelta(days=30)
NOTIFICATIONS_KEPT = timedelta(days=90)


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
        comment_comments__isnull=True,
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


def remove_networks_of_comments(now: datetime) -> dict[str, int]:
    """Forget from which network a comment came, 30 days after it was written."""
    old = StoredWords.objects.filter(submit_date__lt=now - SENDERS_KEPT)
    count = old.filter(ip_address__isnull=False).update(ip_address=None)
    return {"networks of comments": count}


def remove_mailboxes_of_guests(now: datetime) -> dict[str, int]:
    """Forget the mailbox of a guest after 30 days; whoever follows by mail has said so apart."""
    old = StoredWords.objects.filter(submit_date__lt=now - SENDERS_KEPT).exclude(user_email="")
    count = old.update(user_email="")
    return {"mailboxes of guests": count}


def remove_unconfirmed_comments(now: datetime) -> dict[str, int]:
    """Remove what guests have written and not confirmed within 72 hours."""
    old = PendingComment.objects.filter(written_at__lt=now - UNCONFIRMED_KEPT)
    count, _models = old.delete()
    return {"unconfirmed comments": count}


def remove_export_links(now: datetime) -> dict[str, int]:
    """Remove links to exports that no longer work."""
    count, _models = ExportLink.objects.filter(made_at__lt=now - LINK_LIVES).delete()
    return {"links to exports": count}


def remove_deleted_words(now: datetime) -> dict[str, int]:
    """Remove words that their author deleted while they were reported, once that is settled."""
    settled = Comment.objects.filter(state=State.DELETED).exclude(
        reports__outcome=Report.Outcome.OPEN
    )
    CommentVersion.objects.filter(comment__in=settled).delete()
    count = StoredWords.objects.filter(pk__in=settled.exclude(comment="").values("pk")).update(
        comment=""
    )
    return {"deleted words": count}


def remove_read_notifications(now: datetime) -> dict[str, int]:
    """Remove what members were told and have read, after 90 days; and what was told of."""
    old = now - NOTIFICATIONS_KEPT
    count, _models = Notification.objects.filter(read_at__lt=old).delete()
    Announcement.objects.filter(made_at__lt=old).delete()
    return {"read notifications": count}


RULES = (
    remove_unconfirmed_accounts,
    remove_ended_sessions,
    remove_mailbox_counts,
    remove_networks_of_comments,
    remove_mailboxes_of_guests,
    remove_unconfirmed_comments,
    remove_export_links,
    remove_deleted_words,
    remove_read_notifications,
)
