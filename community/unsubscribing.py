"""Links by which a mail program or a reader stops mails without signing in (RFC 8058).

A link says whose mails of which subject it stops, and is signed. It never expires: a mail may be
read years later, and the only thing that it can do is to stop mails.
"""

from typing import NamedTuple

from django.core import signing
from django.urls import reverse

from community.mails import own_url
from community.models import Comment, Subject, User

SALT = "community.unsubscribe"
# What stands for everything that comes in the mail of the day.
DIGEST = "digest"
# What stands for the mails about one comment of somebody without an account.
GUEST = "guest"


class Subscription(NamedTuple):
    """Whose mails, and of which subject."""

    # A member's; of a guest, who has none, that of the comment.
    number: int
    subject: str


def unsubscribe_url(member: User, subject: str) -> str:
    """Return the full address that stops a member's mails of one subject."""
    token = signing.dumps([member.pk, str(subject)], salt=SALT)
    return own_url(reverse("community:unsubscribe", args=[token]), member.language)


def guest_unsubscribe_url(comment: Comment) -> str:
    """Return the full address that has a guest's mailbox forgotten, so that no more mails come."""
    token = signing.dumps([comment.pk, GUEST], salt=SALT)
    return own_url(reverse("community:unsubscribe", args=[token]), comment.language)


def read_token(token: str) -> Subscription | None:
    """Return what a link stops; nothing where it is none of ours."""
    try:
        number, subject = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    known = subject in {DIGEST, GUEST} or subject in Subject.values
    return Subscription(number, subject) if known else None
