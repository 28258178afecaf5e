"""What the gallery adds to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks

from gallery.admin_views import delete_media
from gallery.viewsets import GalleryGroup


@hooks.register("register_admin_viewset")
def gallery_group() -> GalleryGroup:
    """List albums and films of the whole portal."""
    return GalleryGroup()


# Before the library's own address, which would fail where a page shows the film.
@hooks.register("register_admin_urls", order=-1)
def media_urls() -> list[URLPattern]:
    """Ask about pages before a film is deleted."""
    return [path("media/delete/<int:media_id>/", delete_media, name="gallery_delete_media")]
