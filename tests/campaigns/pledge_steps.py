"""What people do to take part in a campaign."""

import re
from typing import Any

from django.core import signing
from django.test import Client
from django.utils import timezone

from campaigns.models import CampaignPage
from community.guest_guards import TICKET_SALT
from site_config.models import OutboxMail
from tests.community.puzzle_steps import solved

TREE, RIDE = "11111111-aaaa-4aaa-8aaa-000000000001", "11111111-aaaa-4aaa-8aaa-000000000002"
PLEDGE = [
    {
        "type": "pledge",
        "value": {
            "text": "Make a pledge",
            "intro": "It takes a minute.",
            "points": [],
            "options": [
                {"type": "item", "value": "Water a tree", "id": TREE},
                {"type": "item", "value": "Leave the car", "id": RIDE},
            ],
            "thanks": "Your tree has number 7.",
        },
    }
]
PETITION = [
    {
        "type": "petition",
        "value": {
            "text": "Sign the petition",
            "intro": "",
            "points": [],
            "demand": "Close the street before the school.",
            "addressee": "The council",
            "thanks": "",
        },
    }
]
VOLUNTEER = [
    {
        "type": "volunteer",
        "value": {
            "text": "Lend a hand",
            "intro": "",
            "points": [],
            "options": [{"type": "item", "value": "Saturday", "id": TREE}],
            "thanks": "",
        },
    }
]


def ticket(seconds: int = 60, name: str = "one") -> str:
    """Return the signed name of a form that was opened so long ago."""
    opened = int(timezone.now().timestamp()) - seconds
    return signing.dumps({"opened": opened, "id": name}, salt=TICKET_SALT)


def form_url(campaign: CampaignPage) -> str:
    """Return the address of a campaign's form in English."""
    return f"/en/pledges/on/{campaign.pk}/"


def words(**changes: object) -> dict[str, Any]:
    """Return what somebody without an account fills in."""
    given = {"choice": TREE, "name": "Ana", "email": "ana@example.org"}
    return given | {"ticket": ticket(), "altcha": solved()} | changes


def last_mail() -> OutboxMail:
    """Return the latest mail in the outbox."""
    return OutboxMail.objects.latest("pk")


def link_in(mail: OutboxMail, kind: str) -> str:
    """Return the path of a link of a mail: ``confirm`` or ``own``."""
    return re.search(rf"https?://[^/\s]+(/\w\w/pledges/{kind}/\S+)", mail.text)[1]


def pledge_by_mail(client: Client, campaign: CampaignPage, **changes: object) -> None:
    """Send the form, and press the button behind the link."""
    client.post(form_url(campaign), words(**changes))
    client.post(link_in(last_mail(), "confirm"))
