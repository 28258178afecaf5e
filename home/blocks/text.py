"""Free text between the sections."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import Front, NothingToShow, Pictures, SectionBlock, SectionTitleBlock
from site_config.blocks.links import CallToActionBlock
from site_config.blocks.media import DocumentBlock, EmbedBlock, PictureBlock
from site_config.blocks.text import FactBoxBlock, ParagraphBlock, QuoteBlock, TableBlock


class FreeStoryBlock(blocks.StreamBlock):
    """The parts of a story that stand well on a front page; its heading is the section's."""

    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    facts = FactBoxBlock()
    table = TableBlock()
    picture = PictureBlock()
    embed = EmbedBlock()
    document = DocumentBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        template = "blocks/story.html"


class TextSection(SectionBlock):
    """Whatever has no section of its own."""

    title = SectionTitleBlock()
    story = FreeStoryBlock(label=_("Text"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Free text")
        description = _("A heading with text, pictures, a quote or a table.")
        template = "home/sections/text.html"
        preview_value = {
            "title": "Open day at the town hall",
            "story": [{"type": "paragraph", "value": "<p>On Saturday all doors are open.</p>"}],
        }

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the text."""
        if not value["story"]:
            raise NothingToShow(gettext("it has no text."))
        return {}
