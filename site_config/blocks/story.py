"""The story: what an editor writes the body of a page with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from site_config.blocks.links import CallToActionBlock
from site_config.blocks.media import DocumentBlock, EmbedBlock, PictureBlock, StoryGalleryBlock
from site_config.blocks.text import (
    FactBoxBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    TableBlock,
)


class StoryBlock(blocks.StreamBlock):
    """Headings, text, pictures and the rest, in the order that the story needs."""

    heading = HeadingBlock(group=_("Text"))
    paragraph = ParagraphBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    facts = FactBoxBlock(group=_("Text"))
    table = TableBlock(group=_("Text"))
    picture = PictureBlock(group=_("Pictures and films"))
    gallery = StoryGalleryBlock(group=_("Pictures and films"))
    embed = EmbedBlock(group=_("Pictures and films"))
    document = DocumentBlock(group=_("Links"))
    call_to_action = CallToActionBlock(group=_("Links"))

    class Meta:
        template = "blocks/story.html"
