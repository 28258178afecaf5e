"""Files as staff see them, for sessions that showed a second factor alone.

The admin and the desks turn a session away that was opened by a password alone. Pictures of drafts
and documents of private collections have addresses outside of them: there such a session is a
visitor's.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from community.middleware import has_second_factor

# The views that ask for rights of staff outside the admin, by their names.
FILE_VIEWS = frozenset({"media", "wagtaildocs_serve", "document_first_page"})


class UnprovedStaffMiddleware:
    """Takes staff for visitors at the doors of files until they have shown their second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what is to be decided depends on the view it leads to."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> None:
        """Put the visitor into the place of staff; who it is, is asked when the view asks."""
        if (
            settings.STAFF_TWO_FACTOR_REQUIRED
            and request.resolver_match.view_name in FILE_VIEWS
            and settings.SESSION_COOKIE_NAME in request.COOKIES
        ):
            person = request.user
            request.user = SimpleLazyObject(lambda: _proved(request, person))


def _proved(request: HttpRequest, person: Any) -> Any:
    """Return the person, or a visitor where staff have shown a password alone."""
    if not person.is_authenticated or not person.has_perm("wagtailadmin.access_admin"):
        return person
    # Records of the session are asked for the person themselves.
    request.user = person
    return person if has_second_factor(request) else AnonymousUser()
