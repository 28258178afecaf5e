"""Pages of the admin that are the portal's own."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from site_config.handbooks import handbooks_folder, read_handbook

HANDBOOKS = ("editors", "moderators", "partners")


@permission_required("wagtailadmin.access_admin", login_url="account_login")
def handbook(request: HttpRequest, name: str = "editors") -> HttpResponse:
    """Show a handbook of ``docs/`` in the reader's language, or in English.

    Raises:
        Http404: there is no handbook of that name.
    """
    found = read_handbook(name, _address_of) if name in HANDBOOKS else None
    if found is None:
        raise Http404(_("There is no such handbook."))
    folder = handbooks_folder()
    return render(
        request,
        "site_config/admin/handbook.html",
        {
            "body": found.body,
            "contents": found.contents,
            "handbooks": [other for other in HANDBOOKS if (folder / f"{other}.md").exists()],
            "name": name,
            "title": found.title or _("Handbook"),
        },
    )


def _address_of(name: str) -> str:
    return reverse("portal_handbook_named", args=[name])
