"""Blocks of a partner's page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from site_config.blocks.links import LinkBlock, LinkValue


class WorkBlock(LinkBlock):
    """One thing that came of the partnership."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.CharBlock(label=_("In a sentence"), required=False, max_length=200)
    picture = ImageChooserBlock(
        label=_("Picture"), required=False, help_text=_("Decoration: the title says what it is.")
    )

    class Meta:
        icon = "pick"
        label = _("Work")
        description = _("Something the partner's contribution made possible, with a link to it.")
        value_class = LinkValue
        preview_value = {"title": "Shade at nineteen stops", "text": "Chosen by the community."}


class NamedLinkBlock(LinkBlock):
    """A link in the partner's words."""

    text = blocks.CharBlock(label=_("Words of the link"), max_length=80)

    class Meta:
        icon = "link"
        label = _("Link")
        description = _("A page of the partner, named by where it leads.")
        value_class = LinkValue
        preview_value = {"text": "Timetables of all lines", "address": "https://example.org/"}


class ContributionBlock(blocks.StructBlock):
    """What a partner gave in one year, and for what."""

    year = blocks.IntegerBlock(label=_("Year"), min_value=1990, max_value=2100)
    purpose = blocks.CharBlock(label=_("Purpose"), max_length=160)
    amount = blocks.IntegerBlock(
        label=_("Sum in lekë"),
        required=False,
        min_value=0,
        help_text=_("Whole lekë. Leave empty where time or things were given."),
    )
    contract = DocumentChooserBlock(label=_("Contract"), required=False)

    class Meta:
        icon = "table"
        label = _("Contribution")
        description = _("A row of the public list of contributions.")
        preview_value = {"year": 2014, "purpose": "Earth Day, free lines", "amount": 3400000}


class TermsBlock(LinkBlock):
    """Where somebody goes to become a partner."""

    text = blocks.CharBlock(label=_("Words on the button"), max_length=60)

    class Meta:
        icon = "pick"
        label = _("Button")
        description = _("A button below the call, such as “Write to us”.")
        value_class = LinkValue
        preview_value = {"text": "Write to us", "address": "/"}
