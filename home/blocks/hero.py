"""The hero: slogans over the city's panorama."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.choosers import SharedImageBlock
from home.blocks.section import SectionBlock, SectionLinkBlock
from site_config.blocks.choices import OptionBlock
from site_config.blocks.links import LinkValue
from site_config.drawings import drawing_choices
from site_config.paints import Paint


class SloganValue(LinkValue):
    """A slogan, with its last word apart: the arrow beside it never stands alone in a line."""

    @property
    def beginning(self) -> str:
        """All words but the last, with the space after them."""
        words, space, _last = self["text"].rpartition(" ")
        return words + space

    @property
    def last_word(self) -> str:
        """The last word."""
        return self["text"].rpartition(" ")[2]


class SloganBlock(SectionLinkBlock):
    """A few large words that lead somewhere."""

    text = blocks.CharBlock(label=_("Words"), max_length=40)
    paint = OptionBlock(
        label=_("Paint of the arrow"),
        choices=[
            (paint.value, paint.label)
            for paint in (Paint.CARMINE, Paint.PARK, Paint.BLUE, Paint.DAJTI)
        ],
        default=Paint.CARMINE,
    )

    class Meta:
        icon = "pick"
        label = _("Slogan")
        label_format = "{text}"
        value_class = SloganValue
        form_layout = ["text", "page", "address", "place", "paint"]


class HeroSection(SectionBlock):
    """Up to five slogans over a drawing or a picture."""

    wall = True

    slogans = blocks.ListBlock(SloganBlock(), label=_("Slogans"), min_num=1, max_num=5)
    drawing = OptionBlock(
        label=_("Drawing"),
        choices=drawing_choices,
        default="skyline",
        help_text=_("Shown across the page, below the slogans."),
    )
    drawing_alt = blocks.CharBlock(
        label=_("What the drawing shows"),
        required=False,
        max_length=250,
        help_text=_("For people who can't see it. Leave empty for a mere decoration."),
    )
    picture = SharedImageBlock(
        label=_("Or a picture of your own"),
        required=False,
        help_text=_("Takes the place of the drawing; wide pictures suit best."),
    )

    class Meta:
        icon = "image"
        label = _("Hero")
        description = _("Large slogans over the city's panorama, at the head of the page.")
        template = "home/sections/hero.html"
        preview_value = {
            "slogans": [
                {"text": "Connect with your city", "address": "/", "paint": "carmine"},
                {"text": "Quality of life", "address": "/", "paint": "park"},
            ],
            "drawing": "skyline",
            "drawing_alt": "",
            "picture": None,
        }

    def contents(self, value: Any, front: Any, pictures: Any) -> dict[str, Any]:
        """Show the slogans; those whose page is not published stay as words without a link."""
        return {"on_hero": True}
