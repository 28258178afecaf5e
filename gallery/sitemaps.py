"""What search engines for pictures and films are told: two sitemaps of their own kinds."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gallery.models import AlbumPage, AlbumPhoto, VideoPage
from gallery.structured_data import PICTURE_SPEC, absolute_url
from site_config.models import SiteImage
from site_config.ready_pictures import ready_size
from site_config.sitemaps import MAX_URLS


class FilmEntry(NamedTuple):
    """One film, as the sitemap of films names its parts."""

    page_url: str
    thumbnail_url: str
    title: str
    description: str
    content_url: str
    player_url: str
    seconds: int
    date: str
    is_live: bool


def photo_entries(request: HttpRequest) -> Iterator[dict[str, str]]:
    """Yield the page and the file of every photo that anybody may see.

    The number of queries does not depend on the number of photos.
    """
    albums = {album.pk: album for album in AlbumPage.objects.live().unrestricted()}
    sizes = SiteImage.objects.prefetch_renditions(PICTURE_SPEC)
    photos = AlbumPhoto.objects.filter(page__in=albums).in_order().with_images(sizes)
    urls = {key: album.get_full_url(request) for key, album in albums.items()}
    for photo in photos.order_by("page_id", "sort_order", "pk"):
        size = ready_size(photo.image, PICTURE_SPEC)
        if size is not None and urls[photo.page_id]:
            yield {"page_url": f"{urls[photo.page_id]}{photo.route_in_album}", "url": size.full_url}


def film_entries(request: HttpRequest) -> Iterator[FilmEntry]:
    """Yield every film that anybody may see and that has a picture, which the format requires."""
    films = VideoPage.objects.for_listing()
    for film in films:
        still = film.cover and ready_size(film.cover, PICTURE_SPEC)
        url = film.get_full_url(request)
        if still and url:
            yield FilmEntry(
                page_url=url,
                thumbnail_url=still.full_url,
                title=film.title,
                description=film.description or film.title,
                content_url=absolute_url(film.video.url) if film.video else "",
                player_url=film.player_url,
                seconds=round(film.duration or 0),
                date=film.date.isoformat(),
                is_live=film.is_live_stream,
            )


@require_safe
def photo_sitemap(request: HttpRequest) -> HttpResponse:
    """List every public photo (sitemaps.org 0.9, Google's image extension 1.1)."""
    return _answer(request, "gallery/photo_sitemap.xml", photo_entries(request))


@require_safe
def film_sitemap(request: HttpRequest) -> HttpResponse:
    """List every public film (sitemaps.org 0.9, Google's video extension 1.1)."""
    return _answer(request, "gallery/film_sitemap.xml", film_entries(request))


def _answer(request: HttpRequest, template: str, entries: Iterator[Any]) -> HttpResponse:
    kind = "application/xml; charset=utf-8"
    return render(
        request, template, {"entries": list(islice(entries, MAX_URLS))}, content_type=kind
    )
