"""The portal, with one page outside the admin that asks for a second factor."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from site_config.second_factor import second_factor_needed
from site_config.urls import *  # noqa: F403  (the handlers of errors too)
from site_config.urls import urlpatterns as portal


@second_factor_needed
def desk(request: HttpRequest) -> HttpResponse:
    """Say who sits here."""
    return HttpResponse(request.user.get_username())


urlpatterns = [path("desk/", desk), *portal]
