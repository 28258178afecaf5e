"""The invitation to watch, and to add what residents have filmed themselves."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.choosers import FilmChooserBlock, SharedImageBlock
from home.blocks.section import (
    ButtonBlock,
    Front,
    LeadBlock,
    Pictures,
    SectionBlock,
    SectionTitleBlock,
)


class MediaSection(SectionBlock):
    """A dark wall with a film or a picture, and up to two buttons."""

    wall = True

    title = SectionTitleBlock()
    lead = LeadBlock()
    buttons = blocks.ListBlock(ButtonBlock(), label=_("Buttons"), default=[], max_num=2)
    video = FilmChooserBlock(
        label=_("Film"),
        required=False,
        help_text=_("Shown by its still picture, which leads to the film."),
    )
    picture = SharedImageBlock(
        label=_("Or a picture"), required=False, help_text=_("Shown where no film is chosen.")
    )

    class Meta:
        icon = "media"
        label = _("Media invitation")
        description = _("Invites visitors to watch films and to add their own.")
        template = "home/sections/media.html"
        preview_value = {
            "title": "Audiences interaction",
            "lead": "Click to view or add video, media or other streaming.",
            "buttons": [{"text": "View media", "address": "/"}],
            "video": None,
            "picture": None,
        }

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the film where everybody may see it, else the picture."""
        video = front.one_in_language(value["video"])
        if video is None or front.why_hidden(video):
            return {}
        if video.listing_image_id:
            pictures.want([video])
        elif video.video is not None:
            pictures.want([video.video], "poster")
        return {"video": video}

    def warnings(self, value: Any, front: Front) -> list[str]:
        """Name the chosen film if visitors are not shown it."""
        video = front.one_in_language(value["video"])
        hidden = front.why_hidden(video) if video is not None else ""
        return [hidden] if hidden else []
