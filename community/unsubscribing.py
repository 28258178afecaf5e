"""Links by which a mail program or a reader stops mails without signing in (RFC 8058).

A link says whose mails of which subject it stops, and is signed. It never expires: a mail may be
read years later, and the only thing that it can do is to stop mails.
"""

from typing import NamedTuple

from django.core import signing
from django.urls import reverse

from community.mails import own_url
from community.models import Subject, User

SALT = "community.unsubscribe"
# What stands for everything that comes in the mail of the day.
DIGEST = "digest"


class Subscription(NamedTuple):
    """Whose mails, and of which subject."""

    member_id: int
    subject: str


def unsubscribe_url(member: User, subject: str) -> str:
    """Return the full address that stops a member's mails of one subject."""
    token = signing.dumps([member.pk, str(subject)], salt=SALT)
    return own_url(reverse("community:unsubscribe", args=[token]), member.language)


def read_token(token: str) -> Subscription | None:
    """Return what a link stops; nothing where it is none of ours."""
    try:
        member_id, subject = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    known = subject == DIGEST or subject in Subject.values
    return Subscription(member_id, subject) if known else None
