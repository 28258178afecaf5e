"""What the gallery adds to the admin."""

from django.urls import URLPattern, path
from wagtail import hooks

import gallery.contribution_hooks  # noqa: F401  (it registers what it adds by being imported)
from gallery.admin_views import delete_media
from gallery.film_words import FilmsWithoutWordsMenuItem, FilmsWithoutWordsView, name_actions
from gallery.holding import hold_incomplete_pages
from gallery.media_folders import media_folders
from gallery.photo_uploads import upload_photo
from gallery.viewsets import GalleryGroup
from site_config.media_access import FOLDERS_HOOK
from site_config.sitemaps import OTHER_SITEMAPS_HOOK

hooks.register(FOLDERS_HOOK, media_folders)
hooks.register("register_log_actions", name_actions)
hooks.register("before_bulk_action", hold_incomplete_pages)


@hooks.register("register_admin_viewset")
def gallery_group() -> GalleryGroup:
    """List albums and films of the whole portal."""
    return GalleryGroup()


# Before the library's own address, which would fail where a page shows the film.
@hooks.register("register_admin_urls", order=-1)
def media_urls() -> list[URLPattern]:
    """Ask about pages before a film is deleted, and take photos that are dropped into an album."""
    return [
        path("media/delete/<int:media_id>/", delete_media, name="gallery_delete_media"),
        path("gallery/photos/", upload_photo, name="gallery_upload_photo"),
        path(
            "reports/films-without-captions/",
            FilmsWithoutWordsView.as_view(),
            name="gallery_films_without_words",
        ),
        path(
            "reports/films-without-captions/results/",
            FilmsWithoutWordsView.as_view(results_only=True),
            name="gallery_films_without_words_results",
        ),
    ]


@hooks.register(OTHER_SITEMAPS_HOOK)
def sitemaps() -> list[str]:
    """Name the lists of photos and films for search engines."""
    return ["photo_sitemap", "film_sitemap"]


@hooks.register("register_reports_menu_item")
def films_without_words() -> FilmsWithoutWordsMenuItem:
    """List in the menu of reports which films nobody can read along."""
    return FilmsWithoutWordsMenuItem()
