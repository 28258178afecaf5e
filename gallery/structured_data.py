"""What albums, photos and films tell machines (schema.org)."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

from gallery.durations import iso_duration
from site_config.pictures import STANDARD_SPECS
from site_config.ready_pictures import ready_size

if TYPE_CHECKING:
    from gallery.models import AlbumPage, AlbumPhoto, VideoPage

# The JPEG: every reader of structured data knows that format.
PICTURE_SPEC = STANDARD_SPECS[2]


def image_object(photo: "AlbumPhoto", url: str = "") -> dict[str, Any]:
    """Describe one photo with its licence (schema.org ``ImageObject``).

    Args:
        photo: with its page and picture.
        url: the absolute address of its page, where its licence can be read; empty in a draft.
    """
    image = photo.image
    data: dict[str, Any] = {
        "@type": "ImageObject",
        "url": url,
        "name": photo.heading,
        "caption": photo.caption or photo.alt,
        "creditText": photo.shown_credit,
        "license": image.licence_url,
        "acquireLicensePage": image.source_url or url,
    }
    size = ready_size(image, PICTURE_SPEC)
    if size is not None:
        data |= {"contentUrl": size.full_url, "width": size.width, "height": size.height}
    if photo.taken_on:
        data["dateCreated"] = photo.taken_on.isoformat()
    if photo.place:
        data["contentLocation"] = {"@type": "Place", "name": photo.place}
    if photo.shown_credit:
        kind = "Person" if photo.is_by_person else "Organization"
        data["creator"] = {"@type": kind, "name": photo.shown_credit}
        data["copyrightNotice"] = photo.shown_credit
    return {key: value for key, value in data.items() if value}


def image_gallery(album: "AlbumPage", page: dict[str, Any]) -> dict[str, Any]:
    """Describe an album with its photos (schema.org ``ImageGallery``).

    Args:
        album: the album.
        page: what is true of every page.
    """
    photos = [
        image_object(photo, f"{page['url']}{photo.route_in_album}" if photo.pk else "")
        for photo in album.shown_photos
    ]
    return page | {
        "@type": "ImageGallery",
        "datePublished": album.date.isoformat(),
        "image": photos,
    }


def image_page(photo: "AlbumPhoto", page: dict[str, Any]) -> dict[str, Any]:
    """Describe the page of one photo (schema.org ``ItemPage`` about an ``ImageObject``)."""
    url = f"{page['url']}{photo.route_in_album}"
    return page | {
        "@type": "ItemPage",
        "@id": f"{url}#page",
        "url": url,
        "name": photo.heading or page["name"],
        "mainEntity": image_object(photo, url),
        "isPartOf": {"@id": page["@id"]},
    }


def video_object(video: "VideoPage", page: dict[str, Any]) -> dict[str, Any]:
    """Describe the page of a film (schema.org ``VideoObject``).

    Args:
        video: the film's page.
        page: what is true of every page.
    """
    data: dict[str, Any] = {
        "@type": "VideoObject",
        "name": video.title,
        "description": video.description or video.title,
        "uploadDate": video.date.isoformat(),
        "inLanguage": page["inLanguage"],
        "creditText": video.shown_credit,
        "license": video.shown_licence_url,
    }
    still = video.cover and ready_size(video.cover, PICTURE_SPEC)
    if still:
        data["thumbnailUrl"] = [still.full_url]
    if video.is_live_stream:
        data["publication"] = {"@type": "BroadcastEvent", "isLiveBroadcast": True}
    if video.place:
        data["contentLocation"] = {"@type": "Place", "name": video.place}
    if video.duration:
        data["duration"] = iso_duration(video.duration)
    data["transcript"] = video.shown_transcript
    data |= _own_film(video) if video.video else {"embedUrl": video.player_url}
    chapters = video.shown_chapters
    if chapters:
        ends = [*[chapter.start for chapter in chapters[1:]], video.duration or None]
        data["hasPart"] = [
            {"@type": "Clip", "name": chapter.title, "startOffset": chapter.start}
            | ({"endOffset": end} if end else {})
            # The player of another site can't be led to a moment from here.
            | ({"url": f"{page['url']}#t={chapter.start:g}"} if video.video else {})
            for chapter, end in zip(chapters, ends, strict=True)
        ]
    return page | {"@type": "ItemPage", "mainEntity": {k: v for k, v in data.items() if v}}


def _own_film(video: "VideoPage") -> dict[str, Any]:
    film = video.video
    return {
        "contentUrl": absolute_url(film.url),
        "encodingFormat": film.media_type,
        "contentSize": str(film.file_size or ""),
        "width": film.width,
        "height": film.height,
    }


def absolute_url(url: str) -> str:
    """Return a file's address with the portal's own in front, where it has none of its own."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{url}" if url.startswith("/") else url
