"""Who may have the files of films and recordings, and their captions."""

from collections.abc import Collection

from django.http import HttpRequest
from wagtailmedia.permissions import MediaPermissionPolicyChecker

from gallery.models import GalleryMedia, MediaText
from site_config.media_access import FolderRule
from site_config.shown_files import may_see_file, published_files


def published_films(names: Collection[str]) -> set[str]:
    """Return those of some films that a page shows to everybody."""
    films = list(GalleryMedia.objects.filter(file__in=names))
    keys = published_files(films)
    return {film.file.name for film in films if film.pk in keys}


def published_captions(names: Collection[str]) -> set[str]:
    """Return those of some captions whose film is published."""
    texts = list(MediaText.objects.filter(captions__in=names).select_related("media"))
    keys = published_files({text.media_id: text.media for text in texts}.values())
    return {text.captions.name for text in texts if text.media_id in keys}


def may_see_film(request: HttpRequest, name: str) -> bool:
    """Let staff, and whom a page is meant for, see a film."""
    film = GalleryMedia.objects.filter(file=name).first()
    return film is not None and _may_see(request, film)


def may_read_captions(request: HttpRequest, name: str) -> bool:
    """Let those read captions who may see their film."""
    text = MediaText.objects.filter(captions=name).select_related("media").first()
    return text is not None and _may_see(request, text.media)


def _may_see(request: HttpRequest, film: GalleryMedia) -> bool:
    return may_see_file(request, film, MediaPermissionPolicyChecker().policy)


def media_folders() -> list[FolderRule]:
    """Say who may have which files."""
    return [
        FolderRule("media/", published_films, may_see_film),
        FolderRule("captions/", published_captions, may_read_captions),
        # The library's own still pictures, which the gallery doesn't use.
        FolderRule("media_thumbnails/"),
    ]
