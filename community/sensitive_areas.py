"""Parts of the admin that ask for more than the right to enter it."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from community.middleware import STAFF_PREFIXES
from community.staff_views import acts_on_people, may_open

EXPORT_RIGHT = "site_config.export_lists"
# The values of ``?export=`` for which Wagtail's lists answer with a spreadsheet.
EXPORT_FORMATS = ("csv", "xlsx")
# Whoever may change one of these can give themselves any right, or speak as the city.
SENSITIVE_NAMESPACES = {
    "wagtailusers_users",
    "wagtailusers_groups",
    "wagtailsettings",
    "wagtailsites",
}
# Seconds for which a proof opens a page, and for which a form so opened can be sent.
PROOF_OPENS = 300
PROOF_SENDS = 3600


def is_export(request: HttpRequest) -> bool:
    """Say whether a list of the admin is asked for as a spreadsheet."""
    return request.GET.get("export") in EXPORT_FORMATS


def has_proved_lately(request: HttpRequest) -> bool:
    """Say whether a signed-in person has proved who they are a moment ago.

    Who fills in a form gets longer to send it than to open it, so that no typing is lost.
    """
    moments = [record["at"] for record in get_authentication_records(request, request.user)]
    allowed = PROOF_OPENS if request.method in {"GET", "HEAD"} else PROOF_SENDS
    return bool(moments) and time.time() - max(moments) < allowed


def proof_url(request: HttpRequest) -> str:
    """Return where this person proves who they are, and then comes back.

    Raises:
        PermissionDenied: they have neither a password nor a second factor to prove it with.
    """
    methods = get_adapter().get_reauthentication_methods(request.user)
    if not methods:
        raise PermissionDenied
    return f"{methods[0]['url']}?{urlencode({'next': request.get_full_path()})}"


class SensitiveAreasMiddleware:
    """Lets lists leave the admin with the right to export alone, and asks who changes rights.

    The proof is asked for where the settings ask staff for a second factor; not in development.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what is to be decided depends on the view it leads to."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Stop a request that its person may not make, or not yet.

        Raises:
            PermissionDenied: an export by someone without the right to export, or a view
                opened by someone who has no use for it.
            Http404: a view that nobody has a use for.
        """
        if not request.path.startswith(STAFF_PREFIXES) or not request.user.is_authenticated:
            return None
        exporting = is_export(request)
        if (exporting and not request.user.has_perm(EXPORT_RIGHT)) or not may_open(request):
            raise PermissionDenied
        namespaces = request.resolver_match.namespaces
        sensitive = not SENSITIVE_NAMESPACES.isdisjoint(namespaces) or acts_on_people(request)
        if (
            (sensitive or exporting)
            and settings.STAFF_TWO_FACTOR_REQUIRED
            and not has_proved_lately(request)
        ):
            return HttpResponseRedirect(proof_url(request))
        return None

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Offer no export to whom it would be refused."""
        view = (response.context_data or {}).get("view")
        if hasattr(view, "list_export") and not request.user.has_perm(EXPORT_RIGHT):
            view.list_export = ()
            if "header_buttons" in response.context_data:
                view.header_more_buttons = [
                    button for button in view.header_more_buttons if "export=" not in button.url
                ]
                response.context_data["header_buttons"] = view.get_header_buttons()
        return response
