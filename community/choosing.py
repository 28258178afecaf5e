"""Who may look through pages, files and other things in order to choose one.

Wagtail opens its choosers to everybody who may enter the admin. They tell titles of drafts, and
names of files that nobody has published yet: that is for those who write pages.
"""

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from wagtail.permissions import page_permission_policy

# Beginnings of the names of views that list pages and files.
PAGES_AND_FILES = (
    "wagtailadmin_choose_page",
    "wagtailadmin_api:",
    "wagtailimages_chooser:",
    "wagtaildocs_chooser:",
    "wagtailmedia:chooser",
    "wagtailmedia:media_chosen",
    "wagtail_localize:snippets_api",
    "wagtail_localize:translations_report",
)
SNIPPETS = "wagtailsnippetchoosers_"


def writes_pages(person: AbstractUser) -> bool:
    """Say whether somebody may write pages anywhere in the tree."""
    return page_permission_policy.user_has_any_permission(person, {"add", "change", "publish"})


def may_choose(request: HttpRequest) -> bool:
    """Say whether a request for a chooser comes from somebody who has a use for it."""
    name = request.resolver_match.view_name
    if name.startswith(PAGES_AND_FILES):
        return writes_pages(request.user)
    if name.startswith(SNIPPETS):
        # The namespace ends with the app and the model; a model's name has no underscore.
        app, _underscore, model = request.resolver_match.namespace.removeprefix(
            SNIPPETS
        ).rpartition("_")
        return any(
            request.user.has_perm(f"{app}.{action}_{model}") for action in ("add", "change", "view")
        )
    return True
