"""What the editor of an album needs beside its fields."""

from typing import Any

from django import template
from django.urls import reverse
from wagtail.images.permissions import permission_policy
from wagtail.images.utils import get_accept_attributes

from community.models import User
from gallery.photo_uploads import ForAllForm

register = template.Library()


@register.simple_tag
def photo_upload(user: User) -> dict[str, Any]:
    """Return where and how somebody uploads photos; nothing for those who may add none.

    The keys are ``url``, ``accept`` for the field of files, and ``for_all``, a `ForAllForm`.
    """
    if not permission_policy.user_has_permission(user, "add"):
        return {}
    return {
        "url": reverse("gallery_upload_photo"),
        "accept": get_accept_attributes(),
        "for_all": ForAllForm(user=user),
    }
