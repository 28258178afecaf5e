"""Who may see the pictures of discussions."""

from collections.abc import Collection

from django.http import HttpRequest

from community.models import Discussion
from community.models.discussions import ROWS
from community.policy import can_moderate
from site_config.front_cache.shown import note, shown_row
from site_config.media_access import FolderRule


def published_pictures(names: Collection[str]) -> set[str]:
    """Return those of some pictures whose discussion anybody may read."""
    discussions = Discussion.objects.filter(
        picture__in=names, state=Discussion.State.VISIBLE
    ).exclude(title="")
    found = dict(discussions.values_list("picture", "pk"))
    for number in found.values():
        note(shown_row(ROWS, number))
    return set(found)


def may_see_picture(request: HttpRequest, name: str) -> bool:
    """Let members see their own picture, and moderators every one."""
    if can_moderate(request.user):
        return True
    return (
        request.user.is_authenticated
        and Discussion.objects.filter(picture=name, author=request.user).exists()
    )


def media_folders() -> list[FolderRule]:
    """Say who may have which files."""
    return [FolderRule("discussions/", published_pictures, may_see_picture)]
