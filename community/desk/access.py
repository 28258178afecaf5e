"""Who comes to the pages of the admin on which moderators decide."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from community.policy import can_moderate

View = Callable[..., HttpResponse]


def moderators_only(view: View) -> View:
    """Let in those who decide about comments; Wagtail leads others back to its first page.

    Raises:
        PermissionDenied: it is somebody else.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_moderate(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
