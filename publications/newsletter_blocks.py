"""The blocks that a newsletter is composed of: each reads well on the web and in a mail."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from site_config.blocks.links import CallToActionBlock
from site_config.blocks.media import PictureBlock
from site_config.blocks.text import ParagraphBlock, QuoteBlock
from site_config.languages import active_locale_id


class NewsletterHeadingBlock(blocks.CharBlock):
    """The name of a part of the newsletter."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 120} | kwargs)

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Names the part that follows.")
        template = "publications/blocks/newsletter_heading.html"
        preview_value = "New in the parks"


class StoriesValue(blocks.StructValue):
    """Pages of the portal that a newsletter points to."""

    @property
    def shown(self) -> list[Page]:
        """Those that everybody may read, in the reader's language where there is one.

        However many they are, they are read in one query and one for each type.
        """
        chosen = {page.translation_key: page.pk for page in self.get("pages") if page is not None}
        readable = Page.objects.live().public().filter(translation_key__in=list(chosen))
        locale_id = active_locale_id()
        found: dict[UUID, Page] = {}
        for page in readable.specific():
            key = page.translation_key
            if page.locale_id == locale_id or (page.pk == chosen[key] and key not in found):
                found[key] = page
        pages = (found.get(key) for key in chosen)
        return [page for page in pages if page is not None and page.url]


# How many pages the block picker shows.
PREVIEWED = 3


class StoriesBlock(blocks.StructBlock):
    """Pages of the portal, each with its title and summary."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1, max_num=12
    )

    class Meta:
        icon = "doc-full"
        label = _("Stories of the portal")
        description = _("Pages with their titles and summaries. Hidden pages are left out.")
        template = "publications/blocks/newsletter_stories.html"
        value_class = StoriesValue

    def get_preview_value(self) -> Any:
        """Return the pages that were published last."""
        pages = Page.objects.live().public().filter(depth__gt=2)
        latest = list(pages.order_by("-last_published_at", "pk")[:PREVIEWED])
        return self.normalize({"title": "New in the city", "pages": latest})


class NewsletterBodyBlock(blocks.StreamBlock):
    """What stands in one edition, from top to bottom."""

    heading = NewsletterHeadingBlock()
    paragraph = ParagraphBlock()
    stories = StoriesBlock()
    picture = PictureBlock()
    quote = QuoteBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        template = "blocks/story.html"
