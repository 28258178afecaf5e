"""Calls to action that residents sign on the page itself: a pledge, a petition, volunteering."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from campaigns.action_blocks import (
    ActionWordsBlock,
    LinkActionBlock,
    MailActionBlock,
    SubscribeActionBlock,
)

LONGEST_CHOICE = 120
MOST_CHOICES = 8


class PledgeKind(TextChoices):
    """What a resident puts their name to; also the names of the blocks."""

    PLEDGE = "pledge", _("Pledge")
    PETITION = "petition", _("Petition")
    VOLUNTEER = "volunteer", _("Volunteering")


class SignValue(blocks.StructValue):
    """A call to action whose form stands on the campaign's own page."""

    is_external = False
    # Where the form stands on the page.
    url = "#act"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What residents choose from: the id that each entry keeps when it is reworded, and words.

        Entries of a campaign and of its translation share their ids.
        """
        entries = self.get("options")
        rows = entries.bound_blocks if entries else []
        return [(row.id or str(place), row.value) for place, row in enumerate(rows)]


class SignBlock(ActionWordsBlock):
    """What all forms on the page have in common."""

    options = blocks.ListBlock(
        blocks.CharBlock(label=_("Promise"), max_length=LONGEST_CHOICE),
        label=_("Promises to choose from"),
        default=[],
        max_num=MOST_CHOICES,
        help_text=_("Residents choose one. Reword freely; removing one keeps its pledges."),
    )
    thanks = blocks.TextBlock(
        label=_("Thanks"),
        required=False,
        max_length=400,
        help_text=_("Shown and mailed once somebody has taken part: what they should know now."),
    )

    class Meta:
        value_class = SignValue
        template = "campaigns/blocks/sign.html"


class PledgeActionBlock(SignBlock):
    """Residents promise something."""

    class Meta:
        icon = "form"
        label = _("Pledge on this page")
        description = _("Residents promise something, by e-mail or as members. Each counts once.")
        preview_value = {
            "text": "Make a pledge",
            "intro": "It takes a minute, and your name stays private unless you say otherwise.",
            "points": ["No account needed"],
            "options": ["Adopt and water a tree for two summers"],
            "thanks": "",
        }


class PetitionActionBlock(SignBlock):
    """Residents sign a demand."""

    demand = blocks.TextBlock(
        label=_("Text of the petition"),
        max_length=2000,
        help_text=_("What is asked, word for word: this is what people sign."),
    )
    addressee = blocks.CharBlock(
        label=_("Addressed to"), max_length=120, help_text=_("Who answers, such as the council.")
    )
    options: Any = None  # Nobody chooses: everybody signs the same words.

    class Meta:
        icon = "edit"
        label = _("Petition on this page")
        description = _("Residents sign a demand with their name. Each counts once.")
        preview_value = {
            "text": "Sign the petition",
            "intro": "",
            "points": ["Your name is shown only if you want"],
            "demand": "We ask the council to close the street before the school from 7:30 to 8:15.",
            "addressee": "The city council",
            "thanks": "",
        }


class VolunteerActionBlock(SignBlock):
    """Residents offer their hands."""

    options = blocks.ListBlock(
        blocks.CharBlock(label=_("Task"), max_length=LONGEST_CHOICE),
        label=_("Tasks or times to choose from"),
        default=[],
        max_num=MOST_CHOICES,
    )

    class Meta:
        icon = "group"
        label = _("Volunteering on this page")
        description = _("Residents offer help; staff find them in a list with their words.")
        preview_value = {
            "text": "Lend a hand",
            "intro": "Gloves and bags are there.",
            "points": ["Come for an hour or for the day"],
            "options": ["Saturday morning", "Saturday afternoon"],
            "thanks": "",
        }


class CampaignActionBlock(blocks.StreamBlock):
    """The one call to action of a campaign."""

    pledge = PledgeActionBlock()
    petition = PetitionActionBlock()
    volunteer = VolunteerActionBlock()
    subscribe = SubscribeActionBlock()
    link = LinkActionBlock()
    mail = MailActionBlock()

    class Meta:
        max_num = 1
