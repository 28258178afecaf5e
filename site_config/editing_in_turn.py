"""What staff send from the editor of a page is done one after the other, each wholly or not at all.

Wagtail's editor saves a draft by itself while somebody types, and doesn't wait for it when the
button is pressed that publishes. Its view reads the page, and writes all of its columns back
later: a draft that has read "not live" before the publication, and writes after it, takes the page
from its readers, and nobody is told.
"""

import re
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

# Wagtail's addresses that change a page or put one below it, and the page's number in them.
CHANGES = re.compile(
    r"""/admin/pages/(?:
        add/\w+/\w+/(?P<parent>\d+)
        | (?P<page>\d+)/(?:edit|unpublish|revisions/\d+/unschedule)
        | workflow/action/(?P<judged>\d+)/[\w-]+/\d+
    )/""",
    re.VERBOSE,
)

Handler = Callable[[HttpRequest], HttpResponse]


def edit_in_turn(get_response: Handler) -> Handler:
    """Let one at a time change a page; what is refused or fails changes nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        found = CHANGES.fullmatch(request.path_info) if request.method == "POST" else None
        # Who may not even open the admin is refused by the view, and holds no page up before.
        if found is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return get_response(request)
        # Whoever sends slowly holds up nobody: the form is here before the lock is asked for.
        request.POST  # noqa: B018
        with transaction.atomic():
            pages = Page.objects.filter(pk=int(found[found.lastgroup]))
            # Readers, and rows that refer to the page, go on beside it.
            pages.select_for_update(no_key=True, of=("self",)).values_list("pk").first()
            response = get_response(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            return response

    return middleware
