"""What a mailbox follows, as part of what is held of its owner."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from community.models import BroadcastCopy, PendingSubscription, Subscriber
from community.personal_data import Person, Section, among
from community.subscriptions.channels import Channel, describe
from community.subscriptions.choosing import erase_mailbox
from community.subscriptions.consent import consent_text

LABELS = {
    "mailbox": _("e-mail address"),
    "language": _("language of the mails"),
    "since": _("follows since"),
    "paused_until": _("paused until"),
    "stopped": _("stopped because"),
    "follows": _("follows"),
    "what": _("what"),
    "pace": _("how often"),
    "asked": _("asked for"),
    "confirmed": _("confirmed"),
    "consent": _("text of the consent"),
    "consent_version": _("version of the consent’s text"),
    "told": _("told of"),
    "when": _("when"),
    "state": _("state"),
}


def held_of(subscriber: Subscriber) -> dict[str, Any]:
    """Return all that is held of a follower, as plain values."""
    copies = BroadcastCopy.objects.filter(subscriber=subscriber).select_related("broadcast")
    return {
        "mailbox": subscriber.email,
        "language": dict(settings.LANGUAGES)[subscriber.language],
        "since": subscriber.joined_at,
        "paused_until": subscriber.paused_until,
        "stopped": subscriber.get_stopped_for_display(),
        "follows": [
            {
                "what": _title(Channel(row.kind, row.key), subscriber.language),
                "pace": row.get_pace_display(),
                "asked": row.asked_at,
                "confirmed": row.confirmed_at,
                "consent": consent_text(row.consent_version, row.consent_language),
                "consent_version": row.consent_version,
                "language": dict(settings.LANGUAGES)[row.consent_language],
            }
            for row in subscriber.subscriptions.all()
        ],
        "told": [
            {
                "what": str(copy.broadcast),
                "when": copy.made_at,
                "state": copy.get_state_display(),
            }
            for copy in copies.order_by("pk")
        ],
    }


def export_following(person: Person) -> list[Section]:
    """Return what the member's confirmed mailboxes follow, and have asked to follow."""
    followers = Subscriber.objects.filter(among("email", person.mailboxes)).order_by("pk")
    waiting = PendingSubscription.objects.filter(among("email", person.mailboxes)).order_by("pk")
    rows = [held_of(follower) for follower in followers]
    asked = [
        {
            "mailbox": one.email,
            "asked": one.asked_at,
            "follows": [
                {"what": _title(Channel(*channel), one.language)} for channel in one.channels
            ],
        }
        for one in waiting
    ]
    return [
        Section("following", _("Followed by mail"), LABELS, rows),
        Section("following_to_confirm", _("To be followed, not yet confirmed"), LABELS, asked),
    ]


def erase_following(person: Person) -> None:
    """Remove what the member's confirmed mailboxes follow."""
    for address in sorted(person.mailboxes):
        erase_mailbox(address)


def _title(channel: Channel, language: str) -> str:
    found = describe(channel, language)
    return found.title if found else str(channel)
