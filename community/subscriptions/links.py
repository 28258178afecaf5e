"""The signed links in mails to followers: confirming, choosing, and stopping (RFC 8058).

A link names the follower by number and secret: whoever leaves makes all their links void. Links
that choose or stop never expire: a mail may be read years later.
"""

from typing import NamedTuple

from django.core import signing
from django.urls import reverse

from community.mails import own_url
from community.models import PendingSubscription, Subscriber
from community.subscriptions.channels import Channel

CONFIRM_SALT = "community.subscriptions.confirm"
CHOOSE_SALT = "community.subscriptions.choose"
STOP_SALT = "community.subscriptions.stop"
# What stands for everything that comes in the mail of the day.
DIGEST = Channel("digest", "")


class Stop(NamedTuple):
    """What a link stops.

    Attributes:
        subscriber_id: whose mails.
        secret: the follower's, when the link was made.
        channel: what they follow, or `DIGEST`.
        broadcast_id: in which mail the link stands; 0 where it is none.
    """

    subscriber_id: int
    secret: str
    channel: Channel
    broadcast_id: int


def confirm_token(pending: PendingSubscription) -> str:
    """Return what stands for a request, for as long as its row does."""
    return signing.dumps(pending.pk, salt=CONFIRM_SALT)


def choose_token(subscriber: Subscriber) -> str:
    """Return what opens the page on which a follower chooses."""
    return signing.dumps([subscriber.pk, subscriber.secret], salt=CHOOSE_SALT)


def choose_url(subscriber: Subscriber) -> str:
    """Return the full address of the page on which a follower chooses."""
    path = reverse("community:subscriptions", args=[choose_token(subscriber)])
    return own_url(path, subscriber.language)


def stop_url(subscriber: Subscriber, channel: Channel, broadcast_id: int = 0) -> str:
    """Return the full address that stops mails of one channel, or of the mail of the day."""
    token = signing.dumps(
        [subscriber.pk, subscriber.secret, *channel, broadcast_id], salt=STOP_SALT
    )
    return own_url(reverse("community:stop_subscription", args=[token]), subscriber.language)


def read_choose_token(token: str) -> Subscriber | None:
    """Return whose page a link opens; nothing where it is none of ours, or they have left."""
    try:
        number, secret = signing.loads(token, salt=CHOOSE_SALT)
    except signing.BadSignature:
        return None
    return Subscriber.objects.filter(pk=number, secret=secret).first()


def read_stop_token(token: str) -> Stop | None:
    """Return what a link stops; nothing where it is none of ours."""
    try:
        number, secret, kind, key, broadcast_id = signing.loads(token, salt=STOP_SALT)
    except signing.BadSignature:
        return None
    return Stop(number, secret, Channel(kind, key), broadcast_id)
