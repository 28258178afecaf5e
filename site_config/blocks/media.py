"""Blocks of pictures, films and files."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from site_config.blocks.samples import newest

# How many pictures the picker shows of a gallery.
SAMPLES = 4


def _sample(images: list[Any]) -> dict[str, Any]:
    """Return the value of a picture block with one of some pictures, if there is any."""
    image = images[0] if images else None
    words = image.default_alt_text if image is not None else ""
    shown = {"image": image, "alt_text": words, "decorative": not words}
    return {"picture": shown, "caption": "Six hundred trees, one street at a time"}


class PictureBlock(blocks.StructBlock):
    """A picture with its caption."""

    picture = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=250,
        help_text=_("What is to be known about the picture. The credit is added by itself."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture across the text, with a caption and its credit.")
        template = "blocks/picture.html"

    def get_preview_value(self) -> Any:
        """Return the newest picture of the library."""
        return self.normalize(_sample(newest(get_image_model())))


class StoryGalleryValue(blocks.StructValue):
    """Pictures under a title."""

    @property
    def shown(self) -> list[Any]:
        """Those that have been chosen and are still there, with their captions."""
        return [item for item in self["pictures"] if item["picture"]]


class StoryGalleryBlock(blocks.StructBlock):
    """Several pictures that belong together."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Picture gallery")
        description = _("Two or more pictures side by side; each opens large.")
        template = "blocks/gallery.html"
        value_class = StoryGalleryValue

    def get_preview_value(self) -> Any:
        """Return the newest pictures of the library."""
        images = newest(get_image_model(), SAMPLES)
        pictures = [_sample([image]) for image in images]
        return self.normalize({"title": "The planting in pictures", "pictures": pictures})


def embed_source(url: str) -> tuple[str, str]:
    """Turn the address of a film's page into that of its player.

    Args:
        url: a page of YouTube or Vimeo as people copy it from the browser.

    Returns:
        The player's address on a host that sets no cookie before the film plays, and the
        provider's name.

    Raises:
        ValidationError: the address is of no known provider, or names no film.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    path = parts.path.strip("/").split("/")
    video = ""
    if host == "youtube.com":
        video = parse_qs(parts.query).get("v", [""])[0]
        if path[0] in {"live", "embed", "shorts"} and len(path) > 1:
            video = path[1]
    elif host == "youtu.be":
        video = path[0]
    if video and video.replace("-", "").replace("_", "").isalnum():
        return f"https://www.youtube-nocookie.com/embed/{video}", "YouTube"
    if host in {"vimeo.com", "player.vimeo.com"} and path[-1].isdecimal():
        return f"https://player.vimeo.com/video/{path[-1]}?dnt=1", "Vimeo"
    raise ValidationError(
        _("Copy the address of one film on YouTube or Vimeo. Other sites can't be placed here.")
    )


class EmbedValue(blocks.StructValue):
    """A film on another site."""

    @property
    def source(self) -> str:
        """The player's address; it is loaded only after a reader's click."""
        return self._player[0]

    @property
    def provider(self) -> str:
        """The name of the site that the film would be loaded from."""
        return self._player[1]

    @property
    def _player(self) -> tuple[str, str]:
        # Drafts and previews may have no address yet.
        try:
            return embed_source(self["url"] or "")
        except ValidationError:
            return "", ""


class EmbedBlock(blocks.StructBlock):
    """A film or live stream from another site, which loads only after a click."""

    url = blocks.URLBlock(
        label=_("Address"),
        validators=[embed_source],
        help_text=_("The film's page on YouTube or Vimeo."),
    )
    title = blocks.CharBlock(
        label=_("Title"), max_length=160, help_text=_("What the film is about.")
    )

    class Meta:
        icon = "media"
        label = _("Film from another site")
        description = _("A film or live stream; readers are asked before anything is loaded.")
        template = "blocks/embed.html"
        preview_value = {"url": "https://vimeo.com/1", "title": "A walk along the Lana"}
        value_class = EmbedValue


class DocumentBlock(blocks.StructBlock):
    """A file to take along."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("Leave empty to use the document's own title."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with its kind and size.")
        template = "blocks/document.html"

    def get_preview_value(self) -> Any:
        """Return the newest document of the library."""
        document = next(iter(newest(get_document_model())), None)
        return self.normalize({"document": document, "title": ""})


def documents_left(stream: Iterable[Any]) -> list[Any]:
    """Return the blocks of a stream of documents whose document is still there."""
    return [block for block in stream if block.value["document"] is not None]
