"""The signed-in person's part of the header; pages themselves are the same for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page

from community.notices import count_unread

# Digits of the largest page number a database holds.
LONGEST_ID = 9


@require_safe
@never_cache
def account_menu(request: HttpRequest) -> HttpResponse:
    """Return the fragment that takes the place of "Sign in"; an empty one for a stranger.

    ``?page=`` names the page being read, for those who may edit it.
    """
    person = request.user if request.user.is_authenticated else None
    return render(
        request,
        "community/account_menu.html",
        {
            "person": person,
            "edit_url": _edit_url(request) if person else "",
            "unread": count_unread(person) if person else 0,
        },
    )


def _edit_url(request: HttpRequest) -> str:
    """Return the address of the editor's form for the page, where this person may open it."""
    number = request.GET.get("page", "")
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_ID):
        return ""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return ""
    page = Page.objects.filter(pk=int(number)).first()
    if page is None or not page.permissions_for_user(request.user).can_edit():
        return ""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
