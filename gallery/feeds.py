"""Photos and films as a feed that programs can show: RSS 2.0 with Media RSS 1.5.1."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import strip_tags
from django.utils.xmlutils import SimplerXMLGenerator

from gallery.structured_data import PICTURE_SPEC, absolute_url
from site_config.days import written_start_of_day
from site_config.ready_pictures import ready_size
from site_config.shell import shell_for

if TYPE_CHECKING:
    from gallery.models import AlbumPage, AlbumPhoto, GalleryIndexPage, VideoPage

    Shown = AlbumPhoto | VideoPage

# The namespace of Media RSS.
NAMESPACE = "http://search.yahoo.com/mrss/"
ITEMS = 50


class MediaRss(Rss201rev2Feed):
    """Writes what belongs to each picture or film beside the item (Media RSS)."""

    def rss_attributes(self) -> dict[str, str]:
        """Name the vocabulary."""
        return super().rss_attributes() | {"xmlns:media": NAMESPACE}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Write the file, its thumbnail, and whose it is."""
        super().add_item_elements(handler, item)
        media = item["media"]
        for name in ("content", "player", "thumbnail"):
            if name in media:
                handler.addQuickElement(f"media:{name}", attrs=media[name])
        for name in ("title", "description"):
            if media.get(name):
                handler.addQuickElement(f"media:{name}", media[name], {"type": "plain"})
        if media.get("credit"):
            handler.addQuickElement("media:credit", media["credit"], {"role": "author"})
            handler.addQuickElement("media:copyright", media["credit"])
        if media.get("licence_url"):
            attributes = {"type": "text/html", "href": media["licence_url"]}
            handler.addQuickElement("media:license", media["licence"], attributes)
        for track in media.get("captions", ()):
            handler.addQuickElement("media:subTitle", attrs=track)


class MediaFeed(Feed):
    """The newest photos and films of a gallery, or the photos of one album.

    Args:
        page: the gallery or the album.
    """

    feed_type = MediaRss

    def __init__(self, page: "GalleryIndexPage | AlbumPage") -> None:
        self.page = page

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Keep the request: every address of the feed is absolute."""
        self.request = request
        self.language = self.page.locale.language_code
        return self.page

    def title(self) -> str:
        """Name the gallery or the album, and the portal."""
        return f"{self.page.title} – {shell_for(self.request).full_name}"

    def description(self) -> str:
        """Describe the feed in a sentence; RSS requires one."""
        intro = strip_tags(getattr(self.page, "intro", ""))
        return self.page.description or intro or self.title()

    def link(self) -> str:
        """Lead to the page that the feed follows."""
        return self.page.get_full_url(self.request)

    def feed_url(self) -> str:
        """Name the feed's own address."""
        return f"{self.link()}feed/"

    def items(self) -> list["Shown"]:
        """Return the newest photos and films, with all that is written of them."""
        return self.page.items_for_feed(ITEMS)

    def item_title(self, item: "Shown") -> str:
        """Return its name, or the first words that tell it from others."""
        return getattr(item, "heading", "") or getattr(item, "title", "") or self.page.title

    def item_description(self, item: "Shown") -> str:
        """Return what is to be known about it."""
        return getattr(item, "caption", "") or getattr(item, "summary", "")

    def item_link(self, item: "Shown") -> str:
        """Return the absolute address of its page."""
        if hasattr(item, "route_in_album"):
            return f"{item.page.get_full_url(self.request)}{item.route_in_album}"
        return item.get_full_url(self.request)

    def item_pubdate(self, item: "Shown") -> datetime:
        """Return the day that readers see, at its beginning."""
        day = item.shown_date if hasattr(item, "shown_date") else item.date
        return written_start_of_day(day)

    def item_extra_kwargs(self, item: "Shown") -> dict[str, Any]:
        """Describe the file."""
        describe = _photo if hasattr(item, "route_in_album") else _film
        media = describe(item) | {
            "title": self.item_title(item),
            "credit": item.shown_credit,
        }
        return {"media": media}


def _photo(photo: "AlbumPhoto") -> dict[str, Any]:
    described: dict[str, Any] = {
        "description": photo.caption or photo.alt,
        "licence": photo.image.get_licence_display(),
        "licence_url": photo.image.licence_url,
    }
    size = ready_size(photo.image, PICTURE_SPEC)
    if size is not None:
        shape = {"width": str(size.width), "height": str(size.height)}
        described["content"] = {
            "url": size.full_url,
            "medium": "image",
            "type": "image/jpeg",
            **shape,
        }
        described["thumbnail"] = {"url": size.full_url, **shape}
    return described


def _film(page: "VideoPage") -> dict[str, Any]:
    described: dict[str, Any] = {"description": page.summary}
    still = page.cover and ready_size(page.cover, PICTURE_SPEC)
    if still:
        shape = {"width": str(still.width), "height": str(still.height)}
        described["thumbnail"] = {"url": still.full_url, **shape}
    if not page.video:
        return described | {"player": {"url": page.player_url}}
    film = page.video
    content = {"url": absolute_url(film.url), "medium": "video", "type": film.media_type}
    for name, value in (("fileSize", film.file_size), ("duration", round(film.duration or 0))):
        if value:
            content[name] = str(value)
    return described | {
        "content": content,
        "licence": film.get_licence_display(),
        "licence_url": film.licence_url,
        "captions": [
            {
                "type": "text/vtt",
                "lang": text.language,
                "href": absolute_url(text.captions.url),
            }
            for text in page.caption_tracks
        ],
    }
