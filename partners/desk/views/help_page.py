"""The partners' handbook at the desk."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.desk.access import desks_of
from site_config.handbooks import read_handbook
from site_config.second_factor import second_factor_needed


@require_safe
@second_factor_needed
@never_cache
@login_required
def help_page(request: HttpRequest) -> HttpResponse:
    """Show ``docs/partners.md`` to partners, in their language.

    Raises:
        Http404: there is no such handbook.
        PermissionDenied: they belong to no partner.
    """
    desks = desks_of(request.user)
    if not desks:
        raise PermissionDenied
    handbook = read_handbook("partners")
    if handbook is None:
        raise Http404(_("There is no such handbook."))
    context = {"handbook": handbook, "partner": desks[0] if len(desks) == 1 else None}
    return render(request, "partners/desk/help.html", context)
