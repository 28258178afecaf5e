"""What the media library asks before it lets a film go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtailmedia.permissions import MediaPermissionPolicyChecker
from wagtailmedia.views.media import delete

from gallery.models import GalleryMedia


def delete_media(request: HttpRequest, media_id: int) -> HttpResponse:
    """Delete a film unless a page shows it.

    The pages are named, so that staff can choose another film there first.
    """
    media = get_object_or_404(GalleryMedia, pk=media_id)
    policy = MediaPermissionPolicyChecker().policy
    if not policy.user_has_permission_for_instance(request.user, "delete", media):
        return permission_denied(request)
    pages = list(media.pages.all())
    if not pages:
        return delete(request, media_id)
    titles = ", ".join(str(page) for page in pages)
    message = _("“%(film)s” can't be deleted: it is shown on “%(pages)s”.")
    messages.error(request, message % {"film": media, "pages": titles})
    return redirect("wagtailmedia:media_usage", media_id)
