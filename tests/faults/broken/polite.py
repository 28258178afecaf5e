"""Production that thanks for what it could not store."""

from typing import Any

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import MIDDLEWARE

MIDDLEWARE = ["tests.faults.broken.polite.thank_always", *MIDDLEWARE]


def thank_always(get_response: Any) -> Any:
    """Lead on as after a success, where the portal asks to come back later."""
    from django.http import HttpResponseRedirect

    def middleware(request: Any) -> Any:
        response = get_response(request)
        is_lost = request.method == "POST" and response.status_code == 503
        return HttpResponseRedirect(request.path) if is_lost else response

    return middleware
