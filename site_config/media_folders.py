"""The folders of uploaded files that the foundation knows: pictures, documents, portraits."""

from collections.abc import Collection

from django.http import HttpRequest
from wagtail.images.permissions import permission_policy

from site_config.media_access import FolderRule
from site_config.models.images import SiteImage, SiteRendition
from site_config.shown_files import may_see_file, published_files


def published_originals(names: Collection[str]) -> set[str]:
    """Return the originals of published pictures that others may use by their licence.

    Where all rights are reserved, pages show sizes for the screen and nobody needs the original.
    """
    pictures = [
        picture for picture in SiteImage.objects.filter(file__in=names) if picture.licence_url
    ]
    keys = published_files(pictures)
    return {picture.file.name for picture in pictures if picture.pk in keys}


def published_sizes(names: Collection[str]) -> set[str]:
    """Return those of some sizes whose picture is published."""
    sizes = list(SiteRendition.objects.filter(file__in=names).select_related("image"))
    keys = published_files({size.image_id: size.image for size in sizes}.values())
    return {size.file.name for size in sizes if size.image_id in keys}


def may_see_original(request: HttpRequest, name: str) -> bool:
    """Let staff see the originals they work with."""
    picture = SiteImage.objects.filter(file=name).first()
    return picture is not None and may_see_file(request, picture, permission_policy)


def may_see_size(request: HttpRequest, name: str) -> bool:
    """Let staff, and whom a page is meant for, see a size of a picture."""
    size = SiteRendition.objects.filter(file=name).select_related("image").first()
    return size is not None and may_see_file(request, size.image, permission_policy)


def is_staff(request: HttpRequest, name: str) -> bool:
    """Let staff see the portraits that they have given themselves in the admin."""
    return request.user.has_perm("wagtailadmin.access_admin")


def media_folders() -> list[FolderRule]:
    """Say who may have which files."""
    return [
        FolderRule("images/", published_sizes, may_see_size),
        FolderRule("original_images/", published_originals, may_see_original),
        # Documents have addresses of their own, which ask about their collections.
        FolderRule("documents/"),
        FolderRule("avatar_images/", may_read=is_staff),
        # Uploads that wait for their title.
        FolderRule("wagtail_uploads/"),
    ]
