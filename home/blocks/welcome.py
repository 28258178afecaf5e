"""The welcome: what this place is, in one paragraph and one figure."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import (
    ButtonBlock,
    LeadBlock,
    SectionBlock,
    SectionTextBlock,
    SectionTitleBlock,
)
from site_config.blocks.choices import OptionBlock
from site_config.drawings import drawing_choices


class WelcomeSection(SectionBlock):
    """A heading, a lead and a text beside a drawing with a figure."""

    title = SectionTitleBlock()
    lead = LeadBlock()
    text = SectionTextBlock()
    buttons = blocks.ListBlock(ButtonBlock(), label=_("Button"), default=[], max_num=1)
    drawing = OptionBlock(
        label=_("Drawing"), choices=drawing_choices, default="facade-70", required=False
    )
    figure_value = blocks.CharBlock(
        label=_("Figure"), required=False, max_length=8, help_text=_("Such as 70%.")
    )
    figure_text = blocks.CharBlock(label=_("What the figure says"), required=False, max_length=120)

    class Meta:
        icon = "pilcrow"
        label = _("Welcome")
        description = _("What the portal is for, with a drawing and one figure.")
        template = "home/sections/welcome.html"
        preview_value = {
            "title": "Welcome to Smart City",
            "lead": "Throughout history cities have been the visible artifact of society.",
            "text": "<p>Hence the need for smarter developments.</p>",
            "buttons": [],
            "drawing": "facade-70",
            "figure_value": "70%",
            "figure_text": "of the world’s population will live in a city by 2050.",
        }
