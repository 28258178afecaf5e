"""The city in figures, each with its source and its day."""

from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.choosers import SharedPageChooserBlock
from home.blocks.section import (
    Front,
    LeadBlock,
    NothingToShow,
    Pictures,
    SectionBlock,
    SectionTitleBlock,
)
from site_config.blocks.choices import OptionBlock
from site_config.blocks.links import LinkValue, validate_address
from site_config.paints import Paint

# A figure that nobody has looked at for a year is pointed out to staff.
STALE_AFTER = timedelta(days=365)


class FigureBlock(blocks.StructBlock):
    """A number that somebody has measured."""

    value = blocks.CharBlock(
        label=_("Number"), max_length=12, help_text=_("As it is printed: 11.2 or 6,340.")
    )
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=40, help_text=_("Such as % or m² per resident.")
    )
    label = blocks.CharBlock(label=_("What it counts"), max_length=100)
    source = blocks.CharBlock(
        label=_("Source"), max_length=160, help_text=_("Who measured it, and how.")
    )
    page = SharedPageChooserBlock(label=_("Page with more about it"), required=False)
    address = blocks.CharBlock(
        label=_("Or an address"), required=False, max_length=500, validators=[validate_address]
    )
    date = blocks.DateBlock(label=_("As of"), help_text=_("The day on which it was measured."))
    paint = OptionBlock(label=_("Paint"), choices=Paint.choices, default=Paint.SKY)

    class Meta:
        icon = "order"
        label = _("Figure")
        label_format = "{value} {unit} – {label}"
        value_class = LinkValue


class FiguresSection(SectionBlock):
    """Figures that show how the city is doing."""

    wall = True

    title = SectionTitleBlock()
    lead = LeadBlock()
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=8)

    class Meta:
        icon = "order"
        label = _("Figures")
        description = _("Numbers with their unit, source and date.")
        template = "home/sections/figures.html"
        preview_value = {
            "title": "The city in figures",
            "lead": "",
            "figures": [
                {
                    "value": "11.2",
                    "unit": "m² per resident",
                    "label": "Public green space",
                    "source": "Parks service",
                    "page": None,
                    "address": "",
                    "date": date(2014, 4, 22),
                    "paint": "lime",
                }
            ],
        }

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the figures."""
        if not value["figures"]:
            raise NothingToShow(gettext("it has no figures."))
        return {}

    def warnings(self, value: Any, front: Front) -> list[str]:
        """Name the figures that are more than a year old."""
        return [
            gettext("“%(label)s” is of %(day)s.")
            % {"label": figure["label"], "day": date_format(figure["date"], "j F Y")}
            for figure in value["figures"]
            if figure["date"] and front.day - figure["date"] > STALE_AFTER
        ]
