"""What a reader can do for a campaign, as a block: open a page, or write a mail."""

from urllib.parse import quote

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from site_config.blocks.links import LinkBlock, PlaceBlock


class ActionWordsBlock(blocks.StructBlock):
    """The words around the button."""

    text = blocks.CharBlock(
        label=_("Words on the button"),
        max_length=60,
        help_text=_("Say what happens: “Join the Green Cities campaign”, not “Click here”."),
    )
    intro = blocks.TextBlock(
        label=_("What to know before"),
        required=False,
        max_length=400,
        help_text=_("How long it takes, what is asked, what becomes of it."),
    )
    points = blocks.ListBlock(
        blocks.CharBlock(label=_("Point"), max_length=120),
        label=_("Points"),
        default=[],
        max_num=6,
        help_text=_("Short promises beside the button, such as “No account needed”."),
    )


class LinkActionBlock(LinkBlock, ActionWordsBlock):
    """A button that leads to a page of the portal, perhaps to a place on it, or to an address."""

    place = PlaceBlock()

    class Meta:
        icon = "link"
        label = _("Button to a page or an address")
        description = _("Leads residents to where they can act.")
        template = "campaigns/blocks/action.html"
        preview_value = {
            "text": "Take a turn",
            "intro": "Write which school and which morning suits you.",
            "points": ["Never alone: always two adults"],
            "page": None,
            "address": "/",
            "place": "",
        }


class MailActionValue(blocks.StructValue):
    """A call to action that opens the reader's mail program."""

    is_external = False

    @property
    def url(self) -> str:
        """The address with the subject, if one is given (RFC 6068)."""
        subject = self.get("subject")
        return f"mailto:{self['email']}" + (f"?subject={quote(subject)}" if subject else "")


class MailActionBlock(ActionWordsBlock):
    """A button that begins an e-mail."""

    email = blocks.EmailBlock(label=_("E-mail address"))
    subject = blocks.CharBlock(label=_("Subject of the message"), required=False, max_length=120)

    class Meta:
        icon = "mail"
        label = _("Button to an e-mail")
        description = _("Opens a message to the people in charge.")
        template = "campaigns/blocks/action.html"
        value_class = MailActionValue
        preview_value = {
            "text": "Write to the parks service",
            "intro": "Tell us your street and how many you are.",
            "points": [],
            "email": "parks@example.org",
            "subject": "Hands for the Lana",
        }


class CampaignActionBlock(blocks.StreamBlock):
    """The one call to action of a campaign."""

    link = LinkActionBlock()
    mail = MailActionBlock()

    class Meta:
        max_num = 1
