"""What a reader can do for a campaign beside signing: open a page, write a mail, follow it."""

from typing import Any
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from community.subscriptions import channel_of_page, describe
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


class SubscribeActionValue(blocks.StructValue):
    """A call to action that the campaign's own page answers."""

    is_external = False
    url = "#act"


class FollowedPageBlock(blocks.PageChooserBlock):
    """Something else that residents are to follow, such as a newsletter."""

    def clean(self, value: Page | None) -> Page | None:
        """Take only what can be followed by itself.

        Raises:
            ValidationError: nobody can follow such a page.
        """
        page = super().clean(value)
        if page is not None and channel_of_page(page) is None:
            raise ValidationError(_("Choose a newsletter, a series or a campaign."))
        return page


class SubscribeActionBlock(ActionWordsBlock):
    """A button that opens the form for following by e-mail, with the feeds beside it."""

    page = FollowedPageBlock(
        label=_("Follow something else"),
        required=False,
        help_text=_("A newsletter or a series. Leave empty for this campaign itself."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Name what is followed: what staff chose while everybody may see it, else the campaign."""
        context = super().get_context(value, parent_context)
        language = get_language()
        for page in (value.get("page"), context.get("page")):
            channel = channel_of_page(page) if page is not None and page.pk else None
            followed = describe(channel, language) if channel else None
            if followed:
                return context | {"channel": channel, "followed": followed}
        return context

    class Meta:
        icon = "pick"
        label = _("Follow by e-mail")
        description = _("Opens the form to follow this campaign, or a newsletter, by e-mail.")
        template = "campaigns/blocks/subscribe.html"
        value_class = SubscribeActionValue
        preview_value = {
            "text": "Follow the campaign",
            "intro": "Hear of each step, and stop whenever you like.",
            "points": ["No account needed"],
            "page": None,
        }
